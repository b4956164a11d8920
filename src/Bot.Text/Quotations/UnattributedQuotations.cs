using System.Globalization;
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

    public static IReadOnlyList<Quotation> Find(string text, IReadOnlyList<MarkedStretch> stretches)
    {
        var quotations = new List<Quotation>();
        foreach (var stretch in stretches.Where(s => s.Depth == 0).OrderBy(s => s.Inner.Start))
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

    private static QuotationKind KindOf(string text, MarkedStretch stretch)
    {
        var inner = stretch.Inner.In(text);
        if (EndsSentence(text, stretch) && !char.IsLower(inner[0]) && WordsOf(inner) > 1)
            return QuotationKind.Direct;
        return WordsOf(inner) > MostOfPhrase ? QuotationKind.Partial : QuotationKind.Phrase;
    }

    /// <summary>With its last sign, or, as German, Polish and others set it, with one right after the closing mark.</summary>
    private static bool EndsSentence(string text, MarkedStretch stretch)
    {
        if (SentenceMarks.IsTerminator(text[stretch.Inner.End - 1]) || !stretch.IsClosed)
            return true;
        // French sets a blank before its closing mark.
        var after = stretch.Inner.End;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        after++;
        return after < text.Length && text[after] is ',' or '，' or '、' && char.IsUpper(text[stretch.Inner.Start]);
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
