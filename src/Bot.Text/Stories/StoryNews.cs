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
        IReadOnlyList<StoryArticle> told,
        IReadOnlyList<StoryArticle> arrived
    )
    {
        var memory = new StoryMemory();
        foreach (var article in told)
            memory.Add(article, StoryReader.Read(article));
        return [.. arrived.Select(a => memory.Add(a, StoryReader.Read(a)).New)];
    }
}
