using System.Globalization;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Storage;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Scheduling;

/// <summary>
/// A year in zones whose clocks change and stand askew, through store, ledger and Quartz on a clock that the test moves: a
/// quarter of an hour at a time in the days around each change. On the days in between, when no two differ, the digests
/// are paused.
/// </summary>
public sealed class ZoneYearTests : IAsyncDisposable
{
    private const string At = "00:00,01:45,02:15,02:30,03:00,12:00,23:30";

    private const int MostLooks = 20_000;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task In_every_zone_each_slot_comes_once_and_in_order()
    {
        await using var room = await DigestRoom.OpenAsync(_folder, _time, [], new RecordingPlatform("discord"));
        var book = room.Get<DigestBook>();
        foreach (var zone in DigestScheduleTests.Zones)
            await book.TryAddAsync(Schedule(zone), "discord:1", Cancellation);
        var planned = (await book.ReadAsync(Cancellation)).Digests;
        foreach (var digest in planned)
            await book.PauseAsync(digest, Cancellation);
        var watched = planned.ToDictionary(d => d, d => Days(d.Schedule.Zone).ToList());
        using var lifetime = new HandLifetime();
        using var tower = BellTowerTests.Tower(room, _time, lifetime, room.Log);
        await tower.StartAsync(Cancellation);
        lifetime.Start();

        var (hung, taken) = (0, 0);
        for (var now = Start; now < Start.AddYears(1); now += Quarter)
        {
            if (!watched.Values.Any(all => all.Exists(w => w.From <= now && now <= w.Until)))
                continue;
            _time.SetUtcNow(now);
            await CameAsync(room, watched, now);
            foreach (var digest in planned)
            {
                if (watched[digest].Exists(w => w.From == now))
                {
                    await book.ResumeAsync(digest, Cancellation);
                    await BellTowerTests.HearsAsync(room, ++hung, "comes next at");
                }

                if (watched[digest].Exists(w => w.Until == now))
                {
                    await book.PauseAsync(digest, Cancellation);
                    await BellTowerTests.HearsAsync(room, ++taken, "does not come any more");
                }
            }
        }

        await tower.StopAsync(Cancellation);
        foreach (var digest in planned)
            Assert.Equal(
                watched[digest].SelectMany(w => Shown(digest.Schedule.Zone, w.From, w.Until)),
                await RowsAsync(room, digest.Name)
            );
    }

    /// <summary>Waits until all is in the ledger that a clock has shown: Quartz rings on threads of its own.</summary>
    private static async Task CameAsync(
        DigestRoom room,
        Dictionary<PlannedDigest, List<(DateTimeOffset From, DateTimeOffset Until)>> watched,
        DateTimeOffset now
    )
    {
        var shown = watched.Sum(d =>
            d.Value.Where(w => w.From <= now)
                .Sum(w => Shown(d.Key.Schedule.Zone, w.From, now < w.Until ? now : w.Until).Count())
        );
        for (var look = 0; look < MostLooks; look++)
        {
            if (await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_ledger") == shown)
                return;
            await Task.Delay(5, Cancellation);
        }

        Assert.Fail(
            $"At {now:u} the ledger never had {shown} rows.\n{string.Join('\n', room.Log.Entries.TakeLast(50))}"
        );
    }

    /// <summary>What the ledger has of a digest: "2026-03-29 02:30 missed", or when it came.</summary>
    private static async Task<IEnumerable<string>> RowsAsync(DigestRoom room, string digest)
    {
        await using var connection = await room.Get<Database>().OpenAsync(Cancellation);
        return await connection.QueryAsync<string>(
            """
            SELECT local_date || ' ' || slot || ' ' || CASE state WHEN 'empty' THEN substr(created, 1, 16) ELSE state END
            FROM digest_ledger WHERE digest = @digest ORDER BY id
            """,
            new { digest }
        );
    }

    /// <summary>
    /// The same of somebody who looks at a clock of the zone at every quarter: each time is noted once the clock shows it
    /// or a later one, and of several that are noted together the last is the one that comes.
    /// </summary>
    private static IEnumerable<string> Shown(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        var times = At.Split(',').Select(t => TimeSpan.Parse(t, CultureInfo.InvariantCulture)).ToList();
        var latest = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        for (var now = from + Quarter; now <= until; now += Quarter)
        {
            var clock = TimeZoneInfo.ConvertTime(now, zone).DateTime;
            var passed = Enumerable
                .Range(0, 2)
                .SelectMany(day => times.Select(t => latest.Date.AddDays(day) + t))
                .Where(t => latest < t && t <= clock)
                .ToList();
            foreach (var time in passed)
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{time:yyyy-MM-dd HH:mm} {(time == passed[^1] ? $"{now.UtcDateTime:yyyy-MM-ddTHH:mm}" : "missed")}"
                );
            latest = clock > latest ? clock : latest;
        }
    }

    /// <summary>Around each change of the year; in zones without one, some days of June.</summary>
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Days(TimeZoneInfo zone)
    {
        var changes = Enumerable
            .Range(1, (int)(TimeSpan.FromDays(365) / Quarter))
            .Select(i => Start + i * Quarter)
            .Where(t => zone.GetUtcOffset(t) != zone.GetUtcOffset(t - Quarter))
            .ToList();
        return (changes.Count == 0 ? [Start.AddDays(160)] : changes).Select(c => (c - Around, c + Around));
    }

    private static DigestSchedule Schedule(string zone) =>
        new DigestOptions
        {
            Name = zone,
            At = At,
            Zone = zone,
            Destination = $"discord:{zone.Replace('/', '-')}",
        }.ToSchedule();
}
