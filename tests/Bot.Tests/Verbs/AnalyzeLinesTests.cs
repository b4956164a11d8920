using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class AnalyzeLinesTests
{
    [Fact]
    public void A_line_that_is_no_json_is_answered_in_its_place()
    {
        var answer = AnalyzeLines.Answer(7, "no json", summarySentences: 3);

        Assert.Equal("{\"line\":7,\"error\":\"not JSON: it breaks at byte 2\"}", answer);
    }
}
