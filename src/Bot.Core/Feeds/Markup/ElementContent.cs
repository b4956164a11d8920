using System.Text;
using Bot.Text.Spans;

namespace Bot.Core.Feeds.Markup;

/// <summary>
/// What stands between an element's tags, as a stretch of its document: nothing is copied until somebody asks what it
/// says.
/// </summary>
/// <param name="HasElements">Whether there are elements in it, or letters alone.</param>
/// <param name="Base">What <c>xml:base</c> says its links start from; null where nothing is said.</param>
internal readonly record struct ElementContent(MarkupDocument Document, TextSpan Span, bool HasElements, string? Base)
{
    public ReadOnlyMemory<char> Source => Document.Text.AsMemory(Span.Start, Span.Length);

    /// <summary>Its letters, references resolved, its elements' tags left out.</summary>
    public string Text()
    {
        var source = Source;
        if (source.Span.IndexOfAny('&', '<') < 0)
            return source.ToString();
        var text = new StringBuilder(source.Length);
        var pieces = new MarkupPieces(source);
        while (pieces.MoveNext())
        {
            if (pieces.Kind == PieceKind.Verbatim)
                text.Append(pieces.Letters);
            else if (pieces.Kind == PieceKind.Letters)
                References.Resolve(pieces.Letters, Document.Entities, text);
        }

        return text.ToString();
    }

    /// <returns>What stands in it, tags and all, for what is a sign and no text; null where that is nothing.</returns>
    public string? Sign() => HasElements ? Source.Span.Trim().ToString() : Trimmed();

    /// <returns>Its letters without white space at their ends; null where nothing is left.</returns>
    public string? Trimmed() => Text().Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>A document in tags, and the entities that it declares.</summary>
internal sealed class MarkupDocument(string text)
{
    public string Text { get; } = text;

    public IReadOnlyDictionary<string, string> Entities { get; set; } = new Dictionary<string, string>();
}
