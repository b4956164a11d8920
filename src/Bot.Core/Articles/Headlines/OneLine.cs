namespace Bot.Core.Articles.Headlines;

/// <summary>Words on one line: runs of white space become one blank.</summary>
internal static class OneLine
{
    public static string Of(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <returns>Null where nothing is left.</returns>
    public static string? OrNull(string? words) => words is null || Of(words) is not { Length: > 0 } line ? null : line;
}
