using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>What HTML says in one line of plain text: tags off, references resolved, white space folded.</summary>
internal static class PlainWords
{
    private static readonly Dictionary<string, string> NoEntities = [];

    /// <param name="declared">The document's entities where the source is elements of that document; null of HTML that it escapes.</param>
    public static string Of(ReadOnlyMemory<char> source, IReadOnlyDictionary<string, string>? declared = null)
    {
        if (source.Span.IndexOfAny('<', '&') < 0)
            return Folded(source.Span);
        using var words = new LetterBuffer();
        var pieces = new MarkupPieces(source);
        while (pieces.MoveNext())
        {
            if (pieces.Kind == PieceKind.Letters)
                References.Resolve(pieces.Letters, declared ?? NoEntities, words);
            else if (pieces.Kind == PieceKind.Verbatim)
                words.Append(pieces.Letters);
            else if (pieces.Kind == PieceKind.Tag)
                Write(source.Span, pieces, words, isEscaped: declared is null);
        }

        return Folded(words.Span);
    }

    /// <returns>Null where nothing is left.</returns>
    public static string? OrNull(string? folded) => string.IsNullOrEmpty(folded) ? null : folded;

    public static string Folded(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (IsFolded(text))
            return text.ToString();
        using var folded = new LetterBuffer();
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
                folded.Append(letter);
            else if (folded.Span[^1] != ' ')
                folded.Append(' ');
        }

        return folded.Span.ToString();
    }

    private static bool IsFolded(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || text[i - 1] == ' '))
                return false;
        }

        return true;
    }

    private static void Write(ReadOnlySpan<char> source, MarkupPieces pieces, LetterBuffer words, bool isEscaped)
    {
        if (HtmlElements.Find(pieces.Tag.Name(source)) is not { } element)
        {
            // A headline on the &lt;generic> word means the word; one in &lt;b> means the weight.
            if (isEscaped)
                words.Append(pieces.Letters);
        }
        else if (element.IsSilent)
            SilentElements.Skip(source, pieces, element);
        else if (element.IsBlock)
            words.Append(' ');
    }
}
