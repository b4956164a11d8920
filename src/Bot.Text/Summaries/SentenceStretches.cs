using Bot.Text.Marks;
using Bot.Text.Sentences;

namespace Bot.Text.Summaries;

/// <summary>How the outermost quotations lie in the sentences.</summary>
/// <param name="IsHalf">Whether a quotation goes over an end of the sentence, or is never closed.</param>
/// <param name="Opening">The quotation that the sentence begins with.</param>
internal sealed record SentenceStretches(bool[] IsHalf, MarkedStretch?[] Opening)
{
    public static SentenceStretches Read(IReadOnlyList<Sentence> sentences, IReadOnlyList<MarkedStretch> stretches)
    {
        var isHalf = new bool[sentences.Count];
        var opening = new MarkedStretch?[sentences.Count];
        var first = 0;
        foreach (var stretch in stretches.Where(s => s.Depth == 0).OrderBy(s => s.Inner.Start))
        {
            while (first < sentences.Count && sentences[first].Span.End <= stretch.Inner.Start)
                first++;
            for (var i = first; i < sentences.Count && sentences[i].Span.Start < stretch.Inner.End; i++)
            {
                var span = sentences[i].Span;
                isHalf[i] |= !stretch.IsClosed || !span.Contains(stretch.Inner);
                if (stretch.Inner.Start <= span.Start + 2 && stretch.Inner.Start > span.Start)
                    opening[i] = stretch;
            }
        }

        return new SentenceStretches(isHalf, opening);
    }
}
