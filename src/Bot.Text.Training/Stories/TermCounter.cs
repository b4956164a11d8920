using Bot.Text.Stories;

namespace Bot.Text.Training.Stories;

/// <summary>Counts in how many articles each term stands, read as the product reads a story's articles, but whole.</summary>
internal static class TermCounter
{
    public static BackgroundFrequencies Count(IEnumerable<LabelledArticle> articles)
    {
        var counts = new Dictionary<uint, int>();
        var total = 0;
        foreach (
            var evidence in articles
                .AsParallel()
                .AsOrdered()
                .Select(a =>
                    StoryReader.Read(
                        a.Article,
                        leadSentences: StoryReader.MostSentences,
                        longestLead: StoryReader.LongestText
                    )
                )
        )
        {
            total++;
            foreach (var term in evidence.Terms)
                counts[term.Key] = counts.GetValueOrDefault(term.Key) + 1;
        }

        return new BackgroundFrequencies(total, counts);
    }
}
