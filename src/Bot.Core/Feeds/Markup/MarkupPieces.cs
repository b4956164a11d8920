namespace Bot.Core.Feeds.Markup;

/// <summary>What a stretch of markup is.</summary>
internal enum PieceKind
{
    /// <summary>Letters with references.</summary>
    Letters,

    /// <summary>Letters as they stand: what is in a CDATA section.</summary>
    Verbatim,
    Tag,
    Doctype,
}

/// <summary>
/// Cuts markup into letters and tags, from front to back; comments and instructions are passed over. It never fails:
/// what cannot be read as anything else is letters.
/// </summary>
internal sealed class MarkupPieces(ReadOnlyMemory<char> text)
{
    private const string CDataOpening = "<![CDATA[";
    private TagScanner scanner = new();
    private Tag tag;
    private int lettersStart;
    private int lettersEnd;
    private bool hasNoCommentEnd;
    private bool hasNoDoctypeEnd;
    private bool hasNoBracket;

    public PieceKind Kind { get; private set; }
    public Tag Tag => tag;

    /// <summary>Where the piece begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the next one begins.</summary>
    public int End { get; private set; }

    /// <summary>Of a CDATA section what is in it, of all else the whole piece.</summary>
    public ReadOnlySpan<char> Letters => text.Span[lettersStart..lettersEnd];

    /// <summary>Goes on from another place.</summary>
    public void GoTo(int place) => End = place;

    public bool MoveNext()
    {
        var all = text.Span;
        while (End < all.Length)
        {
            Start = End;
            if (all[Start] != '<')
                return TakeLetters(all, Start);
            if (scanner.TryRead(all, Start, out tag))
                return Take(PieceKind.Tag, tag.End);
            var rest = all[Start..];
            if (rest.StartsWith(CDataOpening, StringComparison.OrdinalIgnoreCase))
                return TakeCData(all);
            if (rest is not ['<', '!' or '?' or '/', ..] || hasNoBracket)
                return TakeLetters(all, Start + 1);
            if (LengthOfDoctype(rest) is > 0 and var length)
                return Take(PieceKind.Doctype, Start + length);
            End = Start + LengthOfRemark(rest);
            if (End == Start)
                return TakeLetters(all, Start + 1);
        }

        return false;
    }

    private bool TakeLetters(ReadOnlySpan<char> all, int from)
    {
        var step = all[from..].IndexOf('<');
        return Take(PieceKind.Letters, step < 0 ? all.Length : from + step);
    }

    private bool TakeCData(ReadOnlySpan<char> all)
    {
        var from = Start + CDataOpening.Length;
        var length = all[from..].IndexOf("]]>");
        Take(PieceKind.Verbatim, length < 0 ? all.Length : from + length + 3);
        (lettersStart, lettersEnd) = (from, length < 0 ? all.Length : from + length);
        return true;
    }

    private bool Take(PieceKind kind, int end)
    {
        (Kind, End, lettersStart, lettersEnd) = (kind, end, Start, end);
        return true;
    }

    /// <returns>0 where there is none, or one that never ends: that one is a remark, and so are all after it.</returns>
    private int LengthOfDoctype(ReadOnlySpan<char> rest)
    {
        if (hasNoDoctypeEnd || !rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            return 0;
        var length = Doctype.LengthOf(rest);
        // Looked for once, like a comment's end.
        hasNoDoctypeEnd = length == 0;
        return length;
    }

    /// <returns>0 where it never ends.</returns>
    private int LengthOfRemark(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--") && !hasNoCommentEnd)
        {
            // <!--> is a whole comment.
            if (rest[2..].IndexOf("-->") is >= 0 and var length)
                return length + 5;
            // Searched for once; the end of a feed that is full of openings would be searched for once each.
            hasNoCommentEnd = true;
        }

        var close = rest.IndexOf('>');
        hasNoBracket = close < 0;
        // A remark that nothing ends takes all that follows; any other opening is letters.
        return hasNoBracket && rest.StartsWith("<!--") ? rest.Length : close + 1;
    }
}
