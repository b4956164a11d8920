namespace Bot.Core.Feeds.Markup;

/// <summary>A tag's place in a text: <c>&lt;name attributes&gt;</c> or <c>&lt;/name&gt;</c>, both ends inclusive.</summary>
/// <param name="NameStart">Where its name begins, with its prefix.</param>
/// <param name="NameEnd">Where its name ends and its attributes begin.</param>
/// <param name="End">After its <c>&gt;</c>, or where the text breaks off.</param>
internal readonly record struct Tag(int NameStart, int NameEnd, int End, bool IsClosing, bool IsEmpty)
{
    public ReadOnlySpan<char> Name(ReadOnlySpan<char> text) => text[NameStart..NameEnd];
}

/// <summary>
/// Finds tags as browsers do, so that nothing which one would take for a tag passes as text. One scanner reads one
/// text: it remembers what it looked for in vain, without which hostile texts cost the square of their length.
/// </summary>
internal struct TagScanner
{
    private int noQuoteAfter;
    private int noApostropheAfter;

    public TagScanner()
    {
        noQuoteAfter = int.MaxValue;
        noApostropheAfter = int.MaxValue;
    }

    /// <param name="at">Where a <c>&lt;</c> stands.</param>
    /// <returns>False where it begins no tag and is a letter like others.</returns>
    public bool TryRead(ReadOnlySpan<char> text, int at, out Tag tag)
    {
        tag = default;
        var start = at + 1;
        var closes = start < text.Length && text[start] == '/';
        if (closes)
            start++;
        if (start >= text.Length || !IsNameStart(text[start]))
            return false;
        var nameEnd = start + 1;
        while (nameEnd < text.Length && IsInName(text[nameEnd]))
            nameEnd++;
        var end = FindEnd(text, nameEnd);
        var isEmpty =
            end >= 2 && end <= text.Length && text[end - 1] == '>' && text[end - 2] == '/' && end - 2 >= nameEnd;
        tag = new Tag(start, nameEnd, end, closes, isEmpty);
        return true;
    }

    /// <summary>After the first <c>&gt;</c> that stands in no quoted value.</summary>
    private int FindEnd(ReadOnlySpan<char> text, int from)
    {
        var at = from;
        while (true)
        {
            var step = text[at..].IndexOfAny('>', '"', '\'');
            if (step < 0)
                return text.Length;
            at += step;
            if (text[at] == '>')
                return at + 1;
            var quote = text[at];
            if (FollowsEquals(text, at, from) && FindQuote(text, at + 1, quote) is var closing and >= 0)
                at = closing;
            at++;
        }
    }

    private int FindQuote(ReadOnlySpan<char> text, int from, char quote)
    {
        ref var none = ref quote == '"' ? ref noQuoteAfter : ref noApostropheAfter;
        if (from >= none)
            return -1;
        var step = text[from..].IndexOf(quote);
        if (step >= 0)
            return from + step;
        none = from;
        return -1;
    }

    private static bool FollowsEquals(ReadOnlySpan<char> text, int at, int from)
    {
        do at--;
        while (at >= from && char.IsWhiteSpace(text[at]));
        return at >= from && text[at] == '=';
    }

    private static bool IsNameStart(char letter) =>
        char.IsAsciiLetter(letter) || letter == '_' || letter > 0x7F && char.IsLetter(letter);

    private static bool IsInName(char letter) =>
        !char.IsWhiteSpace(letter) && letter is not ('>' or '/' or '<' or '=' or '"' or '\'');
}
