namespace Bot.Core.Articles.Formats;

/// <summary>
/// Tells a page that is built to exhaust its readers: parsers slow down by the square of the depth of open elements,
/// and walkers go down by recursion. It reads tags and no more.
/// </summary>
internal static class Nesting
{
    /// <summary>No page of news comes near.</summary>
    private const int Deepest = 400;

    /// <summary>How far up a closing tag is looked for where tags are crossed.</summary>
    private const int Reach = 12;

    /// <summary>Elements that are empty, or that end without a closing tag.</summary>
    private static readonly HashSet<string> Uncounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dd",
        "dt",
        "option",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
    };

    private static readonly string[] RawText = ["script", "style", "textarea", "title"];

    public static string Problem(string path) =>
        $"{path} nests its elements more than {Deepest} deep. Save the article's words as a text file, or take it out.";

    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var uncounted = Uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
        var open = new List<int>();
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = html[(at + 1)..];
            if (html.StartsWith("!--"))
            {
                html = After(html, "-->");
                continue;
            }

            var closes = html.StartsWith("/");
            if (closes)
                html = html[1..];
            var length = 0;
            while (length < html.Length && (char.IsAsciiLetterOrDigit(html[length]) || html[length] == '-'))
                length++;
            if (length == 0 || !char.IsAsciiLetter(html[0]))
                continue;
            var name = html[..length];
            html = html[length..];
            if (uncounted.Contains(name))
                continue;
            var key = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
            if (closes)
                Close(open, key);
            else if (FindRawText(name) is { } raw)
                html = After(html, raw);
            else
                open.Add(key);
            if (open.Count > Deepest)
                return true;
        }

        return false;
    }

    private static void Close(List<int> open, int key)
    {
        for (var i = open.Count - 1; i >= 0 && i >= open.Count - Reach; i--)
        {
            if (open[i] != key)
                continue;
            open.RemoveRange(i, open.Count - i);
            return;
        }
    }

    private static string? FindRawText(ReadOnlySpan<char> name)
    {
        foreach (var raw in RawText)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
                return "</" + raw;
        }

        return null;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> html, string end) =>
        html.IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? html[(at + end.Length)..] : [];
}
