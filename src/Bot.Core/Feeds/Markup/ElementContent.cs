using Bot.Text.Spans;

namespace Bot.Core.Feeds.Markup;

/// <summary>
/// What stands between an element's tags, as a stretch of its document: nothing is copied until somebody asks what it
/// says.
/// </summary>
/// <param name="HasElements">Whether there are elements in it, or letters alone.</param>
/// <param name="Base">What <c>xml:base</c> says its links start from; null where nothing is said.</param>
internal sealed record ElementContent(MarkupDocument Document, TextSpan Span, bool HasElements, string? Base)
{
    private const string CDataOpening = "<![CDATA[";
    private const string CDataClosing = "]]>";

    public ReadOnlyMemory<char> Source => Document.Text.AsMemory(Span.Start, Span.Length);

    /// <summary>Its letters, references resolved, its elements' tags left out, no white space at the ends.</summary>
    /// <param name="room">Where they are put together, if they do not stand in the document as they are.</param>
    /// <returns>Letters of the document or of the room: good until the room is used again.</returns>
    public ReadOnlyMemory<char> Letters(LetterBuffer room)
    {
        var source = Source.Trim();
        if (source.Span.IndexOfAny('&', '<') < 0)
            return source;
        if (IsOneSection(source.Span))
            return source[CDataOpening.Length..^CDataClosing.Length].Trim();
        room.Clear();
        var pieces = new MarkupPieces(source);
        while (pieces.MoveNext())
        {
            if (pieces.Kind == PieceKind.Verbatim)
                room.Append(pieces.Letters);
            else if (pieces.Kind == PieceKind.Letters)
                References.Resolve(pieces.Letters, Document.Entities, room);
        }

        return room.Memory.Trim();
    }

    /// <returns>Its letters without white space at their ends; null where nothing is left.</returns>
    public string? Trimmed()
    {
        using var room = new LetterBuffer();
        return Letters(room) is { IsEmpty: false } letters ? letters.ToString() : null;
    }

    /// <returns>What stands in it, tags and all, for what is a sign and no text; null where that is nothing.</returns>
    public string? Sign() => HasElements ? Source.Trim().ToString() : Trimmed();

    /// <summary>As a document of its own, where a reader that came by it wants to know what elements it has.</summary>
    public MarkupDocument Alone() => new(Source.ToString()) { Entities = Document.Entities };

    private static bool IsOneSection(ReadOnlySpan<char> source) =>
        source.StartsWith(CDataOpening)
        && source.EndsWith(CDataClosing)
        && source.IndexOf(CDataClosing) == source.Length - CDataClosing.Length;
}

/// <summary>A document in tags, and the entities that it declares.</summary>
internal sealed class MarkupDocument(string text)
{
    private static readonly Dictionary<string, string> NoEntities = [];

    public string Text { get; } = text;

    public IReadOnlyDictionary<string, string> Entities { get; set; } = NoEntities;
}
