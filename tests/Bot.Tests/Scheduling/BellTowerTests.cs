using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Scheduling;
using Bot.Tests.Commands;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Scheduling;

public sealed class BellTowerTests : IDisposable
{
    private static readonly DigestOptions Morning = new()
    {
        Name = "Morning digest",
        At = "07:30",
        Destination = "discord:1",
    };

    private readonly StoreFolder _folder = new();
    private readonly RecordingPlatform _platform = new("discord");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task At_the_start_every_digest_is_rung_for_once_the_desk_is_up()
    {
        // The digest is known since yesterday and was due an hour ago.
        var clock = new FakeTimeProvider(new(2026, 11, 22, 8, 30, 0, TimeSpan.Zero));
        await using (var before = await DigestRoom.OpenAsync(_folder, clock, [Morning], _platform))
        {
            await before.RingAsync();
            await before.FileAsync("Floods in Spain");
        }

        clock.SetUtcNow(new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero));
        await using var room = await DigestRoom.OpenAsync(_folder, clock, [Morning], _platform);
        using var lifetime = new HandLifetime();
        using var tower = Tower(room, clock, lifetime);
        await tower.StartAsync(Cancellation);
        Assert.Equal(0, await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_ledger"));

        lifetime.Start();
        await room.Get<DeliveryBell>().WaitAsync(TimeSpan.FromDays(1), Cancellation);
        await room.DeliverAsync();
        await tower.StopAsync(Cancellation);

        Assert.Contains("(Late, due", PlainText.OfAll(_platform.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_is_planned_paused_resumed_or_removed_is_followed_at_once()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));
        await using var room = await DigestRoom.OpenAsync(_folder, clock, [], _platform);
        using var lifetime = new HandLifetime();
        using var tower = Tower(room, clock, lifetime, room.Log);
        await tower.StartAsync(Cancellation);
        lifetime.Start();

        await room.AskAsync("/digest add at:07:30 zone:UTC name:News");
        await HearsAsync(room, 1, "Digest News for discord:1 comes next at 2026-11-23 07:30");
        await room.AskAsync("/digest pause news");
        await HearsAsync(room, 1, "Digest News for discord:1 does not come any more");
        await room.AskAsync("/digest resume news");
        await HearsAsync(room, 2, "Digest News for discord:1 comes next at 2026-11-23 07:30");
        await room.AskAsync("/digest remove news");
        await HearsAsync(room, 2, "Digest News for discord:1 does not come any more");
        await room.AskAsync("/digest add at:08:00 name:News");
        await HearsAsync(room, 1, "Digest News for discord:1 comes next at 2026-11-23 08:00");

        await room.FileAsync("Floods in Spain");
        clock.SetUtcNow(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await HearsAsync(room, 1, "Digest News for discord:1: 1 articles queued");
        await tower.StopAsync(Cancellation);
    }

    [Fact]
    public async Task What_another_process_plans_is_followed_within_a_minute()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));
        await using var room = await DigestRoom.OpenAsync(_folder, clock, [], _platform);
        await using var other = await DigestRoom.OpenAsync(_folder, clock, [], _platform);
        using var lifetime = new HandLifetime();
        using var tower = Tower(room, clock, lifetime, room.Log);
        await tower.StartAsync(Cancellation);
        lifetime.Start();

        await other.AskAsync("/digest add at:07:30 zone:UTC name:News");
        Assert.DoesNotContain(room.Log.Entries, e => e.Contains("comes next", StringComparison.Ordinal));
        await HearsAsync(
            room,
            1,
            "Digest News for discord:1 comes next at",
            () => clock.Advance(TimeSpan.FromMinutes(1))
        );
        await tower.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Two_places_may_have_a_digest_of_one_name_and_a_zone_that_is_unknown_stops_nobody()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));
        await using var room = await DigestRoom.OpenAsync(_folder, clock, [Morning], _platform);
        await room.AskAsync("/digest add at:07:30 zone:UTC name:\"Morning digest\"", "discord:2");
        await room.AskAsync("/digest add at:07:30 zone:UTC name:Lost", "discord:3");
        await room.QueryAsync<int>("UPDATE digests SET zone = 'Mars/Base' WHERE name = 'Lost'");
        using var lifetime = new HandLifetime();
        using var tower = Tower(room, clock, lifetime, room.Log);
        await tower.StartAsync(Cancellation);
        lifetime.Start();

        await HearsAsync(
            room,
            1,
            "Digest Lost for discord:3 does not come: this program cannot read when, or this machine knows no time zone Mars/Base"
        );
        await HearsAsync(room, 1, "Digest Morning digest for discord:1 comes next");
        await HearsAsync(room, 1, "Digest Morning digest for discord:2 comes next");
        await tower.StopAsync(Cancellation);
    }

    /// <summary>Waits until the log has the words so many times; the tower and Quartz work on threads of their own.</summary>
    internal static async Task HearsAsync(DigestRoom room, int times, string words, Action? meanwhile = null)
    {
        for (var look = 0; look < 2_400; look++)
        {
            if (room.Log.Entries.Count(e => e.Contains(words, StringComparison.Ordinal)) >= times)
                return;
            meanwhile?.Invoke();
            await Task.Delay(50, Cancellation);
        }

        Assert.Fail($"The log never had {times} times: {words}\n{string.Join('\n', room.Log.Entries)}");
    }

    internal static BellTower Tower(
        DigestRoom room,
        TimeProvider clock,
        IHostApplicationLifetime lifetime,
        LogBook? log = null
    ) =>
        new(
            room.Get<DigestBook>(),
            room.Get<DigestRound>(),
            clock,
            NullLoggerFactory.Instance,
            lifetime,
            log is null
                ? NullLogger<BellTower>.Instance
                : LoggerFactory.Create(l => l.AddProvider(log)).CreateLogger<BellTower>()
        );
}
