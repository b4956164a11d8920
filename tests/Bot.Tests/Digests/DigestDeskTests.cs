using Bot.Core.Digests;

namespace Bot.Tests.Digests;

/// <summary>What a digest tells, and what stays owed.</summary>
public sealed class DigestDeskTests : DigestMorning
{
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
}
