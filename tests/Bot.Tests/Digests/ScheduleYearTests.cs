using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;

namespace Bot.Tests.Digests;

/// <summary>A simulated year in every zone that the machine knows.</summary>
public sealed class ScheduleYearTests
{
    /// <summary>Each offset that is in use is a multiple of it, and so is each change.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime End = Start.AddYears(1);

    [Fact]
    public void In_every_zone_each_slot_of_a_year_comes_once_and_in_order()
    {
        // Zones with the same rules show the same times.
        var zones = new List<TimeZoneInfo>();
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            if (!zones.Exists(z => z.HasSameRules(zone)))
                zones.Add(zone);
        }

        Assert.True(zones.Count > 50, "This machine knows few time zones.");
        Parallel.ForEach(
            zones,
            zone =>
            {
                var halfHours = FirstShown(zone);
                Compare(zone, new Rhythm.AtTimes(halfHours.Select(h => TimeOnly.FromDateTime(h.Local))), halfHours);
                Compare(zone, new Rhythm.Every(TimeSpan.FromMinutes(30)), halfHours);
                Compare(
                    zone,
                    new Rhythm.Every(TimeSpan.FromHours(3)),
                    [.. halfHours.Where(h => h.Local is { Minute: 0 } && h.Local.Hour % 3 == 0)]
                );
            }
        );
    }

    /// <summary>
    /// Each half hour of the local calendar, and the first moment at which a clock that is watched shows it or, where it
    /// skips it, a later one.
    /// </summary>
    private static List<(DateTime Local, DateTime Due)> FirstShown(TimeZoneInfo zone)
    {
        var shown = new List<(DateTime, DateTime)>(18_000);
        var before = Start - Step + zone.GetUtcOffset(Start - Step);
        var next = before.Date + TimeSpan.FromMinutes((Math.Floor(before.TimeOfDay.TotalMinutes / 30) + 1) * 30);
        for (var now = Start; now < End; now += Step)
        {
            var clock = now + zone.GetUtcOffset(now);
            for (; next <= clock; next = next.AddMinutes(30))
                shown.Add((DateTime.SpecifyKind(next, DateTimeKind.Unspecified), now));
        }

        return shown;
    }

    private static void Compare(TimeZoneInfo zone, Rhythm rhythm, List<(DateTime Local, DateTime Due)> expected)
    {
        var schedule = new DigestSchedule(
            new DigestOrder("News", Destination.Terminal, zone, ReadingSize.Normal),
            rhythm,
            DigestDays.Daily
        );
        var at = 0;
        foreach (var slot in schedule.SlotsBetween(new(Start.AddTicks(-1)), new(End.AddTicks(-1))))
        {
            var (local, due) = at < expected.Count ? expected[at] : default;
            if (slot.Date.ToDateTime(slot.At) != local || slot.Due.UtcDateTime != due)
                Assert.Fail($"{zone.Id}, {rhythm.GetType().Name}: {slot}, and the clock showed {local:s} at {due:u}");
            at++;
        }

        Assert.True(at == expected.Count, $"{zone.Id}: {expected.Count - at} of {rhythm.Terms} are missing.");
    }
}
