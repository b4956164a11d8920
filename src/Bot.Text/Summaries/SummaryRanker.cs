namespace Bot.Text.Summaries;

/// <summary>Orders an article's sentences by what a summary needs first.</summary>
internal static class SummaryRanker
{
    /// <summary>What a sentence loses for saying again what one before it in the order says.</summary>
    private const double Repetition = 0.3;

    /// <summary>The news is told by then: further sentences are sought over the whole article, and place weighs less.</summary>
    private const int MostFromHead = 3;

    private const double PlaceAfterHead = 0.3;

    /// <summary>As many as are weighed against each other; a longer summary goes on in the article's order.</summary>
    private const int MostWeighed = 24;

    /// <summary>
    /// Indexes of sentences, the most needed first. Every prefix, put back into the article's order, reads well alone: no
    /// sentence comes before the one that its opening ("He also …") leans on, and half quotations, asides and lines that
    /// lead in to something come last.
    /// </summary>
    public static IReadOnlyList<int> Rank(Candidates candidates)
    {
        var order = new List<int>(candidates.Count);
        var isTaken = new bool[candidates.Count];
        var repeats = new double[candidates.Count];
        while (order.Count < Math.Min(MostWeighed, candidates.Count) && Best() is { } best)
        {
            Take(best);
            Weigh(best);
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            if (!isTaken[i] && candidates.IsFit(i) && !Dangles(i))
                Take(i);
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            if (!isTaken[i])
                Take(i);
        }

        return order;

        bool Dangles(int i) => candidates.Leans(i) && (i == 0 || !isTaken[i - 1]);

        int? Best()
        {
            int? best = null;
            for (var i = 0; i < candidates.Count; i++)
            {
                if (isTaken[i] || !candidates.IsFit(i) || Dangles(i))
                    continue;
                if (best is not { } b || Worth(i) > Worth(b))
                    best = i;
            }

            return best;
        }

        double Worth(int i) =>
            candidates.Score(i)
            + (order.Count < MostFromHead ? 1 : PlaceAfterHead) * SentenceScorer.Place(i, candidates.Count)
            - Repetition * repeats[i];

        void Take(int i)
        {
            isTaken[i] = true;
            order.Add(i);
        }

        void Weigh(int taken)
        {
            for (var i = 0; i < repeats.Length; i++)
            {
                if (!isTaken[i])
                    repeats[i] = Math.Max(repeats[i], candidates.Overlap(taken, i));
            }
        }
    }
}
