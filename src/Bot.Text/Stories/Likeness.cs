namespace Bot.Text.Stories;

/// <summary>How much of two articles is the same, sentence by sentence; each share is weighed by terms.</summary>
/// <param name="Same">The share of the new article's sentences that the earlier one has to the word.</param>
/// <param name="Near">The same or lightly edited.</param>
/// <param name="EarlierSame">The share of the earlier article's sentences that the new one has to the word.</param>
internal readonly record struct Likeness(double Same, double Near, double EarlierSame)
{
    /// <summary>Of the longer of two sentences' terms, the share that both have when one is a light edit of the other.</summary>
    private const double LightlyEdited = 0.6;

    public static Likeness Of(IReadOnlyList<SaidSentence> article, IReadOnlyList<SaidSentence> earlier)
    {
        var (same, near, total) = (0, 0, 0);
        var prints = earlier.Select(e => e.Print).ToHashSet();
        foreach (var sentence in article)
        {
            var weight = 1 + sentence.Terms.Length;
            total += weight;
            if (prints.Contains(sentence.Print))
                same += weight;
            else if (earlier.Any(e => IsEdited(sentence, e)))
                near += weight;
        }

        if (total == 0)
            return default;
        var own = article.Select(a => a.Print).ToHashSet();
        var before = earlier.Sum(e => 1 + e.Terms.Length);
        var kept = earlier.Where(e => own.Contains(e.Print)).Sum(e => 1 + e.Terms.Length);
        return new Likeness((double)same / total, (double)(same + near) / total, (double)kept / Math.Max(1, before));
    }

    private static bool IsEdited(SaidSentence sentence, SaidSentence earlier)
    {
        var longer = Math.Max(sentence.Terms.Length, earlier.Terms.Length);
        return longer > 0 && Shared(sentence.Terms, earlier.Terms) >= LightlyEdited * longer;
    }

    /// <summary>How many terms two rising rows share.</summary>
    public static int Shared(uint[] some, uint[] others)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < some.Length && j < others.Length)
        {
            if (some[i] == others[j])
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (some[i] < others[j])
                i++;
            else
                j++;
        }

        return shared;
    }
}
