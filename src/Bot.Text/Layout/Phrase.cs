using System.Buffers;

namespace Bot.Text.Layout;

/// <summary>Looks for the set phrases that lines of furniture, captions and bylines begin with.</summary>
internal static class Phrase
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”«»„");

    /// <summary>Whether a line begins with one of the phrases, in any case, and the phrase ends where a word does.</summary>
    public static bool Begins(ReadOnlySpan<char> line, ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (
                MayBegin(line, phrase)
                && line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                && (
                    line.Length == phrase.Length
                    || !char.IsLetterOrDigit(phrase[^1])
                    || !char.IsLetterOrDigit(line[phrase.Length])
                )
            )
                return true;
        }

        return false;
    }

    /// <summary>Whether the first letters do not tell them apart already: most lines begin with none of the phrases.</summary>
    public static bool MayBegin(ReadOnlySpan<char> line, string phrase) =>
        line.Length >= phrase.Length
        && ((line[0] | 0x20) == (phrase[0] | 0x20) || !char.IsAscii(line[0]) || !char.IsAscii(phrase[0]));

    public static bool Contains(ReadOnlySpan<char> line, ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (line.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a line, but for a mark at its end, is one of the phrases.</summary>
    public static bool Is(ReadOnlySpan<char> line, ReadOnlySpan<string> phrases)
    {
        var bare = line.TrimEnd(" .:>»→…");
        foreach (var phrase in phrases)
        {
            if (bare.Equals(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public static bool HasQuotationMark(ReadOnlySpan<char> line) =>
        line.ContainsAny(QuotationMarks) || line.Contains("''", StringComparison.Ordinal);
}
