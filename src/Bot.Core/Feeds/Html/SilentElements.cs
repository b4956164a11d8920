using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>Passes over what stands in scripts and style sheets, which no bracket in them ends.</summary>
internal static class SilentElements
{
    /// <param name="pieces">At a silent element's tag; then the reading goes on at its closing tag.</param>
    public static void Skip(ReadOnlySpan<char> source, MarkupPieces pieces, HtmlElement element)
    {
        if (!pieces.Tag.IsClosing && !pieces.Tag.IsEmpty)
            pieces.GoTo(FindClosing(source, pieces.End, element.Name));
    }

    private static int FindClosing(ReadOnlySpan<char> source, int from, string name)
    {
        for (var at = from; source[at..].IndexOf("</") is >= 0 and var step; at += 2)
        {
            at += step;
            if (source[(at + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return at;
        }

        return source.Length;
    }
}
