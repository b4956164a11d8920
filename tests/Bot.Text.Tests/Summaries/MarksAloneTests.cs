namespace Bot.Text.Tests.Summaries;

public sealed class MarksAloneTests
{
    [Fact]
    public void A_sentence_of_marks_alone_is_ranked_like_any_other() =>
        Assert.Equal(2, TextAnalyzer.Analyze(")BERG:—\"\n\n was the minister").SummaryOrder.Count);
}
