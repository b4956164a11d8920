using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>Passes over what stands in scripts and style sheets, which no bracket in them ends.</summary>
internal static class SilentElements
{
    /// <param name="pieces">At a tag.</param>
    /// <returns>Whether the tag was such an element's; then the reading goes on at its closing tag.</returns>
    public static bool TrySkip(ReadOnlySpan<char> source, MarkupPieces pieces, ReadOnlySpan<char> name)
    {
        if (!HtmlElements.IsSilent(name))
            return false;
        if (!pieces.Tag.IsClosing && !pieces.Tag.IsEmpty)
            pieces.GoTo(FindClosing(source, pieces.End, name));
        return true;
    }

    private static int FindClosing(ReadOnlySpan<char> source, int from, ReadOnlySpan<char> name)
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
