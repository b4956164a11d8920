using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using CsCheck;

namespace Bot.Tests.Digests;

public sealed class DigestScheduleTests
{
    internal static readonly string[] Zones =
    [
        "UTC",
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "America/St_Johns",
        "America/Nuuk",
        "America/Sao_Paulo",
        "America/Santiago",
        "Atlantic/Azores",
        "Africa/Casablanca",
        "Africa/Cairo",
        "Asia/Beirut",
        "Asia/Gaza",
        "Asia/Kathmandu",
        "Asia/Tehran",
        "Antarctica/Troll",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Chatham",
        "Pacific/Kiritimati",
    ];

    [Theory]
    [InlineData(
        "Europe/Berlin",
        "02:30",
        "2026-03-29",
        "2026-03-29T01:00:00Z",
        "skipped: at 03:00, the next valid minute"
    )]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00Z", "repeated: in the first pass")]
    [InlineData("Europe/Berlin", "07:30", "2026-03-29", "2026-03-29T05:30:00Z", "summer time has begun")]
    [InlineData("Europe/Berlin", "07:30", "2026-10-25", "2026-10-25T06:30:00Z", "summer time has ended")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30:00Z", "half an hour is skipped")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45:00Z", "half an hour is repeated")]
    [InlineData("America/Nuuk", "23:30", "2026-03-28", "2026-03-29T01:00:00Z", "skipped up to midnight")]
    public void A_slot_falls_due_when_the_local_clock_first_shows_it(
        string zone,
        string at,
        string date,
        string due,
        string why
    )
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        var instant = DateTimeOffset.Parse(due, CultureInfo.InvariantCulture);

        var slots = Schedule(zone, at).SlotsBetween(instant.AddHours(-20), instant.AddHours(20)).ToList();

        var slot = Assert.Single(slots, s => s.Date == day);
        Assert.True(slot.Due == instant, why);
        Assert.Equal(at, slot.Name);
    }

    [Fact]
    public void A_date_that_the_calendar_left_out_has_no_digest()
    {
        var slots = Schedule("Pacific/Apia", "07:30")
            .SlotsBetween(new(2011, 12, 28, 12, 0, 0, TimeSpan.Zero), new(2012, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal([28, 29, 31, 1], slots.Select(s => s.Date.Day));
    }

    [Fact]
    public void Days_are_local_days()
    {
        // Monday 07:30 in Auckland is Sunday evening in UTC.
        var slot = Schedule("Pacific/Auckland", "07:30", "mon").Next(new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2026, 11, 23), slot.Date);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 18, 30, 0, TimeSpan.Zero), slot.Due);
    }

    [Fact]
    public void Every_local_date_has_one_slot_at_the_first_instant_that_shows_its_time() =>
        Gen.Select(
                Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]),
                Gen.Int[0, (24 * 60) - 1],
                Gen.Int[1995, 2040],
                Gen.Int[0, 364]
            )
            .Sample(
                (zone, minute, year, day) =>
                {
                    var at = TimeOnly.MinValue.AddMinutes(minute);
                    var schedule = Schedule(zone, at.ToString("HH:mm", CultureInfo.InvariantCulture));
                    var start = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);

                    var slots = schedule.SlotsBetween(start, start.AddDays(20)).ToList();

                    foreach (var slot in slots)
                    {
                        Assert.True(Shows(schedule, slot.Due) >= slot.Date.ToDateTime(at));
                        Assert.True(
                            Enumerable
                                .Range(1, 180)
                                .All(m => Shows(schedule, slot.Due.AddMinutes(-m)) < slot.Date.ToDateTime(at))
                        );
                    }

                    Assert.Equal(slots.Select(s => s.Date).Distinct().Order(), slots.Select(s => s.Date));
                    Assert.Equal(slots.Select(s => s.Due).Distinct().Order(), slots.Select(s => s.Due));
                    Assert.InRange(slots.Count, 19, 21);
                },
                iter: 500
            );

    [Fact]
    public void However_time_is_cut_each_slot_is_in_one_piece() =>
        Gen.Select(
                Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]),
                Gen.Int[0, (24 * 60) - 1],
                Gen.Int[0, 365 * 30],
                Gen.Int[1, 60 * 24 * 4].Array[1, 10]
            )
            .Sample(
                (zone, minute, day, cuts) =>
                {
                    var schedule = Schedule(
                        zone,
                        TimeOnly.MinValue.AddMinutes(minute).ToString("HH:mm", CultureInfo.InvariantCulture)
                    );
                    var start = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);
                    var pieces = new List<DigestSlot>();
                    var at = start;
                    foreach (var cut in cuts)
                    {
                        pieces.AddRange(schedule.SlotsBetween(at, at.AddMinutes(cut)));
                        at = at.AddMinutes(cut);
                    }

                    Assert.Equal(schedule.SlotsBetween(start, at), pieces);
                },
                iter: 1_000
            );

    private static DateTime Shows(DigestSchedule schedule, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, schedule.Zone).DateTime;

    private static DigestSchedule Schedule(string zone, string at, string days = "daily") =>
        new DigestOptions
        {
            Name = "News",
            At = at,
            Days = days,
            Zone = zone,
            Destination = Destination.Terminal.ToString(),
        }.ToSchedule();
}
