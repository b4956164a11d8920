using System.Globalization;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Sentences;

namespace Bot.Text.Quotations;

/// <summary>What stands between marks in a language whose words of speech are not known: whole sentences or some words, and nobody's.</summary>
internal static class UnattributedQuotations
{
    /// <summary>Fewer words that end no sentence are as often a title or a term as speech.</summary>
    private const int MostOfPhrase = 4;

    /// <summary>Scripts without blanks between words take about so many signs for one.</summary>
    private const int SignsPerWord = 3;

    public static IReadOnlyList<Quotation> Find(
        string text,
        IReadOnlyList<Block> blocks,
        IReadOnlyList<MarkedStretch> stretches
    )
    {
        var quotations = new List<Quotation>();
        foreach (var stretch in stretches.Where(s => s.Depth == 0 && IsInParagraph(s, blocks)))
            quotations.Add(
                new Quotation(
                    stretch.Inner,
                    KindOf(text, stretch),
                    quotations.Count + 1,
                    SpeakerId: null,
                    Mention: null,
                    SpeakerResolution.None,
                    Cue: null
                )
            );
        return quotations;
    }

    /// <summary>What a heading or a caption has in marks is no quotation of the article's.</summary>
    private static bool IsInParagraph(MarkedStretch stretch, IReadOnlyList<Block> blocks)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Span.End <= stretch.Inner.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < blocks.Count && blocks[low].Kind == BlockKind.Paragraph;
    }

    private static QuotationKind KindOf(string text, MarkedStretch stretch)
    {
        var inner = stretch.Inner.In(text);
        var words = WordsOf(inner);
        if (words > 1 && !char.IsLower(inner[0]) && IsSpeech(text, stretch, words))
            return QuotationKind.Direct;
        return words > MostOfPhrase ? QuotationKind.Partial : QuotationKind.Phrase;
    }

    /// <summary>
    /// Ends a sentence by its last sign, or before a comma or a stop right behind the closing mark, as German, Polish and others set
    /// them. That sign is as often the article's: "… der „Letzten Generation“." Then a few words count only where they begin.
    /// </summary>
    private static bool IsSpeech(string text, MarkedStretch stretch, int words) =>
        SentenceMarks.IsTerminator(text[stretch.Inner.End - 1])
        || !stretch.IsClosed
        || IsBeforeStop(text, stretch) && (words > MostOfPhrase || BeginsSpeech(text, stretch));

    private static bool IsBeforeStop(string text, MarkedStretch stretch)
    {
        // French sets a blank before its closing mark.
        var after = stretch.Inner.End;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        after++;
        return after < text.Length && text[after] is ',' or '，' or '、' or '.' or '。';
    }

    /// <summary>Behind a colon, or where nothing of its sentence stands before it.</summary>
    private static bool BeginsSpeech(string text, MarkedStretch stretch)
    {
        var before = text.AsSpan(0, stretch.Inner.Start).TrimEnd();
        before = before.IsEmpty ? before : before[..^1];
        var rest = before.TrimEnd();
        return rest.IsEmpty
            || before[rest.Length..].Contains('\n')
            || rest[^1] is ':' or '：'
            || SentenceMarks.IsTerminator(rest[^1]);
    }

    private static int WordsOf(ReadOnlySpan<char> inner)
    {
        var (words, signs) = (inner.Count(' ') + 1, 0);
        foreach (var c in inner)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter && c >= '\u3040')
                signs++;
        }

        return Math.Max(words, signs / SignsPerWord);
    }
}
