using Bot.Text.Spans;

namespace Bot.Core.Feeds.Markup;

/// <summary>Where a <see cref="MarkupReader"/> stands.</summary>
internal enum MarkupPlace
{
    Start,
    Opening,
    Letters,
    Closing,
    End,
}

/// <summary>
/// Reads a document's elements from front to back, in well-formed XML and in what feeds make of it: elements that are
/// never closed end with the one around them, and what closes nothing is passed over.
/// </summary>
internal sealed class MarkupReader(MarkupDocument document)
{
    /// <summary>No feed comes near; what does is made to exhaust its readers.</summary>
    public const int Deepest = 256;

    private readonly NameTable names = new();
    private readonly Scopes scopes = new();
    private readonly MarkupPieces pieces = new(document.Text.AsMemory());
    private int toClose;
    private int closedAt;

    public MarkupPlace Place { get; private set; }

    /// <summary>The element's, in lower case, without prefix.</summary>
    public string Name => scopes.Innermost.Name.Local;

    public Vocabulary Vocabulary => scopes.Innermost.Vocabulary;

    /// <summary>What <c>xml:base</c> says that links start from here; null where nothing is said.</summary>
    public string? Base => scopes.Innermost.Base;

    /// <summary>How many elements are open, the one that a tag opens or closes among them.</summary>
    public int Depth => scopes.Count;

    /// <summary>Whether more elements stand within each other than are followed; the deepest were passed over.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The tag's that was read last.</summary>
    public string? Attribute(string name)
    {
        var attributes = new TagAttributes(document.Text, pieces.Tag);
        while (attributes.MoveNext())
        {
            if (!attributes.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            if (!attributes.Value.Contains('&'))
                return attributes.Value.ToString();
            using var value = new LetterBuffer();
            References.Resolve(attributes.Value, document.Entities, value);
            return value.Span.ToString();
        }

        return null;
    }

    /// <returns>False at the document's end, where all elements have been closed.</returns>
    public bool Read()
    {
        if (Place == MarkupPlace.Closing)
        {
            scopes.Close();
            toClose--;
        }

        if (toClose > 0)
            return Stand(MarkupPlace.Closing);
        while (pieces.MoveNext())
        {
            if (pieces.Kind == PieceKind.Doctype)
                document.Entities = Doctype.Entities(pieces.Letters);
            else if (pieces.Kind != PieceKind.Tag)
                return Stand(MarkupPlace.Letters);
            else if (pieces.Tag.IsClosing ? Closes() : Opens())
                return true;
        }

        toClose = scopes.Count;
        closedAt = document.Text.Length;
        return toClose > 0 ? Stand(MarkupPlace.Closing) : !Stand(MarkupPlace.End);
    }

    /// <summary>Goes to the next element that stands right in the one of that depth.</summary>
    /// <returns>False where that one ends.</returns>
    public bool ReadChild(int depth)
    {
        while (Read())
        {
            if (Place == MarkupPlace.Opening && Depth == depth + 1)
                return true;
            if (Place == MarkupPlace.Closing && Depth <= depth)
                return false;
        }

        return false;
    }

    /// <summary>From an element's opening to its closing.</summary>
    public ElementContent ReadContent()
    {
        var (depth, start, given) = (Depth, pieces.End, Base);
        var hasElements = false;
        while (Read() && (Place != MarkupPlace.Closing || Depth > depth))
            hasElements |= Place == MarkupPlace.Opening;
        return new ElementContent(document, TextSpan.FromBounds(start, Math.Max(start, closedAt)), hasElements, given);
    }

    private bool Opens()
    {
        var tag = pieces.Tag;
        var name = names.Get(tag.Name(document.Text));
        if (name.Local is "item" or "entry" && scopes.CountTo(name) is > 0 and var unclosed)
        {
            // Items do not stand in each other: the one before was never closed. Then this tag is read again.
            pieces.GoTo(pieces.Start);
            toClose = unclosed;
            closedAt = pieces.Start;
            return Stand(MarkupPlace.Closing);
        }

        if (scopes.Count >= Deepest)
        {
            IsTooDeep = true;
            return false;
        }

        scopes.Open(name, document.Text, tag);
        toClose = tag.IsEmpty || IsVoid(name) ? 1 : 0;
        closedAt = tag.End;
        return Stand(MarkupPlace.Opening);
    }

    /// <summary>HTML that nobody escaped leaves these open, as it may.</summary>
    private static bool IsVoid(MarkupName name) => name.Prefix.Length == 0 && VoidElements.ContainsInFeed(name.Local);

    private bool Closes()
    {
        toClose = scopes.CountTo(names.Get(pieces.Tag.Name(document.Text)));
        closedAt = pieces.Start;
        return toClose > 0 && Stand(MarkupPlace.Closing);
    }

    private bool Stand(MarkupPlace place)
    {
        Place = place;
        return true;
    }
}
