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
        var written = await File.ReadAllTextAsync(
            Path.Combine(bot.Folder.FullName, "out.opml"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("<outline text=\"World\">", written, StringComparison.Ordinal);
        Assert.Contains("xmlUrl=\"https://news.example/two\"", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export", "settings.json", ExitCodes.WrongUsage, "does not end in .opml")]
    [InlineData("import", "nowhere.opml", ExitCodes.Failed, "nowhere.opml cannot be read")]
    [InlineData("import", "words.opml", ExitCodes.Failed, "words.opml is no OPML")]
    [InlineData("export", "out.opml", ExitCodes.Failed, "No feed is followed in terminal")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string verb, string file, int code, string said)
    {
        bot.Write("words.opml", "Not a list of feeds.");

        var ended = await bot.RunAsync([verb, file]);

        Assert.Equal(code, ended.ExitCode);
        Assert.Contains(said, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_none_is_named()
    {
        var ended = await bot.RunAsync(["export", "out.opml", "--place", "the moon"]);

        Assert.Equal(ExitCodes.WrongUsage, ended.ExitCode);
        Assert.Contains("“the moon” is no place", ended.Error, StringComparison.Ordinal);
    }
}
