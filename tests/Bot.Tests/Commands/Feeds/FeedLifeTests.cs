using Bot.Core.Chat;
using Bot.Core.Feeds.Polling;
using Bot.Emulators.Web;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands.Feeds;

public sealed class FeedLifeTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("example world")]
    [InlineData("wörld")]
    [InlineData("exmaple")]
    [InlineData("news.example")]
    public async Task A_feed_is_named_by_its_number_a_part_of_its_name_a_slip_or_its_host(string named)
    {
        await using var room = await FollowingAsync();

        Assert.StartsWith(
            "Example World is paused",
            (await room.AskAsync($"/feed pause {named}"))[0],
            StringComparison.Ordinal
        );
        Assert.NotNull(Assert.Single(await room.FollowedAsync()).Paused);
        Assert.StartsWith(
            "Example World goes on",
            (await room.AskAsync("/feed resume" + " 1"))[0],
            StringComparison.Ordinal
        );
        Assert.Null(Assert.Single(await room.FollowedAsync()).Paused);
    }

    [Fact]
    public async Task A_name_that_nobody_has_offers_the_nearest()
    {
        await using var room = await FollowingAsync();

        Assert.Equal("No feed here is called “Zeppelin”.", (await room.AskAsync("/feed pause Zeppelin"))[0]);
        Assert.Equal(
            "No feed here is called “Wordl News”. Nearest: Example World.",
            (await room.AskAsync("/feed pause Wordl News"))[0]
        );
    }

    [Fact]
    public async Task A_pause_is_no_debt_though_nobody_else_read_the_feed()
    {
        await using var room = await FollowingAsync();
        await room.AskAsync("/digest now");
        await room.AskAsync("/feed pause 1");
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 5, "Words of the pause.", first: 100)));
        room.Time.Advance(TimeSpan.FromDays(1));

        await room.AskAsync("/feed resume 1");
        await room.VisitAllAsync(TimeSpan.FromMinutes(1));
        var owed = await room.AskAsync("/digest now");
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 6, "Words of the pause.", first: 100)));
        await room.VisitAllAsync(TimeSpan.FromHours(1));
        var later = await room.AskAsync("/digest now");

        Assert.DoesNotContain(owed, l => l.StartsWith("Posted here", StringComparison.Ordinal));
        Assert.Equal("Posted here: 1 article.", later[0]);
    }

    [Fact]
    public async Task A_feed_that_was_gone_owes_nothing_to_who_comes_back_to_it()
    {
        await using var room = await FollowingAsync();
        await room.AskAsync("/digest now");
        room.Play("/feed", Refusals.Of(410));
        await room.VisitAllAsync(TimeSpan.FromHours(1));
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 5, "Words of the pause.", first: 100)));
        await room.AskAsync("/feed pause 1");

        await room.AskAsync("/feed resume 1");
        await room.VisitAllAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Core.Feeds.FeedState.Read, Assert.Single(await room.FollowedAsync()).Feed.State);
        Assert.DoesNotContain(
            await room.AskAsync("/digest now"),
            l => l.StartsWith("Posted here", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Several_that_fit_are_a_button_each()
    {
        await using var room = await FollowingAsync();
        room.Play("/europe", Documents.Of(FeedRoom.Feed("Example Europe", 3)));
        await room.FollowAsync("/europe");

        var which = await room.ReplyAsync("/feed remove example");

        Assert.Equal("Which one?", PlainText.Of(which)[0]);
        Assert.StartsWith(
            "Stop following Example Europe here?",
            (await room.PressAsync(which, "Example Europe"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Removing_asks_first_and_can_be_taken_back()
    {
        await using var room = await FollowingAsync();
        var sure = await room.ReplyAsync("/feed remove world");
        Assert.Equal(["Example World stays."], await room.PressAsync(sure, "Keep"));
        Assert.Single(await room.FollowedAsync());

        var removed = await room.ReplyAsync(
            sure.Blocks.OfType<ButtonBlock>().Single().Buttons.First(b => b.Label == "Remove").Command
        );
        Assert.Empty(await room.FollowedAsync());
        Assert.StartsWith(
            "No feed is followed here yet.",
            (await room.AskAsync("/feed list"))[0],
            StringComparison.Ordinal
        );

        await room.PressAsync(removed, "Add it again");
        Assert.Single(await room.FollowedAsync());
    }

    [Theory]
    [InlineData("yes minister")]
    [InlineData("full fact")]
    [InlineData("minister yes")]
    [InlineData("text full fact")]
    public async Task A_name_is_no_answer_and_no_wish(string name)
    {
        await using var room = await FollowingAsync();
        room.Play("/other", Documents.Of(FeedRoom.Feed(name, 3, first: 100)));
        await room.FollowAsync("/other");

        var asked = await room.AskAsync($"/feed remove {name}");

        Assert.StartsWith($"Stop following {name} here?", asked[0], StringComparison.Ordinal);
        Assert.Equal(2, (await room.FollowedAsync()).Count);
    }

    [Fact]
    public async Task Forgetting_says_that_feeds_are_forgotten_and_forgets_them()
    {
        await using var room = await FollowingAsync();

        var asked = await room.ReplyAsync("/forget");
        await room.PressAsync(asked, "Forget all of it");

        Assert.StartsWith(
            "This forgets what is kept for this place: 1 feed, all settings",
            PlainText.Of(asked)[0],
            StringComparison.Ordinal
        );
        Assert.Empty(await room.FollowedAsync());
        await room.VisitAllAsync(TimeSpan.FromHours(2));
        Assert.Empty(await room.Desk.Get<DueFeeds>().TakeDueAsync(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_feeds_are_told_as_one_only_when_the_move_is_believed()
    {
        await using var room = await FollowingAsync();
        room.Play("/other", Documents.Of(FeedRoom.Feed("Other", 3, first: 100)));
        await room.FollowAsync("/other");
        room.Play("/other", Refusals.Redirect(301, room.At().AbsoluteUri));
        async Task<string> HealthAsync() => string.Join('\n', await room.AskAsync("/feed health"));

        await room.VisitAllAsync(TimeSpan.FromHours(1));
        var first = await HealthAsync();
        await room.VisitAllAsync(TimeSpan.FromHours(1));
        await room.VisitAllAsync(TimeSpan.FromHours(1));

        Assert.Contains("I follow once it has said so three times", first, StringComparison.Ordinal);
        Assert.Contains("the two are one now. /feed remove #2 keeps", await HealthAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_text_is_turned_on_and_off()
    {
        await using var room = await FollowingAsync();

        var full = await room.ReplyAsync("/feed text world full");
        Assert.StartsWith("Example World: each article is read whole", PlainText.Of(full)[0], StringComparison.Ordinal);
        Assert.True(Assert.Single(await room.FollowedAsync()).IsFullText);

        await room.PressAsync(full, "Teasers");
        Assert.False(Assert.Single(await room.FollowedAsync()).IsFullText);
    }

    [Fact]
    public async Task Health_says_what_fails_since_when_and_what_to_do()
    {
        await using var room = await FollowingAsync();
        Assert.Equal(
            "(1 feed is well; the last visit that went well was just now)",
            (await room.AskAsync("/feed health"))[0]
        );

        room.Play("/feed", Refusals.Of(500));
        await room.VisitAllAsync(TimeSpan.FromHours(1));
        await room.VisitAllAsync(TimeSpan.FromHours(1));

        var health = await room.AskAsync("/feed health", Newsroom.Reader);
        Assert.Equal("# 1 feed needs a look", health[0]);
        Assert.Equal("Example World · news.example", health[1]);
        Assert.Equal(
            "* Failing since Friday 13:00, 2 tries in a row. news.example answers with an error of its own.",
            health[2]
        );
        Assert.StartsWith(
            "* Mostly this mends itself; ask again later. Next visit in 1",
            health[3],
            StringComparison.Ordinal
        );
        Assert.Contains("failing since 1 h ago", (await room.AskAsync("/feed list"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_told_as_such()
    {
        await using var room = await FollowingAsync();
        room.Play("/feed", Refusals.Of(410));
        await room.VisitAllAsync(TimeSpan.FromHours(1));

        var health = await room.AskAsync("/feed health");

        Assert.Contains("gone for good", health[2], StringComparison.Ordinal);
        Assert.Equal("* Look for its new address on the site, and add that.", health[3]);
    }

    [Fact]
    public async Task Why_tells_what_became_of_an_article()
    {
        await using var room = await FollowingAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 31)));
        await room.VisitAllAsync(TimeSpan.FromHours(1));

        var old = await room.AskAsync("/feed why http://www.news.example/stories/3?utm_source=x", Newsroom.Reader);
        Assert.StartsWith("Example World showed it first on Friday 12:00.", old[0], StringComparison.Ordinal);
        Assert.Contains("archive, and not posted", old[1], StringComparison.Ordinal);

        var news = await room.AskAsync("/feed why https://news.example/stories/30");
        Assert.Equal("* It was news.", news[1]);
        Assert.StartsWith("* It is kept as #", news[2], StringComparison.Ordinal);
        Assert.StartsWith("* No digest of this place has had it yet.", news[3], StringComparison.Ordinal);

        await room.AskAsync("/digest now");
        Assert.Contains(
            await room.AskAsync("/feed why https://news.example/stories/30"),
            l => l == "* It went here in Digest, Friday 13:00."
        );

        Assert.StartsWith(
            "No feed that is followed here has shown https://news.example/stories/99.",
            (await room.AskAsync("/feed why https://news.example/stories/99"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Why_names_the_filter_that_hides_an_article()
    {
        await using var room = await FollowingAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 32)));
        await room.VisitAllAsync(TimeSpan.FromHours(1));
        await room.AskAsync("/filter add \"headline 30\"");

        Assert.Contains(
            "* Digests here will leave it out, by a filter: hides “headline 30”. /filter list",
            await room.AskAsync("/feed why https://news.example/stories/30")
        );

        await room.AskAsync("/digest now");
        await room.AskAsync("/filter remove 1");
        Assert.Contains(
            "* Digest left it out here, Friday 13:00: the filter \"headline 30\" hides it.",
            await room.AskAsync("/feed why https://news.example/stories/30")
        );
    }

    [Fact]
    public async Task Test_reads_an_address_and_says_what_is_wrong_there()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play(
            "/feed",
            Documents.Of(
                """
                <rss version="2.0"><channel><title>Odd</title>
                <item><title>One</title><link>http://news.example/a</link><guid>x</guid><pubDate>Fri, 02 Jan 2027 11:00:00 GMT</pubDate></item>
                <item><title>Two</title><link>http://news.example/a</link><guid>x</guid></item>
                <item><title>Three</title></item>
                </channel></rss>
                """
            )
        );

        var told = await room.AskAsync($"/feed test {room.At()}");

        Assert.Equal("Odd · RSS · utf-8 · 1 KB", told[0]);
        Assert.Contains("* 3 items", told);
        Assert.Contains("* of the newest, 0 with the whole text, 0 with a teaser, 3 with a headline alone", told);
        Assert.Contains("* 2 items without a date: they count from when I first see them.", told);
        Assert.Contains("* 1 item with a date yet to come: it counts as of now.", told);
        Assert.Contains("* 2 items share an id: their links and words tell them apart.", told);
        Assert.Contains("* 1 item without a link.", told);
        Assert.Empty(await room.FollowedAsync());
    }

    private static async Task<FeedRoom> FollowingAsync()
    {
        var room = await FeedRoom.OpenAsync(new RecordingPlatform("discord"));
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));
        return await room.FollowAsync();
    }
}
