using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>
/// Writes HTML anew with what words need and nothing that acts: kept elements, each closed, with kept attributes, each
/// quoted, and letters, each escaped. What is not kept loses its tags and keeps its words.
/// </summary>
internal sealed class HtmlCleaner : IDisposable
{
    /// <summary>Deeper ones lose their tags: nobody reads a list in a list a hundred times.</summary>
    private const int Deepest = 64;

    private static readonly Dictionary<string, string> NoEntities = [];

    private readonly LetterBuffer clean = new();
    private readonly LetterBuffer resolved = new();
    private readonly List<HtmlElement> open = [];
    private IReadOnlyDictionary<string, string> entities = NoEntities;
    private Uri? start;

    public void Dispose()
    {
        clean.Dispose();
        resolved.Dispose();
    }

    /// <param name="source">HTML; or XHTML as it stands in a document, where CDATA sections are letters.</param>
    /// <param name="links">What relative links start from.</param>
    public string Clean(ReadOnlyMemory<char> source, IReadOnlyDictionary<string, string>? declared, Uri? links)
    {
        if (source.Span.IndexOfAny('<', '&') < 0)
            return source.Span.Trim().ToString();
        (entities, start) = (declared ?? NoEntities, links);
        clean.Clear();
        open.Clear();
        var pieces = new MarkupPieces(source);
        while (pieces.MoveNext())
        {
            if (pieces.Kind == PieceKind.Letters)
                Escape(Resolved(pieces.Letters));
            else if (pieces.Kind == PieceKind.Verbatim)
                Escape(pieces.Letters);
            else if (pieces.Kind == PieceKind.Tag)
                Write(source.Span, pieces);
        }

        while (open.Count > 0)
            CloseInnermost();
        return clean.Span.Trim().ToString();
    }

    private void Write(ReadOnlySpan<char> source, MarkupPieces pieces)
    {
        var tag = pieces.Tag;
        if (HtmlElements.Find(tag.Name(source)) is not { } element)
            return;
        if (element.IsSilent)
            SilentElements.Skip(source, pieces, element);
        else if (!element.IsKept)
            Part(element);
        else if (!tag.IsClosing)
            Open(source, tag, element);
        else if (!element.IsVoid)
            Close(element);
    }

    /// <summary>Words that an element parted stay apart without it.</summary>
    private void Part(HtmlElement element)
    {
        if (element.IsBlock && clean.Length > 0 && clean.Span[^1] is not (' ' or '\n'))
            clean.Append(' ');
    }

    private void Open(ReadOnlySpan<char> source, in Tag tag, HtmlElement element)
    {
        if (open.Count >= Deepest)
            return;
        clean.Append('<');
        clean.Append(element.Name);
        var attributes = new TagAttributes(source, tag);
        while (attributes.MoveNext())
        {
            if (HtmlAttributes.Find(attributes.Name) is { } kept)
                Write(kept, attributes.Value);
        }

        clean.Append('>');
        if (element.IsVoid)
            return;
        open.Add(element);
        if (tag.IsEmpty)
            CloseInnermost();
    }

    private void Write(HtmlAttribute attribute, ReadOnlySpan<char> value)
    {
        var text = Resolved(value);
        if (attribute.IsLink)
        {
            if (SafeLink.Find(text, start) is not { } link)
                return;
            text = link;
        }

        clean.Append(' ');
        clean.Append(attribute.Name);
        clean.Append("=\"");
        Escape(text, quote: '"');
        clean.Append('"');
    }

    private void Close(HtmlElement element)
    {
        var at = open.LastIndexOf(element);
        while (at >= 0 && open.Count > at)
            CloseInnermost();
    }

    private void CloseInnermost()
    {
        clean.Append("</");
        clean.Append(open[^1].Name);
        clean.Append('>');
        open.RemoveAt(open.Count - 1);
    }

    private ReadOnlySpan<char> Resolved(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
            return text;
        resolved.Clear();
        References.Resolve(text, entities, resolved);
        return resolved.Span;
    }

    private void Escape(ReadOnlySpan<char> text, char quote = '<')
    {
        while (text.IndexOfAny('<', '&', quote) is >= 0 and var at)
        {
            clean.Append(text[..at]);
            clean.Append(
                text[at] switch
                {
                    '<' => "&lt;",
                    '&' => "&amp;",
                    _ => "&quot;",
                }
            );
            text = text[(at + 1)..];
        }

        clean.Append(text);
    }
}
