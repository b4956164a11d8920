namespace Bot.Text.Stories;

/// <summary>An article with all that a <see cref="StoryTracker"/> takes from it.</summary>
public sealed class StoryReading
{
    internal StoryReading(StoryArticle article, StoryEvidence evidence) => (Article, Evidence) = (article, evidence);

    internal StoryArticle Article { get; }

    internal StoryEvidence Evidence { get; }
}
