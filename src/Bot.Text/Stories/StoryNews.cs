using Bot.Text.Spans;

namespace Bot.Text.Stories;

/// <summary>What articles of one story say that others did not: for a reader who has had some of them and not all.</summary>
public static class StoryNews
{
    /// <param name="told">What the reader has had, in time order.</param>
    /// <param name="arrived">What came since, in time order.</param>
    /// <returns>
    /// Of each that arrived the spans of its text that say what neither those told nor those that arrived before it say;
    /// where nothing was told, nothing can be news, and the spans are empty.
    /// </returns>
    public static IReadOnlyList<IReadOnlyList<TextSpan>> Of(
        IReadOnlyList<StoryReading> told,
        IReadOnlyList<StoryReading> arrived
    )
    {
        var memory = new StoryMemory();
        foreach (var article in told)
            memory.Add(article.Article, article.Evidence);
        return [.. arrived.Select(a => memory.Add(a.Article, a.Evidence).New)];
    }
}
