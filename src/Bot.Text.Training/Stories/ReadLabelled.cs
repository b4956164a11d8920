using Bot.Text.Stories;

namespace Bot.Text.Training.Stories;

/// <summary>A labelled article that is read already, so that many weights can be tried on it.</summary>
internal sealed record ReadLabelled(string Story, StoryReading Article)
{
    public static IReadOnlyList<ReadLabelled> All(IEnumerable<LabelledArticle> articles) =>
        [.. articles.AsParallel().AsOrdered().Select(a => new ReadLabelled(a.Story, StoryTracker.Read(a.Article)))];
}
