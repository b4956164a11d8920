using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Emulators.Web;
using static Bot.Tests.Feeds.Polling.VisitStand;

namespace Bot.Tests.Feeds.Polling;

/// <summary>From due to filed, over sockets.</summary>
public sealed class VisitTests
{
    [Fact]
    public async Task A_feed_is_read_once_and_then_asked_whether_it_has_changed()
    {
        await using var stand = await OpenAsync();
        stand.Play(Documents.Of(Rss(stand.Item(1)), etag: "\"a\"", lastModified: "Mon, 23 Nov 2026 07:00:00 GMT"));

        var first = await stand.VisitWhenDueAsync();
        var second = await stand.VisitWhenDueAsync();

        Assert.Equal((1, 0), (first?.New, second?.New ?? 0));
        var again = stand.Room.Web.VisitsTo("news.example", "/feed")[1];
        Assert.Equal(
            ("\"a\"", "Mon, 23 Nov 2026 07:00:00 GMT"),
            (again.Header("If-None-Match"), again.Header("If-Modified-Since"))
        );
        Assert.Equal(
            ("Example World", FeedState.Read),
            ((await stand.FeedAsync()).Title, (await stand.FeedAsync()).State)
        );
    }

    [Fact]
    public async Task What_comes_later_is_new_and_what_was_there_is_not()
    {
        await using var stand = await OpenAsync();
        stand.Play(Documents.Changing(n => Rss([.. Enumerable.Range(1, n).Select(i => stand.Item(i))])));

        await stand.VisitWhenDueAsync();
        var second = await stand.VisitWhenDueAsync();
        var third = await stand.VisitWhenDueAsync();

        Assert.Equal((1, 1), (second?.New, third?.New));
        Assert.Equal(3, (await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop)).Count);
    }

    [Fact]
    public async Task The_same_bytes_again_are_not_read_again()
    {
        await using var stand = await OpenAsync();
        stand.Play(Documents.Of(Rss(stand.Item(1))));

        await stand.VisitWhenDueAsync();
        var again = await stand.VisitWhenDueAsync();

        Assert.Null(again);
    }

    [Fact]
    public async Task A_feed_that_fails_is_left_alone_longer_and_longer_and_recovers_at_once()
    {
        await using var stand = await OpenAsync();
        stand.Play(Refusals.Of(500));

        var waits = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            await stand.VisitWhenDueAsync();
            waits.Add((await stand.FeedAsync()).NextCheck - stand.Room.Time.GetUtcNow());
        }

        var failing = await stand.FeedAsync();
        stand.Play(Documents.Of(Rss(stand.Item(1))));
        await stand.VisitWhenDueAsync();
        var well = await stand.FeedAsync();

        Assert.Equal((3, "Broken"), (failing.Failures, failing.Fault));
        Assert.True(waits[0] < waits[1] && waits[1] < waits[2]);
        Assert.Equal((0, null, null), (well.Failures, well.Fault, well.FailingSince));
    }

    [Fact]
    public async Task A_host_that_asks_for_peace_has_it()
    {
        await using var stand = await OpenAsync();
        stand.Play(Refusals.Of(429, "7200"));

        await stand.VisitWhenDueAsync();

        var wait = (await stand.FeedAsync()).NextCheck - stand.Room.Time.GetUtcNow();
        Assert.InRange(wait, TimeSpan.FromHours(2), TimeSpan.FromHours(2.2));
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_not_asked_for_again()
    {
        await using var stand = await OpenAsync();
        stand.Play(Refusals.Of(410));

        await stand.VisitWhenDueAsync();
        stand.Room.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(FeedState.Gone, (await stand.FeedAsync()).State);
        Assert.Empty(await stand.Due.TakeDueAsync(10, Stop));
    }

    [Fact]
    public async Task A_page_in_the_feeds_place_is_told_as_such()
    {
        await using var stand = await OpenAsync();
        stand.Play(Documents.PageWithFeeds(("application/rss+xml", "/other")));

        await stand.VisitWhenDueAsync();

        Assert.Equal(nameof(FeedFault.Page), (await stand.FeedAsync()).Fault);
    }

    [Fact]
    public async Task No_two_processes_visit_one_feed()
    {
        await using var stand = await OpenAsync();
        var other = stand.NewDue();

        var mine = await stand.Due.TakeDueAsync(10, Stop);
        var theirs = await other.TakeDueAsync(10, Stop);

        Assert.Single(mine);
        Assert.Empty(theirs);
        Assert.Null(await other.TakeUpAsync(mine[0].Id, isDue: false, Stop));
    }

    [Fact]
    public async Task A_feed_that_everybody_has_paused_is_not_visited()
    {
        await using var stand = await OpenAsync();
        await stand.Book.PauseAsync(Chat, (await stand.FeedAsync()).Id, Stop);

        Assert.Empty(await stand.Due.TakeDueAsync(10, Stop));
        Assert.Null(await stand.Due.NextDueAsync(Stop));
    }

    [Fact]
    public async Task A_wait_that_was_asked_for_once_is_over_when_less_is_asked_for()
    {
        await using var stand = await OpenAsync();
        WebPlay Fresh(int seconds) =>
            Documents.Of(
                Rss(stand.Item(1)),
                etag: "\"a\"",
                headers: ("Cache-Control", string.Create(CultureInfo.InvariantCulture, $"max-age={seconds}"))
            );
        stand.Play(Fresh(36_000));
        await stand.VisitWhenDueAsync();

        stand.Play(Fresh(60));
        await stand.VisitWhenDueAsync();

        var wait = (await stand.FeedAsync()).NextCheck - stand.Room.Time.GetUtcNow();
        Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Of_two_items_that_said_the_same_the_other_stays_when_one_is_changed()
    {
        await using var stand = await OpenAsync();
        const string Fire = "A fire broke out in the harbour. Nobody was hurt.";
        string Item(int number, string words) =>
            $"<item><title>Story {number}</title><guid>{number}</guid><description>{words}</description></item>";
        stand.Play(Documents.Of(Rss(Item(1, Fire), Item(2, Fire)), etag: "\"a\""));
        await stand.VisitWhenDueAsync();
        stand.Play(Documents.Of(Rss(Item(1, "The river rose. It will fall."), Item(2, Fire)), etag: "\"b\""));

        await stand.VisitWhenDueAsync();
        await stand.VisitWhenDueAsync();

        var titles = (await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop)).Select(a => a.Title);
        Assert.Equal(["Story 1", "Story 2"], titles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_another_feed_made_of_its_copy_is_not_shown_as_ones_own()
    {
        var elsewhere = new Destination("telegram", "-5");
        await using var stand = await OpenAsync();
        var other = stand.Room.Web.At("other.example", "/feed");
        stand.Play(Documents.Of(Rss(stand.Item(1))));
        stand.Room.Web.Play("other.example", "/feed", Documents.Of(Rss(stand.Item(1))));
        await stand.VisitWhenDueAsync();
        await stand.FollowAsync(other, elsewhere);
        await stand.Desk.VisitAsync(Assert.Single(await stand.Book.OfAsync(elsewhere, Stop)).Feed.Id, Stop);

        stand.Play(Documents.Of(Rss(stand.Item(1, "Other words of the first feed alone."))));
        await stand.VisitAsync();

        var shown = await stand.Articles.LatestAsync(Audience.Of(elsewhere.ToString()), 10, 0, Stop);
        Assert.DoesNotContain(shown, a => a.Text.Contains("first feed alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_filed_is_a_failure_and_waits_its_time()
    {
        await using var stand = await OpenAsync();
        stand.Play(Documents.Of(Rss(stand.Item(1))));
        await stand.BreakStoreAsync("INSERT");

        await stand.VisitWhenDueAsync();

        var feed = await stand.FeedAsync();
        Assert.Equal((1, nameof(FeedFault.Unfiled)), (feed.Failures, feed.Fault));
        Assert.True(feed.NextCheck > stand.Room.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_host_with_many_feeds_leaves_room_for_others()
    {
        await using var stand = await OpenAsync();
        for (var i = 0; i < 8; i++)
            await stand.FollowAsync(stand.Room.Web.At("news.example", $"/{i}"));
        var other = stand.Room.Web.At("other.example", "/feed");
        await stand.FollowAsync(other);

        var taken = await stand.Due.TakeDueAsync(5, Stop);
        var more = await stand.Due.TakeDueAsync(5, Stop);

        Assert.Contains(taken, f => f.Url == other);
        Assert.Equal((5, 0), (taken.Count, more.Count));
        Assert.NotNull(await stand.Due.NextDueAsync(Stop));
    }

    [Fact]
    public async Task A_feed_that_was_visited_while_it_waited_for_its_turn_is_not_visited_again()
    {
        await using var stand = await OpenAsync();
        stand.Play(Documents.Of(Rss(stand.Item(1))));
        var taken = Assert.Single(await stand.Due.TakeDueAsync(10, Stop));

        await stand.VisitAsync();
        await stand.Desk.VisitDueAsync(taken, Stop);

        Assert.Single(stand.Room.Web.VisitsTo("news.example", "/feed"));
    }
}
