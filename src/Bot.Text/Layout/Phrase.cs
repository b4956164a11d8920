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
                line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
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
