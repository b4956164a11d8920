using Bot.Core.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

/// <summary>What becomes of posts when a process ends on the way, or two are on it.</summary>
public sealed class CourierCrashTests : IDisposable
{
    private const string Here = "discord:1";
    private const string There = "discord:2";

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_crash_before_posting_loses_nothing()
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "one", "two");
        await room.RunSqlAsync(
            "CREATE TRIGGER crash BEFORE UPDATE ON outbox WHEN new.state = 'sending' BEGIN SELECT RAISE(ABORT, 'crash'); END"
        );
        await room.DeliverAsync();
        await room.RunSqlAsync("DROP TRIGGER crash");

        var next = await OpenAsync();
        await next.DeliverAsync();

        Assert.Equal(["one", "two"], PostRoom.Words(_platform));
    }

    [Fact]
    public async Task A_crash_between_posting_and_noting_it_never_posts_twice()
    {
        var room = await OpenAsync();
        var batch = await room.QueueAsync(Here, "one", "two");
        await room.RunSqlAsync(
            "CREATE TRIGGER crash BEFORE UPDATE ON outbox WHEN new.state = 'sent' BEGIN SELECT RAISE(ABORT, 'crash'); END"
        );
        await room.DeliverAsync();
        await room.RunSqlAsync("DROP TRIGGER crash");

        var next = await OpenAsync();
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(3), await next.DeliverAsync());
        _time.Advance(TimeSpan.FromMinutes(3));
        await next.DeliverAsync();

        Assert.Equal(["one", "two"], PostRoom.Words(_platform));
        Assert.Equal([OutboxState.Unknown, OutboxState.Sent], await next.StatesAsync(batch));
    }

    [Fact]
    public async Task Where_a_platform_may_repeat_a_post_in_flight_at_a_crash_is_sent_again_under_its_key()
    {
        var platform = new RecordingPlatform("discord") { KnowsAgain = TimeSpan.MaxValue };
        var room = await PostRoom.OpenAsync(_folder, _time, platform);
        var batch = await room.QueueAsync(Here, "one", "two");
        await room.RunSqlAsync(
            "CREATE TRIGGER crash BEFORE UPDATE ON outbox WHEN new.state = 'sent' BEGIN SELECT RAISE(ABORT, 'crash'); END"
        );
        await room.DeliverAsync();
        await room.RunSqlAsync("DROP TRIGGER crash");

        var next = await PostRoom.OpenAsync(_folder, _time, platform);
        _time.Advance(TimeSpan.FromMinutes(3));
        await next.DeliverAsync();

        Assert.Equal(["one", "one", "two"], PostRoom.Words(platform));
        Assert.Equal(platform.Shown[0].Key, platform.Shown[1].Key);
        Assert.Equal([OutboxState.Sent, OutboxState.Sent], await next.StatesAsync(batch));
    }

    [Fact]
    public async Task Two_processes_on_one_store_post_everything_once_and_in_order()
    {
        var rooms = new[] { await OpenAsync(), await OpenAsync() };
        for (var i = 0; i < 5; i++)
        {
            await rooms[0].QueueAsync(Here, $"{i}.1", $"{i}.2", $"{i}.3");
            await rooms[1].QueueAsync(There, $"{i}.1", $"{i}.2", $"{i}.3");
        }

        while ((await Task.WhenAll(rooms.Select(r => r.DeliverAsync()))).Any(next => next is not null)) { }

        foreach (var place in new[] { "1", "2" })
            Assert.Equal(
                from i in Enumerable.Range(0, 5)
                from part in Enumerable.Range(1, 3)
                select $"{i}.{part}",
                PostRoom.Words(_platform).Where((_, n) => _platform.Shown[n].Destination.Address == place)
            );
    }

    private Task<PostRoom> OpenAsync() => PostRoom.OpenAsync(_folder, _time, _platform);
}
