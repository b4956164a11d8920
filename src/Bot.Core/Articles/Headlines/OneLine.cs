namespace Bot.Core.Articles.Headlines;

/// <summary>Words on one line: runs of white space become one blank.</summary>
public static class OneLine
{
    public static string Of(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Its beginning, of so many UTF-16 units at most; no letter that takes two of them is parted.</summary>
    public static string Cut(string line, int most) =>
        line.Length <= most ? line
        : most > 0 && char.IsHighSurrogate(line[most - 1]) ? line[..(most - 1)]
        : line[..most];

    /// <returns>Null where nothing is left.</returns>
    public static string? OrNull(string? words) => words is null || Of(words) is not { Length: > 0 } line ? null : line;
}
