using Bot.Text.Spans;

namespace Bot.Text.Layout;

/// <summary>Knows headings by how they stand: short, with no stop at the end, before a paragraph that is neither.</summary>
internal static class Headings
{
    private const int LongestHeading = 100;
    private const int LongestTitle = 160;
    private const int MostWords = 14;

    /// <param name="passages">All passages that are not known for something else yet.</param>
    /// <param name="at">The one in question.</param>
    public static bool Is(string text, IReadOnlyList<TextSpan> passages, int at)
    {
        var line = passages[at].In(text);
        if (at + 1 >= passages.Count || line.Length > (at == 0 ? LongestTitle : LongestHeading))
            return false;
        if (char.IsLower(line[0]) || IsListItem(line))
            return false;
        if (IsInCapitals(line))
            return true;
        return !IsEnded(line)
            && line.Count(' ') < (at == 0 ? 2 * MostWords : MostWords)
            && (at == 0 ? !IsAside(line) && !IsUnclosed(line) : !BeginsOrEndsWithMark(line))
            && LeadsToProse(text, passages, at);
    }

    /// <summary>A paragraph follows, at once or after one more heading.</summary>
    private static bool LeadsToProse(string text, IReadOnlyList<TextSpan> passages, int at)
    {
        for (var next = at + 1; next < passages.Count && next <= at + 2; next++)
        {
            var line = passages[next].In(text);
            if (IsEnded(line) && line.Count(' ') >= 4)
                return true;
            if (line.Length > LongestHeading)
                return true;
        }

        return false;
    }

    private static bool IsEnded(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd("\"'”’»)]");
        return bare.IsEmpty
            || bare[^1]
                is '.'
                    or '!'
                    or '?'
                    or ':'
                    or ','
                    or ';'
                    or '…'
                    or '-'
                    or '–'
                    or '—'
                    or '。'
                    or '！'
                    or '？'
                    or '।'
                    or '؟'
                    or '۔';
    }

    private static bool IsAside(ReadOnlySpan<char> line) => line[0] is '(' or '[';

    /// <summary>A headline may quote; below it a line in marks is speech.</summary>
    private static bool BeginsOrEndsWithMark(ReadOnlySpan<char> line) =>
        IsAside(line)
        || line[0] is '"' or '“' or '\'' or '‘' or '«' or '„'
        || line[^1] is '"' or '”' or '»' or '“' or ')' or ']'
        || IsUnclosed(line);

    private static bool IsUnclosed(ReadOnlySpan<char> line) =>
        line.Count('"') % 2 == 1 || line.Count('“') != line.Count('”');

    /// <summary>"REGIONAL WORRIES.", "ABSTRACT.": capitals alone, whether or not a stop was put after them.</summary>
    private static bool IsInCapitals(ReadOnlySpan<char> line)
    {
        var letters = 0;
        foreach (var c in line)
        {
            if (char.IsLower(c) || c is '"' or '“' or '”' or '!')
                return false;
            if (char.IsUpper(c))
                letters++;
        }

        return letters >= 5 && line.Count(' ') < 6 && !line[..^1].Contains('.') && line[^1] is not (':' or ',');
    }

    private static bool IsListItem(ReadOnlySpan<char> line) =>
        line[0] is '•' or '⁃' or '*' or '-' or '–' or '—'
        || char.IsDigit(line[0]) && line.IndexOfAny(".)") is > 0 and <= 3;
}
