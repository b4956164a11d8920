using Bot.Text.Stories;
using Bot.Text.Training.Stories;

namespace Bot.Text.Tests.Golden;

/// <summary>
/// Several articles, in the form of the trainer's <c>Tables/stories.txt</c>, as they arrive: for each its story, what it is to those
/// before it, and after a plus each sentence that is new.
/// </summary>
internal sealed class StoriesView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read)
    {
        var tracker = new StoryTracker();
        using var table = new StringReader(text);
        foreach (var (_, article) in HandMadeStories.Read(table))
        {
            var decision = tracker.Add(article);
            var earlier = decision.EarlierId is { } id ? $" of {id}" : "";
            yield return $"{article.Id}. story {decision.Story.Number}: {decision.Relation}{earlier}";
            foreach (var span in decision.NewSentences)
                yield return $"+ {OneLine(article.Text, span)}";
        }
    }
}
