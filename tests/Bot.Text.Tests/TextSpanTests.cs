using Bot.Text.Spans;

namespace Bot.Text.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void Trimming_leaves_the_words()
    {
        var span = new TextSpan(0, 9).TrimmedIn("  words  ");

        Assert.Equal("words", span.Of("  words  "));
    }
}
