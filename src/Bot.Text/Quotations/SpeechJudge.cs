using System.Collections.Frozen;
using Bot.Text.Cues;
using Bot.Text.Languages;

namespace Bot.Text.Quotations;

/// <summary>Tells speech from a term, a title or a name in marks, and whole speech from words of it.</summary>
internal sealed class SpeechJudge(ItemStream stream)
{
    /// <summary>"so-called", "self-proclaimed": what stands behind them in marks is a name that somebody goes by.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bynames = Words("bynames");

    /// <summary>Words before marks that make a name of what stands between, beside those of bynames.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Namers = Words("namers");

    /// <summary>Works, before marks that hold their title.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Works = Words("works");

    /// <summary>The signs of a term, a title or a question about, a bit each.</summary>
    public int SignsOf(QuotedUnit unit) =>
        (IsNamed(unit) ? 1 : 0) + (IsTitle(unit) ? 2 : 0) + (IsPlaced(unit) ? 4 : 0) + (IsAskedAbout(unit) ? 8 : 0);

    /// <summary>A few words behind "so-called" or "self-proclaimed": a name that somebody goes by, and nobody's speech.</summary>
    public bool IsByname(QuotedUnit unit)
    {
        var i = unit.Item - 1;
        return unit.Words < 7 && i >= stream.SentenceOf(unit.Item).First && Bynames.Contains(stream.Word(i));
    }

    /// <summary>The unit is all that its sentence holds.</summary>
    public bool IsAlone(QuotedUnit unit)
    {
        var (first, last, _) = stream.SentenceOf(unit.Item);
        var before = unit.Item == first || unit.Item == first + 1 && stream[first].Kind == ItemKind.Punctuation;
        return before && (unit.Item == last || unit.Item == last - 1 && stream[last].Kind == ItemKind.Punctuation);
    }

    /// <summary>"Asked whether it was “a shame for all of us,” she left": the words are the question's, and nobody's by name.</summary>
    private bool IsAskedAbout(QuotedUnit unit)
    {
        var first = stream.SentenceOf(unit.Item).First;
        for (var i = unit.Item - 1; i >= first && i > unit.Item - 24; i--)
        {
            if (i < unit.Item - 1 && stream[i].Kind == ItemKind.Punctuation || stream[i].IsQuote)
                return false;
            if (stream.Is(i, "asked"))
                return i == first
                    || stream[i - 1].Lexeme.Is(WordClasses.Be)
                    || stream.IsMark(i - 1, ',')
                    || stream.Is(i - 1, "when");
        }

        return false;
    }

    public QuotationKind KindOf(QuotedUnit unit)
    {
        var sentence = stream.SentenceOf(unit.Item);
        var isWhole = unit.StartsUpper && (unit.EndsSentence || unit.LeadsOn || !unit.IsClosed);
        if (!isWhole)
            return unit.Words > 0 && !unit.StartsUpper && unit.Item > sentence.First && !IsResumed(unit)
                    ? QuotationKind.Partial
                : unit.EndsSentence || unit.LeadsOn ? QuotationKind.Direct
                : QuotationKind.Partial;
        return QuotationKind.Direct;
    }

    /// <summary>“We came,” he said, “and we won.”</summary>
    private bool IsResumed(QuotedUnit unit)
    {
        var first = stream.SentenceOf(unit.Item).First;
        if (!stream.IsMark(unit.Item - 1, ','))
            return false;
        for (var i = unit.Item - 2; i >= first && i > unit.Item - 14; i--)
            if (stream[i].IsQuote)
                return stream.Units[stream[i].Unit] is { StartsUpper: true, LeadsOn: true };
        return false;
    }

    private bool IsNamed(QuotedUnit unit)
    {
        var (i, first) = (unit.Item - 1, stream.SentenceOf(unit.Item).First);
        if (i < first || unit.Words > 9)
            return false;
        if (Namers.Contains(stream.Word(i)) || Bynames.Contains(stream.Word(i)))
            return true;
        var work = stream.IsMark(i, ',') ? i - 1 : i;
        if (work >= first && Works.Contains(stream.Word(work)))
            return IsTitle(unit);
        // "known as", "billed as", "referred to as"
        return stream.Is(i, "as") && i > first && (stream.Is(i - 1, "known") || stream.Is(i - 1, "billed"));
    }

    /// <summary>On CNN's “State of the Union”; told “Fox and Friends”.</summary>
    private bool IsPlaced(QuotedUnit unit)
    {
        var i = unit.Item - 1;
        return i >= stream.SentenceOf(unit.Item).First
            && (
                stream[i].Lexeme.Is(WordClasses.Ending)
                || stream.Is(i, "on")
                || stream.Is(i, "told")
                || stream.Is(i, "to")
            );
    }

    /// <summary>Every word of weight is capital, as in a programme's name.</summary>
    private bool IsTitle(QuotedUnit unit)
    {
        if (unit.Words > 9 || unit.End is '!' or '?')
            return false;
        var (capitals, others) = (0, 0);
        foreach (var range in unit.Span.In(stream.Text).SplitAny(' ', '\u00a0', '-'))
        {
            var word = unit.Span.In(stream.Text)[range].Trim("\"'“”‘’(),.");
            if (word.IsEmpty || !char.IsLetter(word[0]))
                continue;
            if (char.IsUpper(word[0]))
                capitals++;
            else if (!Lexicon.Find(word).Is(WordClasses.Determiner | WordClasses.Preposition | WordClasses.Conjunction))
                others++;
        }

        return others == 0 && capitals >= (unit.Words > 2 ? 2 : 1);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string heading) =>
        Language
            .House.Words(heading)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
