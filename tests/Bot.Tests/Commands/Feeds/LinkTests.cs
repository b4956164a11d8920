using Bot.Core.Articles;
using Bot.Core.Articles.Aside;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Feeds.Finding;
using Bot.Emulators.Web;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands.Feeds;

/// <summary>A link in the place of an article.</summary>
public sealed class LinkTests
{
    private const string Bridge = """
        <!doctype html><html><head><title>Bridge shut until May</title><meta property="article:published_time" content="2026-01-02T09:00:00Z">
        </head><body><nav><a href="/">Home</a></nav><article><h1>Bridge shut until May</h1>
        <p>The bridge over the river Exe was shut on Friday after cracks were found in two of its piers, the council of Exmouth said.</p>
        <p>“Nobody crosses it before May,” said Helen Carter, the mayor of Exmouth, who had walked across it on Thursday with her dog.</p>
        <p>Engineers will drill into all nine piers next week. The ferry runs every twenty minutes until then, and carries no lorries.</p>
        </article></body></html>
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_fetched_read_and_answered_and_stands_in_no_list()
    {
        await using var room = await OpenAsync();

        var summary = await room.AskAsync($"/summary {room.At("/bridge")}");
        var quotes = await room.AskAsync($"/quotes by:carter {room.At("/bridge")}");

        Assert.Contains(summary, l => l.Contains("Bridge shut until May", StringComparison.Ordinal));
        Assert.Contains(quotes, l => l.Contains("Nobody crosses it before May", StringComparison.Ordinal));
        Assert.Single(room.Web.VisitsTo(FeedRoom.Host, "/bridge"));
        Assert.Empty(await room.Desk.Get<ArticleStore>().LatestAsync(Audience.Desk, 10, 0, Cancellation));
    }

    [Theory]
    [InlineData("Have you seen this? {0}.", false)]
    [InlineData("{0}", true)]
    [InlineData("(<{0}>)", false)]
    public async Task A_command_that_answers_a_message_with_a_link_reads_the_link(string message, bool isChosen)
    {
        await using var room = await OpenAsync();
        var text = message.Replace("{0}", room.At("/bridge").AbsoluteUri, StringComparison.Ordinal);

        var reply = await room
            .Desk.Get<CommandDesk>()
            .AnswerAsync(
                "/who",
                FeedRoom.Editor,
                Newsroom.Place,
                Cancellation,
                new QuotedMessage(text, "Ann", null, null, isChosen)
            );

        Assert.Contains(PlainText.Of(reply), l => l.Contains("Helen Carter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_to_an_article_that_a_followed_feed_has_whole_is_that_article()
    {
        await using var room = await OpenAsync();
        await FollowAsync(
            room,
            $".&lt;/p&gt;&lt;p&gt;{string.Concat(Enumerable.Repeat("It voted on the bridge. ", 60))}&lt;/p&gt;"
        );

        var answer = await room.AskAsync($"/summary {room.At("/stories/1")}?utm_source=chat");

        Assert.Contains(answer, l => l.Contains("Headline 1", StringComparison.Ordinal));
        Assert.Empty(room.Web.VisitsTo(FeedRoom.Host, "/stories/1"));
    }

    [Fact]
    public async Task Where_the_feed_has_a_teaser_the_page_is_read_and_where_that_fails_the_teaser()
    {
        await using var room = await OpenAsync();
        await FollowAsync(room, " and voted on it.");
        room.Play("/stories/1", Documents.Of(Bridge, Documents.Html));

        var whole = await room.AskAsync($"/summary {room.At("/stories/1")}");
        var teaser = await room.AskAsync($"/summary {room.At("/stories/2")}");

        Assert.Contains(whole, l => l.Contains("two of its piers", StringComparison.Ordinal));
        Assert.Contains(teaser, l => l.Contains("matter of story 2 and voted on it.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_person_has_so_many_links_an_hour()
    {
        await using var room = await OpenAsync();
        for (var i = 0; i < LinkReader.MostInAnHour; i++)
            await room.AskAsync($"/summary {room.At($"/none/{i}")}");

        var tooMany = await room.AskAsync($"/summary {room.At("/bridge")}");
        var another = await room.AskAsync($"/summary {room.At("/bridge")}", Newsroom.Reader);
        room.Time.Advance(TimeSpan.FromMinutes(61));
        var later = await room.AskAsync($"/summary {room.At("/bridge")}");

        Assert.Equal(["I read 20 links an hour for each person. Try again later."], tooMany);
        Assert.Contains(another, l => l.Contains("Bridge shut", StringComparison.Ordinal));
        Assert.Contains(later, l => l.Contains("Bridge shut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_cannot_be_read_is_told_of_in_a_sentence()
    {
        await using var room = await OpenAsync();
        room.Play("/robots.txt", Documents.Robots("User-agent: *\nDisallow: /kept"));
        room.Play("/kept", Documents.Of(Bridge, Documents.Html))
            .Play("/list", Documents.Of("<html><body></body></html>", Documents.Html));

        async Task<string> AnswerAsync(string link) => Assert.Single(await room.AskAsync($"/summary {link}"));

        Assert.Equal("news.example refuses it, or has nothing there.", await AnswerAsync($"{room.At("/missing")}"));
        Assert.Equal(
            "The robots.txt of news.example asks programs not to read it.",
            await AnswerAsync($"{room.At("/kept")}")
        );
        Assert.Equal("I find no article on that page at news.example.", await AnswerAsync($"{room.At("/list")}"));
        Assert.Equal(
            "127.0.0.1 belongs to a private network, and I read only what is public.",
            await AnswerAsync("http://127.0.0.1/x")
        );
        Assert.Equal("There is no host nowhere.example.", await AnswerAsync("https://nowhere.example/x"));
    }

    [Fact]
    public async Task A_page_is_kept_for_a_day_alone()
    {
        await using var room = await OpenAsync();
        await room.AskAsync($"/summary {room.At("/bridge")}");

        Assert.NotNull(await AfterAsync(room, TimeSpan.FromHours(23)));
        Assert.Null(await AfterAsync(room, TimeSpan.FromHours(2)));
    }

    private static async Task<Article?> AfterAsync(FeedRoom room, TimeSpan later)
    {
        room.Time.Advance(later);
        await room.Desk.Get<AsideShelf>().ForgetOldAsync(Cancellation);
        return await room.Desk.Get<ArticleStore>().FindAsync(new ArticleId(1), Audience.Desk, Cancellation);
    }

    /// <summary>Each item's text begins in its own way and has this end: what all have in common is furniture.</summary>
    private static Task<FeedRoom> FollowAsync(FeedRoom room, string end) =>
        room.Play(
                "/feed",
                Documents.Of(
                    FeedRoom
                        .Feed("Example World", 3)
                        .Replace(" and voted on it in the evening.", end, StringComparison.Ordinal)
                        .Replace(
                            "http://news.example/stories/",
                            room.At("/stories/").AbsoluteUri,
                            StringComparison.Ordinal
                        )
                )
            )
            .FollowAsync();

    private static async Task<FeedRoom> OpenAsync() =>
        (await FeedRoom.OpenAsync()).Play("/bridge", Documents.Of(Bridge, Documents.Html));
}
