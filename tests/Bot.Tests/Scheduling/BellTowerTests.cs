using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Scheduling;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Microsoft.Extensions.Hosting;
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
    public async Task With_no_digest_nothing_rings_and_nothing_is_loaded()
    {
        var clock = new FakeTimeProvider();
        await using var room = await DigestRoom.OpenAsync(_folder, clock, [], _platform);
        using var lifetime = new HandLifetime();
        using var tower = Tower(room, clock, lifetime);

        await tower.StartAsync(Cancellation);

        await tower.ExecuteTask!;
    }

    private static BellTower Tower(DigestRoom room, TimeProvider clock, IHostApplicationLifetime lifetime) =>
        new(
            room.Get<DigestBook>(),
            room.Get<DigestDesk>(),
            clock,
            NullLoggerFactory.Instance,
            lifetime,
            NullLogger<BellTower>.Instance
        );

    private sealed class HandLifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _started = new();

        public CancellationToken ApplicationStarted => _started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Start() => _started.Cancel();

        public void StopApplication() { }

        public void Dispose() => _started.Dispose();
    }
}
