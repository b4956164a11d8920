using Bot.Text.Stories;
using Bot.Text.Training.Stories;

namespace Bot.Text.Tests.Stories;

/// <summary>The articles that the threshold was chosen by: a change that tells them apart worse is seen here.</summary>
public sealed class HandMadeStoriesTests
{
    private static readonly IReadOnlyList<LabelledArticle> Articles = Read();

    [Fact]
    public void Articles_with_a_text_find_their_story() => Assert.InRange(F1(Articles), 94, 100);

    [Fact]
    public void Headlines_alone_find_their_story() => Assert.InRange(F1(Articles.Select(a => a.Headline)), 90, 100);

    private static double F1(IEnumerable<LabelledArticle> articles)
    {
        var tracker = new StoryTracker();
        return BCubed.Of([.. articles.Select(a => (a.Story, tracker.Add(a.Article).Story.Number))]).F1;
    }

    private static IReadOnlyList<LabelledArticle> Read()
    {
        using var table = File.OpenText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "stories.txt"));
        return HandMadeStories.Read(table);
    }
}
