using Bot.Core.Chat;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

/// <summary>What becomes of posts to a place that is closed or has moved.</summary>
public sealed class CourierPlaceTests : IDisposable
{
    private const string Here = "discord:1";
    private const string There = "discord:2";

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_place_that_is_closed_is_paused_and_what_waits_goes_out_when_it_opens(bool isGone)
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "one", "two");
        await room.QueueAsync(There, "elsewhere");
        PostOutcome closed = isGone
            ? new PostOutcome.Gone("no such channel")
            : new PostOutcome.Forbidden("no such channel");
        for (var i = 0; i < 2; i++)
            _platform.AnswerNext(
                (post, _) => Task.FromResult(post.Destination.Address == "1" ? closed : _platform.Show(post))
            );
        _platform.Obstacle = "no such channel";

        await room.DeliverAsync();
        _time.Advance(TimeSpan.FromHours(2));
        await room.DeliverAsync();

        var paused = Assert.Single(await room.Destinations.PausedAsync(Cancellation));
        Assert.Equal((Here, "no such channel"), (paused.Destination.ToString(), paused.Why));
        Assert.False(await room.Courier.TryResumeAsync(paused.Destination, Cancellation));
        Assert.Equal(["elsewhere"], PostRoom.Words(_platform));

        _platform.Obstacle = null;
        Assert.True(await room.Courier.TryResumeAsync(paused.Destination, Cancellation));
        await room.DeliverAsync();
        Assert.Equal(["elsewhere", "one", "two"], PostRoom.Words(_platform));
    }

    [Fact]
    public async Task A_place_that_moved_gets_everything_at_its_new_address()
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "one", "two");
        _platform.AnswerNext(new PostOutcome.Migrated(new Destination("discord", "99")));

        await room.DeliverAsync();
        await room.DeliverAsync();

        Assert.Equal(["one", "two"], PostRoom.Words(_platform));
        Assert.All(_platform.Shown, p => Assert.Equal("99", p.Destination.Address));
        Assert.Equal(
            new Destination("discord", "99"),
            await room.Destinations.CurrentAsync(new Destination("discord", "1"), Cancellation)
        );
    }

    [Fact]
    public async Task A_place_that_moves_in_a_circle_is_not_followed_for_ever()
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "one", "two");
        for (var i = 0; i < 100; i++)
            _platform.AnswerNext(
                (post, _) =>
                    Task.FromResult<PostOutcome>(
                        new PostOutcome.Migrated(new("discord", post.Destination.Address == "1" ? "2" : "1"))
                    )
            );

        while (await room.DeliverAsync() <= _time.GetUtcNow()) { }

        Assert.InRange(_platform.Tries, 2, 5);
        Assert.Empty(_platform.Shown);
    }

    private Task<PostRoom> OpenAsync() => PostRoom.OpenAsync(_folder, _time, _platform);
}
