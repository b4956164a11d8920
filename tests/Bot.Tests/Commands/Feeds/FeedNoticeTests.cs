using Bot.Core.Chat;
using Bot.Core.Commands.Reception;
using Bot.Core.Delivery;
using Bot.Core.Feeds.Following;
using Bot.Core.Storage;
using Bot.Emulators.Web;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands.Feeds;

public sealed class FeedNoticeTests
{
    private readonly RecordingPlatform _platform = new("discord");

    [Fact]
    public async Task A_feed_that_fails_three_times_is_told_of_once_and_its_recovery_too()
    {
        await using var room = await FollowingAsync("/feed");
        room.Play("/feed", Refusals.Of(500));
        await room.VisitAllAsync(TimeSpan.FromMinutes(30));
        await room.VisitAllAsync(TimeSpan.FromMinutes(30));
        Assert.Empty(await ToldAsync(room));

        await room.VisitAllAsync(TimeSpan.FromMinutes(30));
        var told = await ToldAsync(room);

        Assert.Equal("I can't read 1 feed that is followed here:", told[0]);
        Assert.Equal("* Example 1 since Friday 12:30: news.example answers with an error of its own.", told[1]);
        await room.VisitAllAsync(TimeSpan.FromHours(8));
        Assert.Empty(await ToldAsync(room));

        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example 1", 4)));
        await room.VisitAllAsync(TimeSpan.FromHours(1));
        Assert.Equal(["1 feed can be read again: “Example 1”"], await ToldAsync(room));
        Assert.Empty(await ToldAsync(room));
    }

    [Fact]
    public async Task A_feed_that_is_visited_seldom_is_told_of_after_six_hours_and_one_that_is_gone_at_once()
    {
        await using var room = await FollowingAsync("/feed", "/gone");
        room.Play("/feed", Refusals.Of(500)).Play("/gone", Refusals.Of(410));
        await room.VisitAllAsync(TimeSpan.FromMinutes(30));

        Assert.Contains(
            "Example 2",
            Assert.Single(await ToldAsync(room), l => l.StartsWith('*')),
            StringComparison.Ordinal
        );
        room.Time.Advance(TimeSpan.FromHours(7));
        Assert.Contains(
            "Example 1",
            Assert.Single(await ToldAsync(room), l => l.StartsWith('*')),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Many_that_fail_at_once_are_one_message()
    {
        var paths = Enumerable.Range(1, 12).Select(i => $"/{i}").ToArray();
        await using var room = await FollowingAsync(paths);
        foreach (var path in paths)
            room.Play(path, Refusals.Of(410));
        await room.VisitAllAsync(TimeSpan.FromHours(1));

        var told = await ToldAsync(room);

        Assert.Single(_platform.Shown);
        Assert.Equal("I can't read 12 feeds that are followed here:", told[0]);
        Assert.Equal("* and 2 more", told[11]);
    }

    [Fact]
    public async Task What_was_held_back_is_told_of_once()
    {
        await using var room = await FollowingAsync("/feed");
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example 1", 20)));
        await room.VisitAllAsync(TimeSpan.FromMinutes(10));
        Assert.Empty(await ToldAsync(room));
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example 1", 20, "Other words.", first: 1000)));
        await room.VisitAllAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(
            ["Example 1 changed all its items at once: 20 held back as archive, see /feed health"],
            await ToldAsync(room)
        );
        Assert.Empty(await ToldAsync(room));
        Assert.Contains(
            await room.AskAsync("/feed health"),
            l => l.Contains("20 were held back as archive", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_place_that_cannot_be_told_keeps_nobody_else_from_being_told()
    {
        await using var room = await FollowingAsync("/feed");
        await room
            .Desk.Get<FeedBook>()
            .FollowAsync(
                [new FollowOrder(new Destination("discord", "0"), room.At(), "discord:9")],
                TestContext.Current.CancellationToken
            );
        await using (var connection = await room.Desk.Get<Database>().OpenAsync(TestContext.Current.CancellationToken))
            await connection.ExecuteAsync(
                """
                CREATE TRIGGER broken BEFORE INSERT ON outbox WHEN new.destination = 'discord:0'
                BEGIN SELECT RAISE(ABORT, 'broken'); END
                """
            );
        room.Play("/feed", Refusals.Of(410));
        await room.VisitAllAsync(TimeSpan.FromHours(1));

        Assert.StartsWith("I can't read 1 feed", (await ToldAsync(room))[0], StringComparison.Ordinal);
        Assert.Contains(
            room.Desk.Log.Entries,
            e => e.StartsWith("Error discord:0 could not be told", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_paused_feed_is_nobodys_trouble()
    {
        await using var room = await FollowingAsync("/feed");
        await room.AskAsync("/feed pause 1");
        room.Play("/feed", Refusals.Of(410));
        await room.VisitAllAsync(TimeSpan.FromHours(1));

        Assert.Empty(await ToldAsync(room));
    }

    private async Task<FeedRoom> FollowingAsync(params string[] paths)
    {
        var room = await FeedRoom.OpenAsync(_platform);
        foreach (var (path, i) in paths.Select((p, i) => (p, i)))
        {
            room.Play(path, Documents.Of(FeedRoom.Feed($"Example {i + 1}", 3, first: i * 100)));
            await room.FollowAsync(path);
        }

        return room;
    }

    /// <summary>What the place is told now that it was not told before.</summary>
    private async Task<IReadOnlyList<string>> ToldAsync(FeedRoom room)
    {
        var before = _platform.Shown.Count;
        var notices = ActivatorUtilities.CreateInstance<FeedNotices>(room.Desk.Services);
        await notices.TellAsync(TestContext.Current.CancellationToken);
        await PostRoom.DeliverAsync(room.Desk.Get<Courier>());
        return [.. _platform.Shown.Skip(before).SelectMany(p => PlainText.Of(p.Reply))];
    }
}
