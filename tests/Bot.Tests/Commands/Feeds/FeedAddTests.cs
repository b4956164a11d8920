using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Core.Texts;
using Bot.Discord.Rendering;
using Bot.Emulators.Web;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands.Feeds;

public sealed class FeedAddTests
{
    [Fact]
    public async Task A_feeds_address_is_shown_before_it_is_followed()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));

        var shown = await room.AskAsync($"/feed add {room.At()}");

        Assert.Equal("Example World · RSS · about 25 articles a day · English", shown[0]);
        Assert.Equal("* Headline 29 · 10 min ago", shown[1]);
        Assert.Equal("* Headline 28 · 1 h ago", shown[2]);
        Assert.Contains("teasers", shown[4], StringComparison.Ordinal);
        Assert.Contains($"[Add /feed add \"{room.At()}\" yes:yes]", shown[^1], StringComparison.Ordinal);
        Assert.Empty(await room.FollowedAsync());
    }

    [Fact]
    public async Task Once_confirmed_it_is_read_at_once_and_nothing_old_is_posted()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));
        var shown = await room.ReplyAsync($"/feed add {room.At()} folder:World");

        var added = await room.PressAsync(shown, "Add");

        Assert.Equal("Example World is followed here now. I read it: 30 articles, kept as archive.", added[0]);
        Assert.StartsWith("Nothing old is posted.", added[1], StringComparison.Ordinal);
        var followed = Assert.Single(await room.FollowedAsync());
        Assert.Equal(("Example World", "World", false), (followed.Name, followed.Folder, followed.IsFullText));
        var list = await room.AskAsync("/feed list");
        Assert.Equal(["# 1 feed", "World"], list.Take(2));
        Assert.StartsWith(
            "1. Example World · read just now · about 24 articles a day",
            list[2],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_a_page_whose_one_feed_cannot_be_read_it_is_told_why_not()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/", Documents.PageWithFeeds(("application/rss+xml", "/feed"))).Play("/feed", Refusals.Of(500));

        var answer = await room.AskAsync($"/feed add {room.At("/")}");

        Assert.Contains(answer, l => l.Contains("answers with an error of its own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_button_for_full_text_and_the_name_given_are_kept()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));
        var shown = await room.ReplyAsync($"/feed add {room.At()} title:\"My world\"");

        await room.PressAsync(shown, "Add with full text");

        var followed = Assert.Single(await room.FollowedAsync());
        Assert.Equal(("My world", true), (followed.Name, followed.IsFullText));
    }

    [Fact]
    public async Task Cancelled_nothing_is_added()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));
        var shown = await room.ReplyAsync($"/feed add {room.At()}");

        Assert.Equal(["Nothing was added."], await room.PressAsync(shown, "Cancel"));
        Assert.Empty(await room.FollowedAsync());
    }

    [Fact]
    public async Task A_page_with_one_feed_leads_to_it()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/", Documents.PageWithFeeds(("application/rss+xml", "/feed")))
            .Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 3)));

        var shown = await room.AskAsync($"/feed {room.At("/")}");

        Assert.StartsWith("Example World · RSS", shown[0], StringComparison.Ordinal);
        Assert.Contains($"/feed add \"{room.At()}\" yes:yes", shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_several_feeds_asks_which()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play(
                "/",
                Documents.PageWithFeeds(
                    ("application/rss+xml", "/world/rss.xml"),
                    ("application/rss+xml", "/europe/rss.xml")
                )
            )
            .Play("/europe/rss.xml", Documents.Of(FeedRoom.Feed("Europe", 3)));

        var page = await room.ReplyAsync($"/feed add {room.At("/")}");

        Assert.Equal("news.example is a page, not a feed; I found 2 feeds on it. Which one?", PlainText.Of(page)[0]);
        Assert.StartsWith("Europe · RSS", (await room.PressAsync(page, "europe"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_followed_already_offers_what_can_be_changed()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));
        await room.FollowAsync();

        var again = await room.AskAsync($"/feed add {room.At()}");

        Assert.StartsWith("Example World is followed here already.", again[0], StringComparison.Ordinal);
        Assert.Matches(@"\[Full text /feed text #\d+ text:full\] \[Pause /feed pause #\d+\]", again[1]);
        Assert.Equal(again, await room.AskAsync($"/feed add {room.At()} yes:yes"));
    }

    [Fact]
    public async Task A_chat_that_follows_as_many_as_it_may_is_told_so()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));
        await room
            .Desk.Get<FeedBook>()
            .FollowAsync(
                [
                    .. Enumerable
                        .Range(0, FeedBook.MostInChat)
                        .Select(i => new FollowOrder(Newsroom.Place, new Uri($"https://example.org/{i}"), "discord:9")),
                ],
                TestContext.Current.CancellationToken
            );

        Assert.StartsWith(
            "A chat follows 250 feeds at most.",
            (await room.AskAsync($"/feed add {room.At()} yes:yes"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_feed_that_another_process_is_reading_is_not_told_as_unreadable()
    {
        await using var room = await ReadElsewhereAsync();
        await room.Desk.HoldFeedsAsync("another 1", "2026-01-02T12:05:00.000Z");

        var told = await room.AskAsync($"/feed add {room.At()} yes:yes");

        Assert.Equal("news.example is followed here now. It is being read right now.", told[0]);
        Assert.Single(await room.FollowedAsync());
    }

    [Fact]
    public async Task A_feed_that_fails_at_present_is_followed_and_said_to_fail()
    {
        await using var room = await ReadElsewhereAsync();
        var id = (await room.Desk.Get<FeedBook>().OfAsync(Elsewhere, TestContext.Current.CancellationToken))[0].Feed.Id;
        await room.VisitAsync(id);
        room.Play("/feed", Refusals.Of(500));
        room.Time.Advance(TimeSpan.FromHours(1));

        var told = await room.AskAsync($"/feed add {room.At()} yes:yes");

        Assert.Equal(
            "Example World is followed here now. At present I can't read it. news.example answers with an error of its own. Mostly this mends itself; ask again later.",
            told[0]
        );
    }

    [Fact]
    public async Task A_feed_that_its_first_visit_finds_to_be_another_is_followed_as_that()
    {
        await using var room = await ReadElsewhereAsync();
        var book = room.Desk.Get<FeedBook>();
        var cancellation = TestContext.Current.CancellationToken;
        await book.FollowAsync(
            [new FollowOrder(new Destination("discord", "3"), room.At("/new"), "discord:9")],
            cancellation
        );
        room.Play("/new", Documents.Of(FeedRoom.Feed("Example World", 3)))
            .Play("/feed", Refusals.Redirect(301, room.At("/new").AbsoluteUri));
        var moving = (await book.OfAsync(Elsewhere, cancellation))[0].Feed.Id;
        await room.VisitAsync(moving);
        await room.VisitAsync(moving);
        room.Time.Advance(TimeSpan.FromHours(1));

        var told = await room.AskAsync($"/feed add {room.At()} yes:yes");

        Assert.StartsWith("news.example says that the feed has moved", told[0], StringComparison.Ordinal);
        Assert.Equal(room.At("/new"), Assert.Single(await room.FollowedAsync()).Feed.Url);
    }

    [Fact]
    public async Task What_is_said_of_a_feed_followed_for_another_place_names_that_place()
    {
        await using var room = await FeedRoom.OpenAsync(
            new RecordingPlatform("terminal") { Finds = _ => new PlaceLookup.Found(Newsroom.Place, "#news") }
        );
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 3)));

        var told = string.Join(
            '\n',
            await room.AskAsync($"/feed add {room.At()} channel:discord:1 yes:yes", place: Destination.Terminal)
        );

        Assert.Contains("/digest add at:07:30 channel:discord:1", told, StringComparison.Ordinal);
        Assert.DoesNotContain("[Latest", told, StringComparison.Ordinal);
    }

    private static readonly Destination Elsewhere = new("discord", "2");

    /// <summary>A feed that only another chat follows, and that nobody has read yet.</summary>
    private static async Task<FeedRoom> ReadElsewhereAsync()
    {
        var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 3)));
        await room
            .Desk.Get<FeedBook>()
            .FollowAsync([new FollowOrder(Elsewhere, room.At(), "discord:9")], TestContext.Current.CancellationToken);
        return room;
    }

    [Fact]
    public async Task What_a_feed_says_of_itself_is_never_markup_nor_a_mention()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play(
            "/feed",
            Documents.Of(FeedRoom.Feed("@everyone **bold** &lt;@123&gt; [link](https://evil.example)", 3))
        );

        var reply = await room.ReplyAsync($"/feed add {room.At()}");

        var title = Assert.IsType<Strong>(Assert.IsType<ParagraphBlock>(reply.Blocks[0]).Words[0]);
        Assert.Contains("@everyone", title.Text, StringComparison.Ordinal);
        var shown = DiscordBody.ToJson(
            DiscordRenderer.Render(reply, room.Desk.Get<Phrasebook>().In(Newsroom.Reader.Language), _ => true)
        );
        using var sent = JsonDocument.Parse(shown);
        Assert.Empty(sent.RootElement[0].GetProperty("allowed_mentions").GetProperty("parse").EnumerateArray());
        Assert.Contains(
            "**@\u2060everyone \\*\\*bold\\*\\* \\<@123> \\[link\\]\\(",
            sent.RootElement[0].GetProperty("embeds")[0].GetProperty("description").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Readers_may_look_and_administrators_change()
    {
        await using var room = await FeedRoom.OpenAsync();
        foreach (
            var line in new[]
            {
                "add https://news.example",
                "remove x",
                "pause x",
                "resume x",
                "text x full",
                "test https://news.example",
                "import https://news.example",
                "export",
                "remove health",
                "https://news.example",
            }
        )
            Assert.StartsWith(
                "Only people who may manage this place can use /feed.",
                (await room.AskAsync($"/feed {line}", Newsroom.Reader))[0],
                StringComparison.Ordinal
            );
        foreach (var line in new[] { "", "list", "health", "why https://news.example/a", "packs" })
            Assert.DoesNotContain(
                "Only people",
                (await room.AskAsync($"/feed {line}", Newsroom.Reader))[0],
                StringComparison.Ordinal
            );
    }
}
