using System.Text;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>
/// Writes HTML anew with what words need and nothing that acts: kept elements, each closed, with kept attributes, each
/// quoted, and letters, each escaped. What is not kept loses its tags and keeps its words.
/// </summary>
internal sealed class HtmlCleaner
{
    /// <summary>Deeper ones lose their tags: nobody reads a list in a list a hundred times.</summary>
    private const int Deepest = 64;

    private readonly StringBuilder clean = new();
    private readonly StringBuilder resolved = new();
    private readonly List<string> open = [];
    private IReadOnlyDictionary<string, string> entities = NoEntities;
    private Uri? start;

    private static readonly Dictionary<string, string> NoEntities = [];

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
                WriteLetters(pieces.Letters);
            else if (pieces.Kind == PieceKind.Verbatim)
                Escape(pieces.Letters);
            else if (pieces.Kind == PieceKind.Tag)
                Write(source.Span, pieces);
        }

        while (open.Count > 0)
            CloseInnermost();
        return clean.ToString().Trim();
    }

    private void Write(ReadOnlySpan<char> source, MarkupPieces pieces)
    {
        var tag = pieces.Tag;
        var name = tag.Name(source);
        // The prefix that a feed gives to XHTML.
        name = name[(name.LastIndexOf(':') + 1)..];
        if (SilentElements.TrySkip(source, pieces, name))
            return;
        if (!HtmlElements.IsKept(name))
            clean.Append(clean.Length > 0 && clean[^1] is not (' ' or '\n') && !IsInline(name) ? " " : "");
        else if (!tag.IsClosing)
            Open(source, tag, name);
        else if (!HtmlElements.IsVoid(name))
            Close(name);
    }

    private static bool IsInline(ReadOnlySpan<char> name) => !HtmlElements.IsKnown(name) || name is "nobr" or "blink";

    private void Open(ReadOnlySpan<char> source, in Tag tag, ReadOnlySpan<char> name)
    {
        if (open.Count >= Deepest)
            return;
        var lower = Lower(name);
        clean.Append('<').Append(lower);
        var attributes = new TagAttributes(source, tag);
        while (attributes.MoveNext())
        {
            if (HtmlElements.IsKeptAttribute(attributes.Name))
                Write(attributes.Name, attributes.Value);
        }

        clean.Append('>');
        if (HtmlElements.IsVoid(name))
            return;
        open.Add(lower);
        if (tag.IsEmpty)
            CloseInnermost();
    }

    private void Write(ReadOnlySpan<char> attribute, ReadOnlySpan<char> value)
    {
        var text = value.Contains('&') ? Resolved(value) : value;
        if (HtmlElements.IsLink(attribute))
        {
            if (SafeLink.Find(text, start) is not { } link)
                return;
            text = link;
        }

        clean.Append(' ').Append(Lower(attribute)).Append("=\"");
        Escape(text, isQuoted: true);
        clean.Append('"');
    }

    private void Close(ReadOnlySpan<char> name)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (!name.Equals(open[i], StringComparison.OrdinalIgnoreCase))
                continue;
            while (open.Count > i)
                CloseInnermost();
            return;
        }
    }

    private void CloseInnermost()
    {
        clean.Append("</").Append(open[^1]).Append('>');
        open.RemoveAt(open.Count - 1);
    }

    private void WriteLetters(ReadOnlySpan<char> letters) =>
        Escape(letters.Contains('&') ? Resolved(letters) : letters);

    private string Resolved(ReadOnlySpan<char> text)
    {
        resolved.Clear();
        References.Resolve(text, entities, resolved);
        return resolved.ToString();
    }

    private void Escape(ReadOnlySpan<char> text, bool isQuoted = false)
    {
        while (text.IndexOfAny('<', '&', isQuoted ? '"' : '<') is >= 0 and var at)
        {
            clean
                .Append(text[..at])
                .Append(
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

    private static string Lower(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[Math.Min(name.Length, 32)];
        return name.ToLowerInvariant(lower) < 0 ? name.ToString() : string.Intern(lower.ToString());
    }
}
