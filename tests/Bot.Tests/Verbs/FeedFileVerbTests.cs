using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class FeedFileVerbTests : IDisposable
{
    private const string Opml = """
        <opml version="2.0"><body><outline text="World"><outline type="rss" text="One" xmlUrl="https://news.example/one"/></outline>
        <outline type="rss" text="Two" xmlUrl="https://news.example/two"/></body></opml>
        """;

    private readonly BotProcess bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_list_of_feeds_goes_in_and_comes_out_again()
    {
        bot.Write("mine.opml", Opml);

        var imported = await bot.RunAsync(["import", "mine.opml", "--place", "telegram:5"]);
        Assert.Equal(ExitCodes.Success, imported.ExitCode);
        Assert.Contains("2 are followed in telegram:5 now", imported.Output, StringComparison.Ordinal);

        var exported = await bot.RunAsync(["export", "--place", "telegram:5", "out.opml"]);
        Assert.Equal("2 feeds of telegram:5 written to out.opml.", exported.Output.Trim());
        var written = await ReadAsync("out.opml");
        Assert.Contains("<outline text=\"World\">", written, StringComparison.Ordinal);
        Assert.Contains("xmlUrl=\"https://news.example/two\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_set_and_planned_goes_in_and_comes_out_again_and_what_it_replaces_is_kept()
    {
        const string Settings = """
            {"byline":1,"kind":"place","from":"telegram:5","settings":{"zone":"Asia/Tokyo","quiet":"22:00-07:00"},
             "feeds":[{"url":"https://news.example/one","paused":true}],"digests":[{"name":"Early","at":"06:00","zone":"UTC"}]}
            """;
        bot.Write("mine.json", Settings);
        bot.Write(
            "other.json",
            """{"byline":1,"kind":"place","from":"telegram:5","settings":{"zone":"Europe/Berlin"}}"""
        );

        var first = await bot.RunAsync(["import", "mine.json", "--place", "telegram:5"]);
        var again = await bot.RunAsync(["import", "mine.json", "--place", "telegram:5"]);
        var replaced = await bot.RunAsync(["import", "other.json", "--place", "telegram:5"]);
        var exported = await bot.RunAsync(["export", "--place", "telegram:5", "out.json"]);

        Assert.Contains("1 digest planned: Early", first.Output, StringComparison.Ordinal);
        Assert.Contains("All of it is here already", again.Output, StringComparison.Ordinal);
        Assert.Contains("What was set before is kept in other.before.json.", replaced.Output, StringComparison.Ordinal);
        Assert.Contains("1 feed, 0 filters, 0 topics, 1 digest", exported.Output, StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo", await ReadAsync("other.before.json"), StringComparison.Ordinal);
        var written = await ReadAsync("out.json");
        Assert.Contains("Europe/Berlin", written, StringComparison.Ordinal);
        Assert.Contains("\"paused\": true", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export", "settings.toml", ExitCodes.WrongUsage, "ends in neither .json")]
    [InlineData(
        "import",
        "words.json",
        ExitCodes.Failed,
        "“words.json” is no JSON: it breaks off or goes wrong in line 1"
    )]
    [InlineData("import", "newer.json", ExitCodes.Failed, "“newer.json” is of version 9, and I know version 1")]
    [InlineData("import", "nowhere.json", ExitCodes.Failed, "nowhere.json cannot be read")]
    [InlineData("import", "nowhere.opml", ExitCodes.Failed, "nowhere.opml cannot be read")]
    [InlineData("import", "words.opml", ExitCodes.Failed, "words.opml is no OPML")]
    [InlineData("export", "out.opml", ExitCodes.Failed, "No feed is followed in terminal")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string verb, string file, int code, string said)
    {
        bot.Write("words.opml", "Not a list of feeds.");
        bot.Write("words.json", "No settings.");
        bot.Write("newer.json", """{"byline":9,"kind":"place"}""");

        var ended = await bot.RunAsync([verb, file]);

        Assert.Equal(code, ended.ExitCode);
        Assert.Contains(said, ended.Error, StringComparison.Ordinal);
    }

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(bot.Folder.FullName, file), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_place_that_is_none_is_named()
    {
        var ended = await bot.RunAsync(["export", "out.opml", "--place", "the moon"]);

        Assert.Equal(ExitCodes.WrongUsage, ended.ExitCode);
        Assert.Contains("“the moon” is no place", ended.Error, StringComparison.Ordinal);
    }
}
