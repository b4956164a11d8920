using System.Numerics;
using Bot.Text.Cues;
using Bot.Text.Spans;

namespace Bot.Text.Quotations;

/// <summary>What is known of a quoted unit by itself and by the words beside it, as small numbers.</summary>
/// <param name="Ending">What the unit ends with.</param>
/// <param name="Shape">Whether it starts large, and is closed.</param>
/// <param name="Standing">Whether it is all of its sentence, or of its paragraph.</param>
/// <param name="CueContext">The nearest cues before and after it in its sentence.</param>
/// <param name="Signs">What tells a term, a title or a question about from speech.</param>
/// <param name="Capitals">How many of its words are large.</param>
internal readonly record struct UnitView(
    int Index,
    int Item,
    int Sentence,
    int SentenceInParagraph,
    int Paragraph,
    TextSpan Span,
    int Words,
    int Ending,
    int Shape,
    int Standing,
    int CueContext,
    int NearestGap,
    int Size,
    int Left,
    int Left2,
    int Right,
    int Right2,
    int LeftClasses,
    int FirstWord,
    int LastWord,
    int Capitals,
    int Signs,
    bool PreviousEndsInColon,
    bool NextIsOpen
)
{
    private const int Far = 80;

    public static UnitView Of(QuotedUnit unit, QuotationScene scene, SpeechJudge judge)
    {
        var (stream, forms) = (scene.Stream, scene.Forms);
        var item = stream[unit.Item];
        var sentence = stream.Sentences[item.Sentence];
        var (context, gap) = ContextOf(unit, item.Sentence, scene);
        var (first, last, capitals) = WordsOf(unit, stream.Text);
        return new UnitView(
            unit.Index,
            unit.Item,
            item.Sentence,
            InParagraph(stream, item.Sentence),
            item.Paragraph,
            unit.Span,
            unit.Words,
            EndingOf(unit),
            (unit.StartsUpper ? 1 : 0) + (unit.IsClosed ? 0 : 2),
            !stream.HasWords(item.Paragraph) ? 2
                : judge.IsAlone(unit) ? 1
                : 0,
            context,
            gap,
            unit.Words < 4 ? unit.Words : Math.Min(9, 2 + BitOperations.Log2((uint)unit.Words)),
            forms.In(sentence, unit.Item - 1),
            forms.In(sentence, unit.Item - 2),
            forms.In(sentence, unit.Item + 1),
            forms.In(sentence, unit.Item + 2),
            unit.Item > sentence.First ? (int)stream[unit.Item - 1].Lexeme.Classes : -1,
            first,
            last,
            capitals,
            judge.SignsOf(unit),
            item.Sentence > 0 && stream.IsMark(stream.Sentences[item.Sentence - 1].Last, ':'),
            unit.Index + 1 < stream.Units.Count && stream[stream.Units[unit.Index + 1].Item].Sentence == item.Sentence
        );
    }

    public static int EndingOf(QuotedUnit unit) =>
        unit.End switch
        {
            '.' => 1,
            ',' => 2,
            '?' => 3,
            '!' => 4,
            '—' or '–' or '-' or '…' => 5,
            _ => 0,
        };

    public static int CodeOf(Cue cue) =>
        cue.Kind == CueKind.Verb ? 1 + (int)(cue.Verb?.Strength ?? CueStrength.Faint) : 3 + (int)cue.Kind;

    /// <summary>Words between two items that tell something: no commas, no "that".</summary>
    public static int GapBetween(ItemStream stream, int from, int to)
    {
        var gap = Math.Max(0, to - from - Far);
        for (var i = from + 1; i < to && i <= from + Far; i++)
            gap +=
                stream[i].IsQuote ? 3
                : stream[i].Kind == ItemKind.Punctuation
                || stream.Is(i, "that")
                || stream[i].Lexeme.Is(WordClasses.Time)
                    ? 0
                : 1;
        return gap;
    }

    private static int InParagraph(ItemStream stream, int sentence)
    {
        var first = sentence;
        while (
            first > 0
            && sentence - first < 20
            && stream.Sentences[first - 1].Paragraph == stream.Sentences[sentence].Paragraph
        )
            first--;
        return sentence - first;
    }

    private static (int Context, int Gap) ContextOf(QuotedUnit unit, int sentence, QuotationScene scene)
    {
        var cues = scene.Cues.In(sentence);
        var (low, high) = (0, cues.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cues[middle].At < unit.Item)
                low = middle + 1;
            else
                high = middle;
        }

        var (before, after, gap) = (0, 0, 9);
        if (low > 0)
        {
            before = CodeOf(cues[low - 1]);
            gap = Math.Min(8, GapBetween(scene.Stream, cues[low - 1].Last, unit.Item));
        }

        if (low < cues.Length)
        {
            after = CodeOf(cues[low]);
            gap = Math.Min(gap, Math.Min(8, GapBetween(scene.Stream, unit.Item, cues[low].First)));
        }

        return (before + 16 * after, gap);
    }

    private static (int First, int Last, int Capitals) WordsOf(QuotedUnit unit, string text)
    {
        var (first, last, capitals, words) = (0, 0, 0, 0);
        var inner = unit.Span.In(text);
        foreach (var range in inner[..Math.Min(inner.Length, 200)].SplitAny(' ', '\u00a0', '\n'))
        {
            var word = inner[range].Trim("\"'“”‘’(),.!?;:");
            if (word.IsEmpty)
                continue;
            last = WordForms.Of(word);
            first = words == 0 ? last : first;
            words++;
            capitals += char.IsUpper(word[0]) ? 1 : 0;
        }

        return (
            first,
            last,
            capitals == 0 ? 0
            : capitals == words ? 4
            : 2 * capitals >= words ? 3
            : capitals == 1 ? 1
            : 2
        );
    }
}
