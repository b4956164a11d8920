using Bot.Text.Layout;

namespace Bot.Text.Tests.Layout;

/// <summary>The article that ships with the product is laid out as its readers see it.</summary>
public sealed class SeedArticleTests
{
    private static readonly string Text = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "seeds", "000_19ea9254312cad2c.txt")
    );

    [Fact]
    public void Its_stamp_and_headings_are_no_sentences()
    {
        var read = TextAnalyzer.Analyze(Text);

        Assert.Equal("date 2025-12-28", read.Blocks.Single(b => b.Kind == BlockKind.Stamp).Span.Of(Text));
        Assert.Equal(
            ["European allies", "Russian opposition"],
            read.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Span.Of(Text))
        );
        Assert.StartsWith("Donald Trump said", read.Sentences[0].Span.Of(Text), StringComparison.Ordinal);
        Assert.Equal(22, read.Blocks.Count(b => b.Kind == BlockKind.Paragraph));
    }
}
