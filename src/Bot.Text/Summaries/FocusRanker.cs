namespace Bot.Text.Summaries;

/// <summary>Orders the sentences that are about one thing by what a summary of it needs first.</summary>
internal static class FocusRanker
{
    private const double Repetition = 0.6;
    private const double Place = 0.3;

    /// <summary>More than a reader asks for of one thing.</summary>
    private const int Most = 24;

    /// <param name="aboutness">How much each sentence is about it: 0 not at all, 1 wholly.</param>
    /// <returns>
    /// The sentences that are about it, and before one that leans the one that it leans on. What cannot stand there without
    /// more than that is left out.
    /// </returns>
    public static IReadOnlyList<int> Rank(Candidates candidates, IReadOnlyList<double> aboutness)
    {
        var order = new List<int>();
        var repeats = new double[candidates.Count];
        while (order.Count < Most && Best() is { } best)
        {
            if (candidates.Leans(best) && !order.Contains(best - 1))
                order.Add(best - 1);
            order.Add(best);
            for (var i = 0; i < repeats.Length; i++)
                repeats[i] = Math.Max(repeats[i], candidates.Overlap(best, i));
        }

        return order;

        int? Best()
        {
            int? best = null;
            for (var i = 0; i < candidates.Count; i++)
            {
                if (aboutness[i] <= 0 || order.Contains(i) || !candidates.IsFit(i) || !CanStand(i))
                    continue;
                if (best is not { } b || Worth(i) > Worth(b))
                    best = i;
            }

            return best;
        }

        bool CanStand(int i) =>
            !candidates.Leans(i)
            || i > 0 && (order.Contains(i - 1) || candidates.IsFit(i - 1) && !candidates.Leans(i - 1));

        double Worth(int i) =>
            aboutness[i]
            + candidates.Score(i)
            + Place * SentenceScorer.Place(i, candidates.Count)
            - Repetition * repeats[i];
    }
}
