using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Emulators.Web;
using static Bot.Tests.Feeds.Polling.VisitStand;

namespace Bot.Tests.Feeds.Polling;

/// <summary>Feeds that move, and meet.</summary>
public sealed class MoveVisitTests
{
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
}
