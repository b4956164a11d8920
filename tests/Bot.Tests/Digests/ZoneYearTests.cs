using System.Globalization;
using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>
/// A year in zones whose clocks change and stand askew, through store, ledger and desk. The desk is asked at every quarter
/// of an hour of the days around each change; on the days in between, when no two differ, the digests are paused.
/// </summary>
public sealed class ZoneYearTests : IAsyncDisposable
{
    private const string At = "00:00,01:45,02:15,02:30,03:00,12:00,23:30";

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

        for (var now = Start; now < Start.AddYears(1); now += Quarter)
        {
            _time.SetUtcNow(now);
            foreach (var digest in planned)
            {
                if (watched[digest].Exists(w => w.From == now))
                    await book.ResumeAsync(digest, Cancellation);
                else if (watched[digest].Exists(w => w.From < now && now <= w.Until))
                    await room.Get<DigestRound>().RunAsync([digest], Cancellation);
                if (watched[digest].Exists(w => w.Until == now))
                    await book.PauseAsync(digest, Cancellation);
            }
        }

        foreach (var digest in planned)
            Assert.Equal(
                watched[digest].SelectMany(w => Shown(digest.Schedule.Zone, w.From, w.Until)),
                await RowsAsync(room, digest.Name)
            );
    }

    /// <summary>What the ledger has of a digest: "2026-03-29 02:30 missed", or when it came.</summary>
    private static async Task<IEnumerable<string>> RowsAsync(DigestRoom room, string digest)
    {
        await using var connection = await room.Get<Core.Storage.Database>().OpenAsync(Cancellation);
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

    private static Core.Digests.Schedules.DigestSchedule Schedule(string zone) =>
        new DigestOptions
        {
            Name = zone,
            At = At,
            Zone = zone,
            Destination = $"discord:{zone.Replace('/', '-')}",
        }.ToSchedule();
}
