using Bot.Text.Marks;
using Bot.Text.Sentences;
using Bot.Text.Spans;

namespace Bot.Text.Summaries;

/// <summary>Orders an article's sentences by what a summary needs first.</summary>
public static class SummaryRanker
{
    /// <summary>What a sentence loses for saying again what one before it in the order says.</summary>
    private const double Repetition = 0.3;

    /// <summary>The news is told by then: further sentences are sought over the whole article, and place weighs less.</summary>
    private const int MostFromHead = 3;

    private const double PlaceAfterHead = 0.3;

    /// <summary>As many as are weighed against each other; a longer summary goes on in the article's order.</summary>
    private const int MostWeighed = 24;

    /// <summary>A leaning sentence of fewer words than this and one more is an aside.</summary>
    private const int FewestBlanks = 5;

    /// <summary>
    /// Indexes into <paramref name="sentences"/>, the most needed first. Every prefix, put back into the article's order,
    /// reads well alone: no sentence comes before the one that its opening ("He also …") leans on, and half quotations,
    /// asides and lines that lead in to something come last.
    /// </summary>
    /// <param name="language">As guessed: its function words do not count.</param>
    /// <param name="title">The article's title, where it has one.</param>
    public static IReadOnlyList<int> Rank(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<MarkedStretch> stretches,
        string language,
        string? title
    )
    {
        var terms = new SentenceTerms(text, sentences, language);
        var marks = SentenceStretches.Read(sentences, stretches);
        var scores = SentenceScorer.Score(text, sentences, terms, marks.QuotedShare, language, title);
        var leans = sentences.Select((s, i) => Openings.Lean(text, s.Span, marks.Opening[i])).ToArray();
        var isFit = sentences
            .Select(
                (s, i) =>
                    !marks.IsHalf[i]
                    && !(leans[i] && IsAside(text, s.Span))
                    && !IsUneven(s.Span.In(text))
                    && !LeadsIn(text, s.Span)
            )
            .ToArray();
        var order = new List<int>(sentences.Count);
        var isTaken = new bool[sentences.Count];
        var repeats = new double[sentences.Count];
        var isSaid = new bool[terms.SentencesWith.Length];
        while (order.Count < Math.Min(MostWeighed, sentences.Count) && Best() is { } best)
        {
            Take(best);
            Weigh(best);
        }

        for (var i = 0; i < sentences.Count; i++)
        {
            if (!isTaken[i] && isFit[i] && !Dangles(i))
                Take(i);
        }

        for (var i = 0; i < sentences.Count; i++)
        {
            if (!isTaken[i])
                Take(i);
        }

        return order;

        bool Dangles(int i) => leans[i] && (i == 0 || !isTaken[i - 1]);

        int? Best()
        {
            int? best = null;
            for (var i = 0; i < scores.Length; i++)
            {
                if (isTaken[i] || !isFit[i] || Dangles(i))
                    continue;
                if (best is not { } b || Worth(i) > Worth(b))
                    best = i;
            }

            return best;
        }

        double Worth(int i) =>
            scores[i]
            + (order.Count < MostFromHead ? 1 : PlaceAfterHead) * SentenceScorer.Place(i, scores.Length)
            - Repetition * repeats[i];

        void Take(int i)
        {
            isTaken[i] = true;
            order.Add(i);
        }

        void Weigh(int taken)
        {
            foreach (var term in terms.Distinct[taken])
                isSaid[term] = true;
            for (var i = 0; i < repeats.Length; i++)
            {
                if (!isTaken[i])
                    repeats[i] = Math.Max(repeats[i], Overlap(isSaid, terms.Distinct[taken].Length, terms.Distinct[i]));
            }

            foreach (var term in terms.Distinct[taken])
                isSaid[term] = false;
        }
    }

    private static double Overlap(bool[] isSaid, int said, int[] other)
    {
        if (said == 0 || other.Length == 0)
            return 0;
        var shared = 0;
        foreach (var term in other)
            shared += isSaid[term] ? 1 : 0;
        return (double)shared / Math.Min(said, other.Length);
    }

    /// <summary>"He was not surprised.": it leans, and is too short to be worth what it leans on.</summary>
    private static bool IsAside(string text, TextSpan sentence) => sentence.In(text).Count(' ') < FewestBlanks;

    /// <summary>A mark that no other answers, whatever the quotations were taken to be.</summary>
    private static bool IsUneven(ReadOnlySpan<char> sentence) =>
        sentence.Count('"') % 2 == 1 || sentence.Count('“') != sentence.Count('”') && !sentence.Contains('„');

    /// <summary>"Transcript as follows:" and "Q: …" are parts of something that the summary would not have.</summary>
    private static bool LeadsIn(string text, TextSpan sentence) =>
        text[sentence.End - 1] is ':' or ','
        || sentence.Length > 2 && text[sentence.Start] is 'Q' or 'A' && text[sentence.Start + 1] is ':';
}
