namespace Bot.Text.Tests.Golden;

/// <summary>The summary of three sentences, in the article's order, each after its one-based number.</summary>
internal sealed class SummaryView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) =>
        read.SummaryOrder.Take(3).Order().Select(i => $"{i + 1}. {OneLine(text, read.Sentences[i].Span)}");
}
