namespace Bot.Core.Digests.Writing;

/// <summary>Which stories a reader would want first.</summary>
internal static class StoryOrder
{
    /// <summary>After so long a story counts half: a day's digest is led by the day.</summary>
    private const double HalfLifeHours = 18;

    /// <summary>What was told already is worth less than what is new.</summary>
    private const double OfUpdate = 0.6;

    /// <summary>What a topic of the place's chat takes is what people there look for.</summary>
    private const double OnTopic = 1.5;

    /// <summary>By how many outlets tell it, how fresh it is and whether it is on a topic of the place; the newest first among equals.</summary>
    public static IReadOnlyList<OwedStory> Of(IEnumerable<OwedStory> stories, DateTimeOffset now) =>
        [
            .. stories
                .OrderByDescending(s => Worth(s, now))
                .ThenByDescending(s => s.Newest)
                .ThenByDescending(s => s.Articles[0].Id.Value),
        ];

    private static double Worth(OwedStory story, DateTimeOffset now)
    {
        var hours = Math.Max(0, (now - story.Newest).TotalHours);
        return Math.Log2(1 + story.Sources)
            * Math.Pow(0.5, hours / HalfLifeHours)
            * (story.IsUpdate ? OfUpdate : 1)
            * (story.IsFavoured ? OnTopic : 1);
    }
}
