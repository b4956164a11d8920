using Bot.Text.Stories;

namespace Bot.Text.Training.Stories;

/// <summary>Runs articles through a tracker with given weights.</summary>
internal static class Trial
{
    public static IReadOnlyList<(string True, int Found)> Run(
        IReadOnlyList<ReadLabelled> articles,
        StoryWeights weights,
        BackgroundFrequencies counts
    )
    {
        var tracker = new StoryTracker(weights, counts);
        return [.. articles.Select(a => (a.Story, tracker.Add(a.Article).Story.Number))];
    }
}
