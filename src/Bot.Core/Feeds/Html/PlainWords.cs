using System.Text;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>What HTML says in one line of plain text: tags off, references resolved, white space folded.</summary>
internal static class PlainWords
{
    private static readonly Dictionary<string, string> NoEntities = [];

    public static string Of(ReadOnlyMemory<char> source, IReadOnlyDictionary<string, string>? declared = null)
    {
        if (source.Span.IndexOfAny('<', '&') < 0)
            return Folded(source.Span);
        var words = new StringBuilder(source.Length);
        var pieces = new MarkupPieces(source);
        while (pieces.MoveNext())
        {
            if (pieces.Kind == PieceKind.Letters)
                References.Resolve(pieces.Letters, declared ?? NoEntities, words);
            else if (pieces.Kind == PieceKind.Verbatim)
                words.Append(pieces.Letters);
            else if (pieces.Kind == PieceKind.Tag)
                Write(source.Span, pieces, words);
        }

        return Folded(words.ToString());
    }

    /// <returns>Null where nothing is left.</returns>
    public static string? OrNull(string? folded) => string.IsNullOrEmpty(folded) ? null : folded;

    public static string Folded(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
                folded.Append(letter);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        if (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        return folded.ToString();
    }

    private static void Write(ReadOnlySpan<char> source, MarkupPieces pieces, StringBuilder words)
    {
        var name = pieces.Tag.Name(source);
        name = name[(name.LastIndexOf(':') + 1)..];
        if (SilentElements.TrySkip(source, pieces, name))
            return;
        if (HtmlElements.IsBlock(name))
            words.Append(' ');
        // A headline on the <blink> tag means the word; one in <b> means the weight.
        else if (!HtmlElements.IsKnown(name))
            words.Append(pieces.Letters);
    }
}
