namespace Bot.Text.Stories;

/// <summary>
/// Weighs whether an article belongs to a story: for each of its terms, how much likelier the story makes it than the news at large
/// (a mixture of the story's own shares and of the sample's, as in Dirichlet-mixture stream clustering: Yin et al., KDD 2018), and
/// then what speaks against: days gone by, and names that are others.
/// </summary>
internal sealed class StoryScorer(TermFrequencies frequencies, StoryWeights weights)
{
    public double Score(IReadOnlyList<StoryTerm> terms, Story story, DateTimeOffset when)
    {
        var (sum, total) = (0.0, 0.0);
        var unknown = Math.Log(1 - weights.Explained);
        foreach (var term in terms)
        {
            var weight = WeightOf(term);
            total += weight;
            if (!story.Terms.TryGetValue(term.Key, out var count))
            {
                sum += weight * unknown;
                continue;
            }

            var inside = count.Articles / (story.Size + weights.Doubt);
            var outside = frequencies.ShareOutside(term.Key, count.Articles, story.Size);
            sum += weight * Math.Log(1 - weights.Explained + weights.Explained * inside / outside);
        }

        if (total > weights.Most)
            sum *= weights.Most / total;
        var others = OtherNames(terms, story);
        if (sum > 0)
            sum *= 1 - weights.OtherNamesShare * others;
        return sum
            + weights.Size * Math.Log(story.Size)
            - weights.Day * Math.Max(0, (when - story.Last).TotalDays)
            - weights.OtherNames * others;
    }

    /// <returns>0 where article and story share names enough, or one of them has none; 1 where they have none in common.</returns>
    private double OtherNames(IReadOnlyList<StoryTerm> terms, Story story)
    {
        var (own, shared) = (0.0, 0.0);
        foreach (var term in terms)
        {
            if (term.Kind != TermKind.Name)
                continue;
            var rarity = Rarity(term.Key);
            own += rarity;
            shared += story.Terms.ContainsKey(term.Key) ? rarity : 0;
        }

        if (own == 0)
            return 0;
        var core = story.CoreNames.Sum(Rarity);
        return core == 0 ? 0 : Math.Max(0, 1 - shared / Math.Min(own, core));
    }

    private double Rarity(uint term) => -Math.Log(frequencies.Share(term));

    private double WeightOf(StoryTerm term)
    {
        var weight = term.IsInTitle ? weights.Title : 1;
        return term.Kind switch
        {
            TermKind.Name => weight * weights.Name,
            TermKind.SmallNumber => weight * weights.SmallNumber,
            _ => weight,
        };
    }
}
