using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

/// <summary>By a clock that is moved by hand: nothing here takes longer than loopback does.</summary>
public sealed class SlownessTests
{
    private static readonly TimeSpan HeaderPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_host_that_says_nothing_is_left_after_fifteen_seconds()
    {
        await using var room = await FetchRoom.OpenAsync();

        var fetch = room.FetchFeedAsync(Slowness.Silence());
        await room.Web.VisitedAsync("news.example", 1, TestContext.Current.CancellationToken);
        room.Time.Advance(HeaderPatience - TimeSpan.FromMilliseconds(1));
        Assert.False(fetch.IsCompleted);
        room.Time.Advance(TimeSpan.FromMilliseconds(1));

        FetchRoom.Failure(FetchFault.TooSlow, await fetch);
    }

    [Fact]
    public async Task Headers_that_come_one_by_one_do_not_buy_time()
    {
        await using var room = await FetchRoom.OpenAsync();
        var each = TimeSpan.FromSeconds(4);

        var fetch = room.FetchFeedAsync(Slowness.Headers(each));
        for (var i = 1; i <= 4; i++)
        {
            await room.Time.BegunAsync(each, i);
            Assert.False(fetch.IsCompleted);
            room.Time.Advance(each);
        }

        FetchRoom.Failure(FetchFault.TooSlow, await fetch);
    }

    [Fact]
    public async Task Headers_without_end_are_too_large()
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Slowness.Headers(TimeSpan.Zero));

        FetchRoom.Failure(FetchFault.TooLarge, outcome);
    }

    [Fact]
    public async Task A_body_that_comes_by_the_byte_is_left_after_ten_seconds()
    {
        await using var room = await FetchRoom.OpenAsync();

        var fetch = room.FetchFeedAsync(Slowness.Body(bytes: 1, TimeSpan.FromHours(1)));
        await room.Time.BegunAsync(RateWindow);
        room.Time.Advance(RateWindow);

        var failed = FetchRoom.Failure(FetchFault.TooSlow, await fetch);
        Assert.EndsWith("sends less than 1024 bytes a second", failed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_pauses_and_still_keeps_the_rate_is_read_to_its_end()
    {
        await using var room = await FetchRoom.OpenAsync();
        var pause = TimeSpan.FromSeconds(9);

        var fetch = room.FetchFeedAsync(Slowness.Body(bytes: 12_000, pause, pieces: 3));
        for (var i = 1; i <= 3; i++)
        {
            // Both: the piece has been read here, and the pause has begun there.
            await room.Time.BegunAsync(RateWindow, i + 1);
            await room.Time.BegunAsync(pause, i);
            room.Time.Advance(pause);
        }

        Assert.Equal(36_000, Assert.IsType<FetchOutcome.Fetched>(await fetch).Bytes.Length);
    }

    [Fact]
    public async Task A_body_that_keeps_the_rate_for_ever_meets_the_deadline()
    {
        await using var room = await FetchRoom.OpenAsync();
        var pause = TimeSpan.FromSeconds(9);

        var fetch = room.FetchFeedAsync(Slowness.Body(bytes: 12_000, pause));
        for (var i = 1; i <= 4; i++)
        {
            await room.Time.BegunAsync(RateWindow, i + 1);
            await room.Time.BegunAsync(pause, i);
            room.Time.Advance(pause);
        }

        var failed = FetchRoom.Failure(FetchFault.TooSlow, await fetch);
        Assert.EndsWith("was not done within 30 s", failed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadline_is_one_for_all_hops()
    {
        await using var room = await FetchRoom.OpenAsync();
        var pause = TimeSpan.FromSeconds(14);
        for (var i = 0; i < 5; i++)
        {
            var next = Refusals.Redirect(302, $"/{i + 1}");
            room.Web.Play(
                "news.example",
                $"/{i}",
                async scene =>
                {
                    await Task.Delay(pause, scene.Time, scene.HungUp);
                    await next(scene);
                }
            );
        }

        var fetch = room.FetchAsync(room.Web.At("news.example", "/0"));
        for (var i = 1; i <= 3; i++)
        {
            await room.Time.BegunAsync(pause, i);
            room.Time.Advance(pause);
        }

        FetchRoom.Failure(FetchFault.TooSlow, await fetch);
        Assert.Equal(3, room.Web.Visits.Count);
    }
}
