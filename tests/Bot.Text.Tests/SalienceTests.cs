namespace Bot.Text.Tests;

public sealed class SalienceTests
{
    [Fact]
    public void Who_speaks_comes_before_a_place_that_is_named_as_often()
    {
        var read = TextAnalyzer.Analyze(
            "Lima was calm and Quito was loud. Ann Lund said so in Lima. Lund said it was late."
        );

        Assert.Equal("Ann Lund", read.Entities[0].Name);
    }
}
