namespace Bot.Text.Tests.Golden;

/// <summary>"Heading: European allies", "Paragraph 3: The talks …".</summary>
internal sealed class BlocksView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) =>
        read.Blocks.Select(b => $"{b.Kind}{(b.Paragraph > 0 ? $" {b.Paragraph}" : "")}: {OneLine(text, b.Span)}");
}
