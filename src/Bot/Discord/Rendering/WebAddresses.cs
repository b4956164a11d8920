using System.Text.RegularExpressions;

namespace Bot.Discord.Rendering;

/// <summary>Addresses of the web that stand in a text as they are, and are links for Discord.</summary>
internal static partial class WebAddresses
{
    /// <summary>A square bracket, which no address has unwritten, ends one: it could be the end of a link of ours.</summary>
    /// <returns>By their start.</returns>
    public static IReadOnlyList<(int Start, int End)> In(string text)
    {
        var found = new List<(int Start, int End)>();
        foreach (var match in Address().EnumerateMatches(text))
            found.Add((match.Index, EndOf(text, match.Index, match.Index + match.Length)));
        return found;
    }

    /// <summary>A sentence's signs at the end are not the address's, nor is a bracket that was opened before it.</summary>
    private static int EndOf(string text, int start, int end)
    {
        while (text[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '"' or '\'' || HasOneTooMany(end))
            end--;
        return end;

        bool HasOneTooMany(int at) =>
            text[at - 1] == ')'
            && text.AsSpan(start, at - start).Count(')') > text.AsSpan(start, at - start).Count('(');
    }

    [GeneratedRegex(
        @"https?://(?:[\p{L}\p{Nd}-]{1,63}\.)+[\p{L}\p{Nd}-]{2,63}(?::\d{1,5})?(?:[/?#][^\s<>[\]]{0,1900})?",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Address();
}
