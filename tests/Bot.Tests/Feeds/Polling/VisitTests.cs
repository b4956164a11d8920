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
    public async Task A_move_for_good_is_believed_the_third_time()
    {
        await using var stand = await OpenAsync();
        var home = stand.Room.Web.At("other.example", "/feed");
        stand.Play(Refusals.Redirect(301, home.AbsoluteUri));
        stand.Room.Web.Play("other.example", "/feed", Documents.Changing(n => Rss(stand.Item(n))));

        await stand.VisitWhenDueAsync();
        await stand.VisitWhenDueAsync();
        var twice = (await stand.FeedAsync()).Url;
        await stand.VisitWhenDueAsync();

        Assert.Equal((stand.Url, home), (twice, (await stand.FeedAsync()).Url));
    }

    [Fact]
    public async Task Two_feeds_that_would_meet_at_one_address_stay_two()
    {
        await using var stand = await OpenAsync();
        var home = stand.Room.Web.At("other.example", "/feed");
        stand.Room.Web.Play("other.example", "/feed", Documents.Of(Rss(stand.Item(1))));
        stand.Play(Refusals.Redirect(301, home.AbsoluteUri));
        await stand.FollowAsync(home);

        for (var i = 0; i < 4; i++)
            await stand.VisitAsync();

        var feed = await stand.FeedAsync();
        Assert.Equal((stand.Url, home), (feed.Url, feed.MovedTo));
    }

    [Fact]
    public async Task A_feed_that_moves_to_where_another_chats_is_read_becomes_that_one_with_what_it_had()
    {
        await using var stand = await OpenAsync();
        var home = stand.Room.Web.At("other.example", "/feed");
        stand.Room.Web.Play("other.example", "/feed", Documents.Of(Rss(stand.Item(2))));
        stand.Play(Documents.Of(Rss(stand.Item(1))));
        await stand.VisitWhenDueAsync();
        await stand.FollowAsync(home, new Destination("telegram", "-5"));

        stand.Play(Refusals.Redirect(301, home.AbsoluteUri));
        for (var i = 0; i < 3; i++)
            await stand.VisitAsync();

        var followed = Assert.Single(await stand.Book.OfAsync(Chat, Stop));
        Assert.Equal(home, followed.Feed.Url);
        var seen = await stand.Articles.LatestAsync(Audience.Of(Chat.ToString()), 10, 0, Stop);
        Assert.Equal(["Story 1", "Story 2"], seen.Select(a => a.Title).Order(StringComparer.Ordinal));
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
    public async Task The_page_gives_the_whole_text_where_the_feed_has_a_teaser()
    {
        await using var stand = await OpenAsync(isFullText: true);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));
        stand.Room.Web.Play("news.example", "/a/1", Documents.Of(Page(12), Documents.Html));

        await stand.VisitWhenDueAsync();
        await stand.ReadPagesAsync();

        var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
        Assert.Equal("Story 1", article.Title);
        Assert.Contains(
            "Paragraph 11 of the report says that the bridge is shut",
            article.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await stand.Pages.DueAsync(10, Stop));
    }

    [Fact]
    public async Task A_page_that_its_site_keeps_from_programs_is_not_read()
    {
        await using var stand = await OpenAsync(isFullText: true);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));
        stand.Room.Web.Play("news.example", "/robots.txt", Documents.Robots("User-agent: *\nDisallow: /a/"));
        stand.Room.Web.Play("news.example", "/a/1", Documents.Of(Page(12), Documents.Html));

        await stand.VisitWhenDueAsync();
        await stand.ReadPagesAsync();

        var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
        Assert.StartsWith("The bridge fell.", article.Text, StringComparison.Ordinal);
        Assert.Empty(stand.Room.Web.VisitsTo("news.example", "/a/1"));
        Assert.Empty(await stand.Pages.DueAsync(10, Stop));
    }

    [Fact]
    public async Task A_page_that_is_busy_is_tried_again_and_then_left()
    {
        await using var stand = await OpenAsync(isFullText: true);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));
        stand.Room.Web.Play("news.example", "/a/1", Refusals.Of(503));
        await stand.VisitWhenDueAsync();

        for (var day = 0; day < 10; day++)
        {
            await stand.ReadPagesAsync();
            stand.Room.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(4, stand.Room.Web.VisitsTo("news.example", "/a/1").Count);
    }

    [Fact]
    public async Task A_page_that_is_unchanged_later_is_still_no_feed()
    {
        await using var stand = await OpenAsync();
        stand.Play(Documents.Of(Page(1), Documents.Html, etag: "\"page\""));

        await stand.VisitWhenDueAsync();
        await stand.VisitWhenDueAsync();

        var feed = await stand.FeedAsync();
        Assert.Equal((FeedState.New, 2, nameof(FeedFault.Page)), (feed.State, feed.Failures, feed.Fault));
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
    public async Task An_edit_of_an_item_whose_page_was_read_brings_the_page_anew()
    {
        await using var stand = await OpenAsync(isFullText: true);
        foreach (var version in new[] { "first", "second", "third" })
        {
            stand.Play(Documents.Of(Rss(stand.Item(1, $"The bridge fell, says the {version} edition."))));
            stand.Room.Web.Play("news.example", "/a/1", Documents.Of(Page(12, version), Documents.Html));
            await stand.VisitWhenDueAsync();
            await stand.ReadPagesAsync();

            var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
            Assert.Contains($"11 of the {version} report", article.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_whole_text_stays_where_its_page_is_closed_later()
    {
        await using var stand = await OpenAsync(isFullText: true);
        foreach (var version in new[] { "first", "second", "third" })
        {
            stand.Play(Documents.Of(Rss(stand.Item(1, $"The bridge fell, says the {version} edition."))));
            stand.Room.Web.Play(
                "news.example",
                "/a/1",
                version == "first" ? Documents.Of(Page(12, version), Documents.Html) : Refusals.Of(403)
            );
            await stand.VisitWhenDueAsync();
            await stand.ReadPagesAsync();
        }

        var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
        Assert.Contains("11 of the first report", article.Text, StringComparison.Ordinal);
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
    public async Task A_page_that_cannot_be_filed_is_put_off_and_then_left()
    {
        await using var stand = await OpenAsync(isFullText: true);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));
        stand.Room.Web.Play("news.example", "/a/1", Documents.Of(Page(12), Documents.Html));
        await stand.VisitWhenDueAsync();
        await stand.BreakStoreAsync("UPDATE");

        await stand.ReadPagesAsync();
        Assert.Empty(await stand.Pages.DueAsync(10, Stop));
        for (var day = 0; day < 10; day++)
        {
            stand.Room.Time.Advance(TimeSpan.FromDays(1));
            await stand.ReadPagesAsync();
        }

        Assert.Equal(4, stand.Room.Web.VisitsTo("news.example", "/a/1").Count);
    }

    [Fact]
    public async Task The_pages_of_an_archive_are_not_read()
    {
        await using var stand = await OpenAsync();
        await stand.Book.SetFullTextAsync(Chat, (await stand.FeedAsync()).Id, isFullText: true, Stop);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));

        await stand.VisitWhenDueAsync();

        Assert.Empty(await stand.Pages.DueAsync(10, Stop));
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

    [Fact]
    public async Task Where_one_chat_follows_both_feeds_nobody_loses_what_was_seen()
    {
        var elsewhere = new Destination("telegram", "-5");
        await using var stand = await OpenAsync();
        var home = stand.Room.Web.At("other.example", "/feed");
        stand.Room.Web.Play("other.example", "/feed", Documents.Of(Rss(stand.Item(2))));
        stand.Play(Documents.Of(Rss(stand.Item(1))));
        await stand.VisitWhenDueAsync();
        await stand.FollowAsync(home);
        await stand.FollowAsync(stand.Url, elsewhere);

        stand.Play(Refusals.Redirect(301, home.AbsoluteUri));
        for (var i = 0; i < 4; i++)
            await stand.VisitAsync();

        var seen = await stand.Articles.LatestAsync(Audience.Of(elsewhere.ToString()), 10, 0, Stop);
        Assert.Equal(["Story 1", "Story 2"], seen.Select(a => a.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_feed_that_was_gone_is_there_again_where_another_moves_to_it()
    {
        var elsewhere = new Destination("telegram", "-5");
        await using var stand = await OpenAsync();
        var home = stand.Room.Web.At("other.example", "/feed");
        await stand.FollowAsync(home, elsewhere);
        stand.Room.Web.Play("other.example", "/feed", Refusals.Of(410));
        await stand.Desk.VisitAsync(Assert.Single(await stand.Book.OfAsync(elsewhere, Stop)).Feed.Id, Stop);
        stand.Room.Web.Play("other.example", "/feed", Documents.Of(Rss(stand.Item(2))));
        stand.Play(Refusals.Redirect(301, home.AbsoluteUri));

        for (var i = 0; i < 3; i++)
            await stand.VisitAsync();

        var feed = Assert.Single(await stand.Book.OfAsync(Chat, Stop)).Feed;
        Assert.Equal((home, FeedState.Read, 0), (feed.Url, feed.State, feed.Failures));
    }

    private static string Page(int paragraphs, string report = "") =>
        "<!doctype html><html><head><title>Bridge shut</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Bridge shut</h1>"
        + string.Concat(
            Enumerable
                .Range(0, paragraphs)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<p>Paragraph {i} of the {report}{(report.Length > 0 ? " " : "")}report says that the bridge is shut, that it will stay shut until May, and that the mayor is sorry for it.</p>"
                    )
                )
        )
        + "</article></body></html>";
}
