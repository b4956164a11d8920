using Bot.Core.Digests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>A digest comes once a slot, whatever clocks and stops do.</summary>
public sealed class DigestClockTests : DigestMorning
{
    [Fact]
    public async Task After_downtime_one_late_digest_says_what_it_covers()
    {
        await using (var room = await StartAsync())
        {
            await room.FileAsync("Floods in Spain");
            _time.SetUtcNow(MondaySlot);
            await room.RingAndDeliverAsync();
        }

        // Down over Tuesday and Wednesday, back on Thursday two hours late.
        _time.SetUtcNow(MondaySlot.AddDays(3).AddHours(2));
        var next = await OpenAsync();
        await next.FileAsync("Election in Chile");
        await next.RingAndDeliverAsync();
        await next.RingAndDeliverAsync();

        Assert.Equal(2, _platform.Shown.Count);
        Assert.Contains(
            "(Late, due Thursday 07:30; covers Monday 07:30 to Thursday 09:30 · 1 article from 1 source)",
            PlainText.OfAll(_platform.Shown.Skip(1)),
            StringComparison.Ordinal
        );
        Assert.Equal(2, await next.QueryAsync<int>("SELECT COUNT(*) FROM digest_ledger WHERE state = 'missed'"));
    }

    [Fact]
    public async Task A_slot_missed_by_more_than_the_grace_waits_for_the_next()
    {
        await StartAsync();
        _time.SetUtcNow(MondaySlot.AddHours(6));
        var room = await OpenAsync();
        await room.FileAsync("Floods in Spain");
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAsync());

        _time.SetUtcNow(MondaySlot.AddDays(1));
        Assert.IsType<DigestOutcome.Owed>(await room.RingAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_brings_no_second_digest()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);
        await room.RingAndDeliverAsync();

        await using var after = await OpenAsync(new FakeTimeProvider(MondaySlot.AddHours(-1)));
        await after.FileAsync("Election in Chile");
        Assert.IsType<DigestOutcome.NotDue>(await after.RingAndDeliverAsync());

        await using var again = await OpenAsync(new FakeTimeProvider(MondaySlot.AddMinutes(1)));
        Assert.IsType<DigestOutcome.NotDue>(await again.RingAndDeliverAsync());
        Assert.Single(_platform.Shown);
    }

    [Fact]
    public async Task A_clock_that_ran_years_ahead_does_not_silence_the_digests_after_it()
    {
        var future = await OpenAsync(new FakeTimeProvider(MondaySlot.AddYears(4)));
        await future.RingAsync();

        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);

        Assert.IsType<DigestOutcome.Owed>(await room.RingAndDeliverAsync());
    }

    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2026-10-24T20:00:00Z", 2)]
    [InlineData("Europe/Berlin", "02:30", "2026-03-28T20:00:00Z", 2)]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-04T02:00:00Z", 2)]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-03T02:00:00Z", 2)]
    public async Task When_clocks_change_a_digest_comes_once_a_day(string zone, string at, string start, int days)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        var room = await OpenAsync(
            time,
            new DigestOptions
            {
                Name = "Night",
                At = at,
                Zone = zone,
                Destination = "discord:1",
            }
        );
        await room.RingAsync();
        var owed = new List<DateTimeOffset>();
        for (var minute = 0; minute < days * 24 * 60; minute += 5)
        {
            time.Advance(TimeSpan.FromMinutes(5));
            if (minute % 60 == 0)
                await room.FileAsync($"News of minute {minute}");
            if (await room.RingAndDeliverAsync() is DigestOutcome.Owed)
                owed.Add(time.GetUtcNow());
        }

        Assert.Equal(days, owed.Count);
        var local = (await room.PlannedAsync()).Schedule.Zone;
        Assert.Equal(days, owed.Select(o => TimeZoneInfo.ConvertTime(o, local).Date).Distinct().Count());
    }
}
