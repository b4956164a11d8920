using Bot.Core.Feeds;
using Bot.Core.Feeds.Polling;
using Bot.Emulators.Web;

namespace Bot.Tests.Commands.Feeds;

/// <summary>Digests that name feeds tell what those show, and nothing else.</summary>
public sealed class FeedDigestTests
{
    [Theory]
    [InlineData("feeds:other")]
    [InlineData("feeds:\"Other News\"")]
    [InlineData("feeds:2")]
    public async Task A_digest_tells_of_the_feeds_that_it_names(string feeds)
    {
        await using var room = await FollowingAsync();

        var planned = await room.AskAsync($"/digest add at:07:30 zone:UTC name:Other {feeds}");
        await room.AskAsync("/digest add at:08:30 zone:UTC name:All");
        var other = string.Join('\n', await room.AskAsync("/digest preview Other"));
        var all = string.Join('\n', await room.AskAsync("/digest preview All"));

        Assert.Equal("From Other News", planned[1]);
        Assert.Contains("Headline 100", other, StringComparison.Ordinal);
        Assert.Contains("1 article from 1 source", other, StringComparison.Ordinal);
        Assert.Contains("2 articles", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_cannot_be_read_is_told_of_so_that_its_silence_is_not_taken_for_no_news()
    {
        await using var room = await FollowingAsync();
        await room.AskAsync("/digest add at:07:30 zone:UTC name:All");
        room.Play("/other", Refusals.Of(500));
        await room.VisitAllAsync(TimeSpan.FromDays(1));
        var once = string.Join('\n', await room.AskAsync("/digest preview All"));
        await room.VisitAllAsync(TimeSpan.FromDays(1));

        var twice = string.Join('\n', await room.AskAsync("/digest preview All"));
        await room.AskAsync("/topic add zebra as:zebras");
        await room.AskAsync("/digest add at:08:30 zone:UTC name:Zebras topics:zebras");
        var nothing = string.Join('\n', await room.AskAsync("/digest preview Zebras"));

        Assert.DoesNotContain("failing", once, StringComparison.Ordinal);
        Assert.Contains("1 feed failing since ", twice, StringComparison.Ordinal);
        Assert.Contains(": /feed health", twice, StringComparison.Ordinal);
        Assert.Contains("Nothing new here on zebras.", nothing, StringComparison.Ordinal);
        Assert.Contains("One feed cannot be read since ", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_feeds_are_divided_by_commas_and_all_takes_them_away()
    {
        await using var room = await FollowingAsync();

        var both = await room.AskAsync("/digest add at:07:30 zone:UTC name:Two feeds:\"Example World\",other");
        var none = await room.AskAsync("/digest edit Two feeds:all");

        Assert.Equal("From Example World and Other News", both[1]);
        Assert.StartsWith("Next:", none[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_whose_feeds_are_followed_no_more_tells_nothing_and_says_so()
    {
        await using var room = await FollowingAsync();
        await room.AskAsync("/digest add at:07:30 zone:UTC name:Other feeds:other");

        await room.AskAsync("/feed remove other yes:yes");
        var told = string.Join('\n', await room.AskAsync("/digest preview Other"));

        Assert.StartsWith("The feed ", told, StringComparison.Ordinal);
        Assert.Contains(" is not followed here any more: nothing is told from it.", told, StringComparison.Ordinal);
        Assert.EndsWith("/digest edit name:\"Other\" feeds:all", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_moves_for_good_is_named_by_its_new_address()
    {
        await using var room = await FollowingAsync();
        await room.AskAsync("/digest add at:07:30 zone:UTC name:Other feeds:other");
        room.Play("/other", Refusals.Redirect(301, $"{room.At("/moved")}"));
        room.Play("/moved", Documents.Of(FeedRoom.Feed("Other News", 2, first: 100)));

        for (var visit = 0; visit < 4; visit++)
            await room.VisitAllAsync(TimeSpan.FromDays(2));

        Assert.Contains(await room.FollowedAsync(), f => f.Feed.Url == room.At("/moved"));
        Assert.Equal("From Other News", (await room.AskAsync("/digest edit Other"))[1]);
        Assert.DoesNotContain(
            await room.AskAsync("/digest list"),
            l => l.Contains("not followed", StringComparison.Ordinal)
        );
    }

    /// <summary>Its last follower has gone while it was visited.</summary>
    [Fact]
    public async Task A_feed_that_is_gone_when_it_has_moved_takes_nobodys_digests_along()
    {
        await using var room = await FollowingAsync();
        await room.AskAsync("/digest add at:07:30 zone:UTC name:Other feeds:other");

        await room
            .Desk.Get<DueFeeds>()
            .TryMoveAsync(new FeedId(9_999), room.At("/feed"), TestContext.Current.CancellationToken);

        Assert.Equal("From Other News", (await room.AskAsync("/digest edit Other"))[1]);
    }

    private static async Task<FeedRoom> FollowingAsync()
    {
        var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 1, first: 1)));
        room.Play("/other", Documents.Of(FeedRoom.Feed("Other News", 1, "Words of another paper.", first: 100)));
        await room.FollowAsync();
        await room.FollowAsync("/other");
        return room;
    }
}
