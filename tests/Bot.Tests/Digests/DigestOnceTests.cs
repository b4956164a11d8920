using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;

namespace Bot.Tests.Digests;

/// <summary>A digest comes once, whoever makes it and whatever befalls it on its way.</summary>
public sealed class DigestOnceTests : DigestMorning
{
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
            Assert.IsType<DigestOutcome.Broken>(await room.RingAsync());

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
}
