using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

public sealed class DigestDeskTests : IAsyncDisposable
{
    private static readonly DigestOptions Morning = new()
    {
        Name = "Morning digest",
        At = "07:30",
        Zone = "Europe/Berlin",
        Destination = "discord:1",
    };

    private readonly StoreFolder _folder = new();
    private readonly List<DigestRoom> _rooms = [];
    private readonly RecordingPlatform _platform = new("discord");

    /// <summary>Sunday noon in Berlin: the next slot is on Monday at 06:30 UTC.</summary>
    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero));

    private static DateTimeOffset MondaySlot => new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        foreach (var room in _rooms)
            await room.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_digest_comes_at_its_time_and_once_however_often_it_rings()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot.AddSeconds(-1));
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());

        _time.SetUtcNow(MondaySlot);
        Assert.IsType<DigestOutcome.Owed>(await room.RingAndDeliverAsync());
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());

        var post = Assert.Single(_platform.Shown);
        Assert.Contains("# Morning digest · Monday 23 November 2026", PlainText.Of(post.Reply));
        Assert.Contains("Floods in Spain", PlainText.OfAll([post]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_digest_does_not_begin_with_what_would_have_been()
    {
        _time.SetUtcNow(MondaySlot.AddHours(1));
        var room = await OpenAsync();
        await room.FileAsync("Floods in Spain");

        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());
        Assert.Empty(_platform.Shown);
    }

    [Fact]
    public async Task A_digest_with_other_terms_owes_nothing_of_the_past()
    {
        await StartAsync();
        _time.SetUtcNow(MondaySlot.AddHours(1));
        var earlier = await OpenAsync(
            new DigestOptions
            {
                Name = Morning.Name,
                At = "08:00",
                Zone = Morning.Zone,
                Destination = Morning.Destination,
            }
        );
        await earlier.FileAsync("Floods in Spain");

        Assert.IsType<DigestOutcome.NotDue>(await earlier.RingAsync());
    }

    [Fact]
    public async Task Each_digest_tells_what_the_place_has_not_had()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);
        await room.RingAndDeliverAsync();
        await room.FileAsync("Election in Chile");
        // Undated, and dated long ago: what counts is that it was not told here.
        await room.FileAsync("An old letter", published: "2019-05-01T00:00:00Z");

        _time.SetUtcNow(MondaySlot.AddDays(1));
        await room.RingAndDeliverAsync();

        var second = PlainText.OfAll(_platform.Shown.Skip(1));
        Assert.Contains("Election in Chile", second, StringComparison.Ordinal);
        Assert.Contains("An old letter", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Floods", second, StringComparison.Ordinal);
        Assert.Contains("(Since Monday 07:30 · 2 articles from 1 source)", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_is_not_told_again_whatever_its_publisher_does_to_it()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain", published: "2026-11-22T12:00:00Z");
        _time.SetUtcNow(MondaySlot);
        await room.RingAndDeliverAsync();

        foreach (
            var change in new[]
            {
                "UPDATE articles SET published = '2026-11-24T00:00:00.000Z', listed_at = '2026-11-24T00:00:00.000Z'",
                "UPDATE articles SET title = 'Floods in Spain, updated', text = text || ' More of it.'",
                "UPDATE articles SET withdrawn_at = '2026-11-23T12:00:00.000Z'",
                "UPDATE articles SET withdrawn_at = NULL, first_seen = '2026-11-25T00:00:00.000Z'",
            }
        )
        {
            await room.QueryAsync<int>(change);
            _time.Advance(TimeSpan.FromDays(1));
            Assert.IsType<DigestOutcome.NothingToTell>(await room.RingAndDeliverAsync());
        }

        Assert.Single(_platform.Shown);
    }

    [Fact]
    public async Task Another_place_has_its_own_count()
    {
        var room = await StartAsync();
        var other = await OpenAsync(
            new DigestOptions
            {
                Name = "Evening",
                At = "18:00",
                Destination = "discord:2",
            }
        );
        await other.RingAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);
        await room.RingAndDeliverAsync();

        _time.SetUtcNow(MondaySlot.AddHours(11.5));
        await other.RingAndDeliverAsync();

        Assert.Equal(["1", "2"], _platform.Shown.Select(p => p.Destination.Address));
        Assert.Contains("Floods in Spain", PlainText.OfAll(_platform.Shown.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_with_nothing_new_is_skipped_and_says_so_in_the_log()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);
        await room.RingAndDeliverAsync();

        _time.SetUtcNow(MondaySlot.AddDays(1));
        Assert.IsType<DigestOutcome.NothingToTell>(await room.RingAndDeliverAsync());
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());

        Assert.Single(_platform.Shown);
        Assert.Single(
            room.Log.Entries,
            e => e.StartsWith("Information Digest Morning digest for discord:1 is skipped", StringComparison.Ordinal)
        );
    }

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
        var local = (await room.ScheduleAsync()).Zone;
        Assert.Equal(days, owed.Select(o => TimeZoneInfo.ConvertTime(o, local).Date).Distinct().Count());
    }

    [Fact]
    public async Task Two_processes_that_ring_at_once_make_one_digest()
    {
        for (var day = 0; day < 5; day++)
        {
            _time.SetUtcNow(MondaySlot.AddDays(day).AddHours(-12));
            var rooms = new[] { await OpenAsync(), await OpenAsync() };
            foreach (var room in rooms)
                await room.RingAsync();
            await rooms[0].FileAsync($"News of day {day}");
            _time.SetUtcNow(MondaySlot.AddDays(day));

            await Task.WhenAll(rooms.SelectMany(r => new[] { r.RingAsync(), r.RingAsync() }));
            await Task.WhenAll(rooms.Select(r => r.DeliverAsync()));

            Assert.Equal(day + 1, _platform.Shown.Count);
        }
    }

    [Fact]
    public async Task A_crash_while_it_is_written_down_leaves_nothing_half_done()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);
        foreach (var table in new[] { "digest_ledger", "digest_beginnings", "digest_articles", "outbox" })
        {
            await room.QueryAsync<int>(
                $"CREATE TRIGGER crash AFTER INSERT ON {table} BEGIN SELECT RAISE(FAIL, 'crash'); END"
            );
            try
            {
                await room.RingAsync();
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                // The process is gone.
            }

            await room.QueryAsync<int>("DROP TRIGGER crash");
            Assert.Equal(0, await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_ledger"));
            Assert.Equal(0, await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_articles"));
            Assert.Equal(0, await room.QueryAsync<int>("SELECT COUNT(*) FROM outbox"));
        }

        await (await OpenAsync()).RingAndDeliverAsync();
        Assert.Single(_platform.Shown);
    }

    [Fact]
    public async Task A_digest_that_is_written_down_is_posted_by_whoever_comes_next()
    {
        await using (var room = await StartAsync())
        {
            await room.FileAsync("Floods in Spain");
            _time.SetUtcNow(MondaySlot);
            await room.RingAsync();
        }

        var next = await OpenAsync();
        await next.RingAndDeliverAsync();
        await next.RingAndDeliverAsync();

        Assert.Single(_platform.Shown);
    }

    [Fact]
    public async Task A_digest_of_several_parts_goes_on_at_the_first_that_was_not_posted()
    {
        var first = await StartAsync();
        for (var i = 0; i < 12; i++)
            await first.FileAsync(
                DigestRoom.Headline(i),
                text: string.Concat(
                    Enumerable
                        .Range(0, 16)
                        .Select(n =>
                            $"{DigestRoom.Headline(i)} {string.Join(' ', Enumerable.Range(0, 12).Select(w => $"{DigestRoom.Headline(i)[..5]}{n}{w}"))}. "
                        )
                )
            );
        _time.SetUtcNow(MondaySlot);
        await first.RingAsync();
        var parts = await first.QueryAsync<int>("SELECT COUNT(*) FROM outbox");
        _platform.AnswerNext((post, _) => Task.FromResult(_platform.Show(post)));
        _platform.AnswerNext(new PostOutcome.Retry(TimeSpan.FromMinutes(5), "connection refused"));
        await first.DeliverAsync();
        Assert.Single(_platform.Shown);

        _time.Advance(TimeSpan.FromMinutes(6));
        var next = await OpenAsync();
        await next.RingAndDeliverAsync();

        Assert.True(parts > 1);
        Assert.Equal(parts, _platform.Shown.Count);
        Assert.Equal(parts, _platform.Shown.Select(p => p.Key).Distinct().Count());
        Assert.Contains(
            $"(Morning digest · part {parts} of {parts})",
            PlainText.OfAll(_platform.Shown),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_first_digest_covers_a_day_and_leaves_the_archive_alone()
    {
        var room = await StartAsync();
        for (var i = 0; i < 30; i++)
            await room.FileAsync($"Archive {i}", published: "2026-10-01T00:00:00Z");
        await room.FileAsync("Floods in Spain", published: "2026-11-22T10:00:00Z");
        _time.SetUtcNow(MondaySlot);
        await room.RingAndDeliverAsync();
        await room.FileAsync("Election in Chile", published: "2026-11-23T08:00:00Z");
        _time.SetUtcNow(MondaySlot.AddDays(1));
        await room.RingAndDeliverAsync();

        var all = PlainText.OfAll(_platform.Shown);
        Assert.Contains("(The last 24 hours · 1 article from 1 source)", all, StringComparison.Ordinal);
        Assert.Contains("Election in Chile", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Archive", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_everything_is_old_a_first_digest_shows_the_newest_few()
    {
        var room = await OpenAsync();
        for (var i = 1; i <= 9; i++)
            await room.FileAsync($"Archive {i}", published: $"2025-12-0{i}T00:00:00Z");

        await room.AskAsync("/digest now");
        await room.AskAsync("/digest now");

        var post = Assert.Single(_platform.Shown);
        var text = PlainText.OfAll([post]);
        Assert.Contains("(The newest that there are · 5 articles from 1 source)", text, StringComparison.Ordinal);
        Assert.Contains("1. Archive 9", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Archive 4", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_room_is_counted_and_comes_when_it_is_asked_for()
    {
        var room = await StartAsync();
        for (var i = 0; i < 50; i++)
            await room.FileAsync(DigestRoom.Headline(i), text: $"{DigestRoom.Headline(i)}.");
        _time.SetUtcNow(MondaySlot);
        await room.RingAndDeliverAsync();
        Assert.Contains("28 more: /digest now", PlainText.OfAll(_platform.Shown), StringComparison.Ordinal);

        await room.AskAsync("/digest now");
        await room.AskAsync("/digest now");
        await room.AskAsync("/digest now");

        var text = PlainText.OfAll(_platform.Shown);
        for (var i = 0; i < 50; i++)
            Assert.Equal(2, text.Split($"{DigestRoom.Headline(i)} (").Length);
    }

    [Fact]
    public async Task What_no_digest_had_room_for_is_owed_for_a_week()
    {
        var room = await StartAsync();
        for (var i = 0; i < 50; i++)
            await room.FileAsync(DigestRoom.Headline(i), text: $"{DigestRoom.Headline(i)}.");
        _time.SetUtcNow(MondaySlot);
        await room.RingAndDeliverAsync();

        _time.SetUtcNow(MondaySlot.AddDays(8));
        Assert.IsType<DigestOutcome.NothingToTell>(await room.RingAsync());
    }

    [Fact]
    public async Task A_closed_place_holds_its_digest_until_it_opens()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        await room.Get<DestinationBook>()
            .PauseAsync(new("discord", "1"), "Missing Permissions", TestContext.Current.CancellationToken);
        _platform.Obstacle = "I lack “Send Messages” there.";
        _time.SetUtcNow(MondaySlot);

        var held = Assert.IsType<DigestOutcome.Held>(await room.RingAndDeliverAsync());
        Assert.Equal((HeldBy.Pause, "Missing Permissions"), (held.By, held.Why));

        _platform.Obstacle = null;
        _time.Advance(TimeSpan.FromHours(1));
        Assert.IsType<DigestOutcome.Owed>(await room.RingAndDeliverAsync());
        Assert.Single(_platform.Shown);
    }

    [Fact]
    public async Task While_one_digest_waits_to_go_out_no_other_is_made_behind_it()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);
        _platform.AnswerNext(new PostOutcome.Retry(TimeSpan.FromHours(26), "flood wait"));
        await room.RingAndDeliverAsync();
        await room.FileAsync("Election in Chile");

        _time.SetUtcNow(MondaySlot.AddDays(1));
        Assert.Equal(HeldBy.Queue, Assert.IsType<DigestOutcome.Held>(await room.RingAndDeliverAsync()).By);

        _time.SetUtcNow(MondaySlot.AddDays(1).AddHours(5));
        await room.DeliverAsync();
        await room.RingAndDeliverAsync();
        Assert.Equal(2, _platform.Shown.Count);
        Assert.Contains("Election in Chile", PlainText.OfAll(_platform.Shown.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_moved_keeps_its_ledger()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);
        _platform.AnswerNext(new PostOutcome.Migrated(new("discord", "99")));
        await room.RingAndDeliverAsync();
        await room.DeliverAsync();
        await room.FileAsync("Election in Chile");

        _time.SetUtcNow(MondaySlot.AddDays(1));
        await room.RingAndDeliverAsync();

        Assert.Equal(["99", "99"], _platform.Shown.Select(p => p.Destination.Address));
        Assert.DoesNotContain("Floods", PlainText.OfAll(_platform.Shown.Skip(1)), StringComparison.Ordinal);
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAsync());
    }

    [Fact]
    public async Task What_was_kept_back_because_its_article_changed_is_told_anew()
    {
        var room = await StartAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(MondaySlot);
        await room.RingAsync();
        await room.QueryAsync<int>(
            "UPDATE articles SET text = 'All of it was rewritten since. Not a word is the same now.'"
        );
        await room.DeliverAsync();
        Assert.Empty(_platform.Shown);

        _time.SetUtcNow(MondaySlot.AddDays(1));
        await room.RingAndDeliverAsync();

        Assert.Contains("rewritten", PlainText.OfAll(_platform.Shown), StringComparison.Ordinal);
    }

    /// <summary>A process that knows its digest since Sunday noon.</summary>
    private async Task<DigestRoom> StartAsync()
    {
        var room = await OpenAsync();
        await room.RingAsync();
        return room;
    }

    private Task<DigestRoom> OpenAsync(DigestOptions? digest = null) => OpenAsync(_time, digest);

    private async Task<DigestRoom> OpenAsync(FakeTimeProvider time, DigestOptions? digest = null)
    {
        var room = await DigestRoom.OpenAsync(_folder, time, [digest ?? Morning], _platform);
        _rooms.Add(room);
        return room;
    }
}
