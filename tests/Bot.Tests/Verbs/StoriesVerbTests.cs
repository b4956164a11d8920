using Bot.Verbs;

namespace Bot.Tests.Verbs;

/// <summary>Articles told apart as they arrive: <c>stories</c>.</summary>
public sealed class StoriesVerbTests : IDisposable
{
    private readonly BotProcess bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Stories_answers_every_line_in_its_place()
    {
        var ended = await bot.RunAsync(
            ["stories", "-"],
            """
            {"id":"a","title":"Fire destroys old mill in Exmouth","text":"A fire destroyed the old mill in Exmouth.","published":"2026-05-01T10:00:00Z"}
            no json
            {"id":"b","text":"A ferry sank off Samar in the Philippines.","source":"Northwire"}
            {"id":"c","title":"Mill"}
            {"id":"d","text":"x","published":"yesterday"}
            {"id":5,"text":"Old Exmouth mill destroyed by fire","published":"2026-05-01T11:30:00+01:00"}

            """
        );

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Collection(
            ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            l => Assert.Equal("{\"id\":\"a\",\"story\":1}", l),
            l => Assert.StartsWith("{\"line\":2,\"error\"", l, StringComparison.Ordinal),
            l => Assert.Equal("{\"id\":\"b\",\"story\":2}", l),
            l => Assert.StartsWith("{\"id\":\"c\",\"error\"", l, StringComparison.Ordinal),
            l => Assert.StartsWith("{\"id\":\"d\",\"error\"", l, StringComparison.Ordinal),
            l => Assert.Equal("{\"id\":5,\"story\":1}", l)
        );
    }

    [Fact]
    public async Task Stories_tells_on_request_what_an_article_is_to_those_before_it()
    {
        const string text =
            "A fire destroyed the old mill in Exmouth. Sixty firefighters fought the flames until dawn.";

        var ended = await bot.RunAsync(
            ["stories", "--details"],
            $$"""
            {"id":7,"text":"{{text}}","source":"Northwire","published":"2026-05-01T10:00:00Z"}
            {"id":"b","text":"{{text}}","source":"Coast Herald","published":"2026-05-01 11:00:00Z"}
            {"id":"c","text":"{{text}} The owner Anna Berg offered 5000 pounds.","source":"Northwire","published":"2026-05-01T12:00Z"}

            """
        );

        Assert.Collection(
            ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            l => Assert.Equal("{\"id\":7,\"story\":1,\"relation\":\"first\",\"new\":[]}", l),
            l => Assert.Equal("{\"id\":\"b\",\"story\":1,\"relation\":\"copy\",\"of\":7,\"new\":[]}", l),
            l =>
                Assert.Equal(
                    "{\"id\":\"c\",\"story\":1,\"relation\":\"update\",\"of\":7,\"new\":[{\"start\":91,\"end\":131}]}",
                    l
                )
        );
    }

    [Fact]
    public async Task Stories_without_any_date_are_told_apart_too()
    {
        var lines = Enumerable.Range(1, 300).Select(i => $"{{\"id\":{i},\"text\":\"Ferry {i} sank off Samar.\"}}");

        var ended = await bot.RunAsync(["stories"], string.Join('\n', lines));

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Equal(300, ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("12:30")]
    [InlineData("05/06/2026")]
    [InlineData("yesterday")]
    public async Task Stories_takes_no_time_that_is_not_whole(string published)
    {
        var ended = await bot.RunAsync(["stories"], $"{{\"id\":1,\"text\":\"x\",\"published\":\"{published}\"}}\n");

        Assert.Contains($"no ISO 8601 time: {published}", ended.Output, StringComparison.Ordinal);
    }
}
