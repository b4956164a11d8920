using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;

namespace Bot.Tests.Digests;

/// <summary>Digests that come several times a day, every so often, and as it happens.</summary>
public sealed class RhythmTests
{
    [Theory]
    [InlineData("07:30", "07:30")]
    [InlineData("07:30,12:00,18:30", "07:30,12:00,18:30")]
    [InlineData("18:30; 7.30 and noon", "07:30,12:00,18:30")]
    [InlineData("7 am and 6:15 pm", "07:00,18:15")]
    [InlineData("7 Uhr und 19 Uhr", "07:00,19:00")]
    [InlineData("0730 1200, 7:30", "07:30,12:00")]
    [InlineData("7,", "07:00")]
    [InlineData("7 and", "07:00")]
    [InlineData("7 past", null)]
    [InlineData("7, 25:00", null)]
    [InlineData("", null)]
    [InlineData(",", null)]
    public void Several_times_are_read_as_people_write_them(string written, string? times) =>
        Assert.Equal(times, ClockTime.TryParseAll(written) is { } read ? new Rhythm.AtTimes(read).Terms : null);

    [Theory]
    [InlineData("3h", "every 3h")]
    [InlineData("3 hours", "every 3h")]
    [InlineData("every 3 h", "every 3h")]
    [InlineData("3", "every 3h")]
    [InlineData("hour", "every 1h")]
    [InlineData("60 min", "every 1h")]
    [InlineData("30", "every 30min")]
    [InlineData("half an hour", "every 30min")]
    [InlineData("12 Stunden", "every 12h")]
    [InlineData("news", "every news")]
    [InlineData("As it happens", "every news")]
    public void A_rhythm_is_read_as_people_write_it(string written, string terms) =>
        Assert.Equal(terms, Assert.IsType<RhythmReading.Found>(RhythmWords.Read(written)).Rhythm.Terms);

    [Theory]
    [InlineData("5h", "4h 6h")]
    [InlineData("90min", "1h 2h")]
    [InlineData("15min", "30min")]
    [InlineData("1min", "30min")]
    [InlineData("24h", "12h")]
    [InlineData("9999h", "12h")]
    public void What_does_not_divide_the_day_names_the_nearest_that_do(string written, string nearest) =>
        Assert.Equal(
            nearest,
            string.Join(
                ' ',
                Assert.IsType<RhythmReading.Uneven>(RhythmWords.Read(written)).Nearest.Select(SpanWords.Written)
            )
        );

    [Theory]
    [InlineData("0h")]
    [InlineData("never")]
    [InlineData("now and then")]
    [InlineData("99999h")]
    [InlineData("")]
    public void Other_words_are_no_rhythm(string written) =>
        Assert.IsType<RhythmReading.Unknown>(RhythmWords.Read(written));

    [Theory]
    [InlineData("22-7", "22:00-07:00")]
    [InlineData("22:00 – 07:00", "22:00-07:00")]
    [InlineData("22.30 to 6 am", "22:30-06:00")]
    [InlineData("22 Uhr bis 7 Uhr", "22:00-07:00")]
    [InlineData("20-24", "20:00-00:00")]
    [InlineData("none", "none")]
    [InlineData("7-7", null)]
    [InlineData("22", null)]
    [InlineData("22-25", null)]
    [InlineData("1-2-3", null)]
    [InlineData("at night", null)]
    public void Quiet_hours_are_read_as_people_write_them(string written, string? hours) =>
        Assert.Equal(hours, QuietHours.TryParse(written)?.ToString());

    [Theory]
    [InlineData("22-7", "22:00", true)]
    [InlineData("22-7", "00:00", true)]
    [InlineData("22-7", "06:59", true)]
    [InlineData("22-7", "07:00", false)]
    [InlineData("22-7", "21:59", false)]
    [InlineData("12-14", "13:00", true)]
    [InlineData("12-14", "14:00", false)]
    [InlineData("none", "00:00", false)]
    public void Quiet_hours_begin_with_their_first_minute_and_end_before_their_last(
        string hours,
        string time,
        bool isQuiet
    ) =>
        Assert.Equal(
            isQuiet,
            QuietHours.TryParse(hours)!.Contains(TimeOnly.Parse(time, CultureInfo.InvariantCulture)) // Each is some.
        );

    [Fact]
    public void What_comes_all_day_long_keeps_the_quiet_hours_and_a_time_that_is_named_does_not()
    {
        Assert.Equal(
            ["07:30", "23:00"],
            Names(Schedule(new Rhythm.AtTimes([new(23, 0), new(7, 30)])) with { Quiet = QuietHours.TryParse("22-8") })
        );
        Assert.Equal(
            ["08:00", "12:00", "16:00", "20:00"],
            Names(Schedule(new Rhythm.Every(TimeSpan.FromHours(4))) with { Quiet = QuietHours.TryParse("22-8") })
        );
        Assert.Equal(
            ["08:00", "08:15", "08:30", "08:45"],
            Names(Schedule(new Rhythm.AsNews(GatherRule.Usual)) with { Quiet = QuietHours.TryParse("9-8") })
        );
    }

    [Fact]
    public void Quiet_hours_that_leave_nothing_leave_no_slots()
    {
        var none = Schedule(new Rhythm.Every(TimeSpan.FromHours(12))) with { Quiet = QuietHours.TryParse("23-13") };

        Assert.False(none.HasSlots);
        Assert.Empty(none.SlotsAfter(Noon));
    }

    [Fact]
    public void Slots_that_a_clock_skips_fall_due_together_in_order()
    {
        // On 29 March 2026 Berlin's clocks go from 02:00 to 03:00.
        var slots = Schedule(new Rhythm.Every(TimeSpan.FromMinutes(30)), "Europe/Berlin")
            .SlotsAfter(new(2026, 3, 29, 0, 30, 0, TimeSpan.Zero))
            .Take(4);

        Assert.Equal(
            ["02:00 01:00Z", "02:30 01:00Z", "03:00 01:00Z", "03:30 01:30Z"],
            slots.Select(s => $"{s.Name} {s.Due:HH:mm}Z")
        );
    }

    [Fact]
    public void An_hour_that_a_clock_repeats_is_kept_once()
    {
        // On 25 October 2026 Berlin's clocks show 02:00 to 02:59 twice.
        var slots = Schedule(new Rhythm.Every(TimeSpan.FromHours(1)), "Europe/Berlin")
            .SlotsAfter(new(2026, 10, 24, 23, 30, 0, TimeSpan.Zero))
            .Take(3);

        Assert.Equal(["02:00 00:00Z", "03:00 02:00Z", "04:00 03:00Z"], slots.Select(s => $"{s.Name} {s.Due:HH:mm}Z"));
    }

    [Fact]
    public void Terms_tell_schedules_apart_and_stay_as_they_were_for_one_time()
    {
        var every = Schedule(new Rhythm.Every(TimeSpan.FromHours(3)));

        Assert.Equal("07:30 daily UTC", Schedule(new Rhythm.AtTimes([new(7, 30)])).Terms);
        Assert.Equal("07:30,18:00 daily UTC", Schedule(new Rhythm.AtTimes([new(18, 0), new(7, 30)])).Terms);
        Assert.Equal("every 3h daily UTC", every.Terms);
        Assert.Equal(
            "every 3h daily quiet 22:00-07:00 UTC",
            (every with { Quiet = QuietHours.TryParse("22-7") }).Terms
        );
    }

    [Fact]
    public void A_schedule_that_is_read_anew_is_the_same() =>
        Assert.Equal(
            Schedule(new Rhythm.AtTimes([new(7, 30), new(18, 0)])),
            Schedule(new Rhythm.AtTimes([new(18, 0), new(7, 30)]))
        );

    [Theory]
    [InlineData(0, 15, true)]
    [InlineData(0, 16, false)]
    [InlineData(2, 119, true)]
    [InlineData(2, 120, false)]
    public void A_slot_is_on_time_for_a_quarter_of_an_hour_and_late_within_the_grace(int hours, int late, bool runs)
    {
        var schedule = Schedule(new Rhythm.AtTimes([new(12, 0)])) with { Grace = TimeSpan.FromHours(hours) };
        var slot = schedule.Next(Noon.AddMinutes(-1));

        Assert.Equal(runs, schedule.StillRuns(slot, Noon.AddMinutes(late)));
    }

    [Theory]
    [InlineData(0, 0, 0, GatherVerdict.Gathering, "it has just come")]
    [InlineData(14, 14, 0, GatherVerdict.Gathering, "more may come")]
    [InlineData(15, 15, 0, GatherVerdict.Ready, "nothing came after it")]
    [InlineData(59, 1, 0, GatherVerdict.Gathering, "more has just come")]
    [InlineData(60, 1, 0, GatherVerdict.Ready, "the first has waited for four windows")]
    [InlineData(30, 30, 5, GatherVerdict.Ready, "the day's last")]
    [InlineData(30, 30, 6, GatherVerdict.Spent, "the day has had its six")]
    [InlineData(600, 600, 9, GatherVerdict.Spent, "a cap that was made smaller")]
    [InlineData(-5, -5, 0, GatherVerdict.Gathering, "noted by a clock that is a little ahead")]
    [InlineData(-500, -500, 0, GatherVerdict.Ready, "noted by a clock that ran ahead")]
    public void News_are_told_once_they_are_gathered(
        int oldest,
        int newest,
        int posted,
        GatherVerdict verdict,
        string why
    ) =>
        Assert.True(
            verdict == GatherRule.Usual.Decide(Noon, Noon.AddMinutes(-oldest), Noon.AddMinutes(-newest), posted),
            why
        );

    [Fact]
    public void A_stream_of_news_is_told_within_the_cap_and_each_story_waits_four_windows_at_most()
    {
        var rule = GatherRule.Usual;
        var (told, waiting) = (new List<DateTimeOffset>(), new List<DateTimeOffset>());
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var now = Noon.AddMinutes(minute);
            if (minute % 5 == 0)
                waiting.Add(now);
            if (rule.Decide(now, waiting[0], waiting[^1], told.Count) != GatherVerdict.Ready)
                continue;
            Assert.Equal(TimeSpan.FromHours(1), now - waiting[0]);
            told.Add(now);
            waiting.Clear();
            waiting.Add(now);
        }

        Assert.Equal(6, told.Count);
    }

    private static DateTimeOffset Noon => new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    private static List<string> Names(DigestSchedule schedule) =>
        [.. schedule.SlotsBetween(Noon.AddHours(-12).AddTicks(-1), Noon.AddHours(12).AddTicks(-1)).Select(s => s.Name)];

    private static DigestSchedule Schedule(Rhythm rhythm, string zone = "UTC") =>
        new(
            new DigestOrder(
                "News",
                Destination.Terminal,
                TimeZoneInfo.FindSystemTimeZoneById(zone),
                ReadingSize.Normal
            ),
            rhythm,
            DigestDays.Daily
        );
}
