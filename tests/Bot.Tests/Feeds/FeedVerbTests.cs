using System.Text.Json;
using Bot.Tests.Verbs;
using Bot.Verbs;

namespace Bot.Tests.Feeds;

public sealed class FeedVerbTests : IDisposable
{
    private readonly BotProcess bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Feeds_are_answered_in_order_and_what_is_none_in_its_place()
    {
        var feed = bot.Write("one.xml", "<rss><channel><title>Desk</title><link>/</link></channel></rss>");
        var none = bot.Write("none.txt", "no feed");
        var requests = bot.Write(
            "requests.jsonl",
            $$"""
            {"file":"{{feed}}","url":"https://news.example/feed"}
            no json
            {"file":"/no/such/file"}
            {"file":"{{none}}"}
            """
        );

        var ended = await bot.RunAsync(["parse-feeds", "--requests", requests, "--jobs", "2"]);

        var lines = ended.Output.TrimEnd().Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Equal(
            ("rss", "https://news.example/"),
            (lines[0].GetProperty("format").GetString(), lines[0].GetProperty("link").GetString())
        );
        Assert.Equal(2, lines[1].GetProperty("line").GetInt32());
        Assert.Equal("There is no such file.", lines[2].GetProperty("error").GetString());
        Assert.False(lines[3].GetProperty("ok").GetBoolean());
        Assert.Equal("utf-8", lines[3].GetProperty("encoding").GetString());
    }

    [Fact]
    public async Task A_page_is_answered_with_its_article()
    {
        var page = bot.Write(
            "page.html",
            "<html><head><title>T</title></head><body><article><p>It rained all day in the harbour.</p></article></body></html>"
        );

        var ended = await bot.RunAsync(["extract", "--requests", "-"], JsonSerializer.Serialize(new { file = page }));

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        using var json = JsonDocument.Parse(ended.Output);
        Assert.Equal("It rained all day in the harbour.", json.RootElement.GetProperty("articleBody").GetString());
    }

    [Fact]
    public void A_file_that_never_ends_is_read_to_the_limit_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        var answer = FeedLines.Answer(1, """{"file":"/dev/zero"}""");

        Assert.Contains("more than 15728640 bytes", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_requests_the_usage_is_wrong()
    {
        var ended = await bot.RunAsync(["extract"]);

        Assert.Equal(ExitCodes.WrongUsage, ended.ExitCode);
    }
}
