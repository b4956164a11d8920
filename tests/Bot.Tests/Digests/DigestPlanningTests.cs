using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;

namespace Bot.Tests.Digests;

/// <summary>Digests that are planned in a chat.</summary>
public sealed class DigestPlanningTests : DigestPlanning
{
    [Fact]
    public async Task A_digest_is_planned_where_it_is_given()
    {
        Assert.Equal(
            """
            Morning digest · Every Monday to Friday at 07:30, Europe/Berlin, here.
            Next: Mon 30 Nov 07:30 (06:30 UTC) · Tue 1 Dec 07:30 · Wed 2 Dec 07:30
            [Preview /digest preview name:"Morning digest"] [Change … /digest edit name:"Morning digest"] [Pause /digest pause name:"Morning digest"] [Remove /digest remove name:"Morning digest"]
            """,
            await AskAsync(Add)
        );
        Assert.StartsWith("1 digest\n", (await AskAsync("/digest list"))[2..], StringComparison.Ordinal);
        Assert.StartsWith("No digest", await AskAsync("/digest list", "telegram:-6"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_clocks_change_between_two_runs_UTC_is_said_again()
    {
        _time.SetUtcNow(new(2027, 3, 26, 12, 0, 0, TimeSpan.Zero));

        Assert.Contains(
            "Next: Sat 27 Mar 07:30 (06:30 UTC) · Sun 28 Mar 07:30 (05:30 UTC) · Mon 29 Mar 07:30\n",
            await AskAsync("/digest add at:07:30 zone:berlin"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_the_clocks_show_UTC_it_is_not_said_twice() =>
        Assert.Contains(
            "Next: Sat 28 Nov 07:30 · Sun 29 Nov 07:30 · Mon 30 Nov 07:30\n",
            await AskAsync("/digest add at:07:30 zone:london"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Only_what_changes_its_own_message_is_answered_in_its_place()
    {
        var buttons = (await (await OpenAsync()).AskAsync(Add, "telegram:-5"))
            .Blocks.OfType<ButtonBlock>()
            .Single()
            .Buttons;

        Assert.Equal([false, true, true, true], buttons.Select(b => b.IsInPlace));
    }

    [Fact]
    public async Task The_same_digest_twice_is_one()
    {
        var first = await AskAsync(Add);

        Assert.Equal(first, await AskAsync(Add));
        Assert.Equal(first, await AskAsync($"{Add} name:\"morning digest\""));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_first_zone_is_the_places_and_the_next_digest_takes_it()
    {
        Assert.Equal(
            "Which time zone? For example /digest add at:18:00 zone:Europe/Berlin days:daily",
            await AskAsync("/digest add at:18:00 days:daily")
        );
        await AskAsync(Add);

        Assert.StartsWith(
            "Evening digest · Every day at 18:00, Europe/Berlin, here.",
            await AskAsync("/digest add at:18:00"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Which time zone?",
            await AskAsync("/digest add at:6", "telegram:-6"),
            StringComparison.Ordinal
        );
        // A topic has what its chat has.
        Assert.Contains(
            "Europe/Berlin, here.",
            await AskAsync("/digest add at:18:00", "telegram:-5/7"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_topics_of_one_chat_each_have_their_own()
    {
        await AskAsync(Add, "telegram:-5/7");
        await AskAsync(Add, "telegram:-5/8");

        await AskAsync("/digest remove", "telegram:-5/7");

        Assert.StartsWith("No digest", await AskAsync("/digest list", "telegram:-5/7"), StringComparison.Ordinal);
        Assert.Contains("Morning digest", await AskAsync("/digest list", "telegram:-5/8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_one_button_each_and_the_one_is_taken()
    {
        await AskAsync(Add);
        await AskAsync("/digest add at:18:00");

        Assert.Equal(
            """
            Which one is to be removed: Morning digest, Evening digest?
            [Morning digest /digest remove name:"Morning digest"] [Evening digest /digest remove name:"Evening digest"]
            """,
            await AskAsync("/digest remove")
        );
        Assert.Equal(
            """
            Evening digest is removed and does not come any more.
            [Add it again /digest add at:18:00 zone:Europe/Berlin days:daily size:normal name:"Evening digest"]
            """,
            await AskAsync("/digest remove name:\"Evening digest\"")
        );
        Assert.Equal(
            "There is no digest “evening digest” here. There is: “Morning digest”.",
            await AskAsync("/digest remove evening digest")
        );
        Assert.StartsWith("Morning digest is removed", await AskAsync("/digest remove"), StringComparison.Ordinal);
        Assert.StartsWith("No digest is planned here.", await AskAsync("/digest remove"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paused_over_a_slot_it_owes_nothing_and_what_was_new_comes_with_the_next()
    {
        await AskAsync("/digest add at:07:30 zone:utc");
        await AskAsync("/digest pause");
        Assert.Contains("* paused since Friday 12:00", await AskAsync("/digest list"), StringComparison.Ordinal);
        var room = await OpenAsync();
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));

        Assert.StartsWith("Morning digest · Every day", await AskAsync("/digest resume"), StringComparison.Ordinal);
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());
        _time.SetUtcNow(new(2026, 11, 29, 7, 30, 0, TimeSpan.Zero));
        await room.RingAndDeliverAsync();

        Assert.Contains("Floods in Spain", PlainText.OfAll(_platform.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paused_twice_and_resumed_twice_is_paused_and_resumed()
    {
        await AskAsync(Add);
        var paused = await AskAsync("/digest pause");
        Assert.Equal(paused, await AskAsync("/digest pause morning digest"));
        Assert.StartsWith(
            "Every digest here is paused already.",
            await AskAsync("/digest pause"),
            StringComparison.Ordinal
        );

        var resumed = await AskAsync("/digest resume");
        Assert.Equal(resumed, await AskAsync("/digest resume morning digest"));
        Assert.StartsWith("No digest here is paused.", await AskAsync("/digest resume"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_is_removed_and_planned_again_repeats_no_slot()
    {
        var room = await OpenAsync();
        await AskAsync("/digest add at:07:30 zone:utc");
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(new(2026, 11, 28, 7, 30, 0, TimeSpan.Zero));
        await room.RingAndDeliverAsync();
        Assert.Single(_platform.Shown);

        await AskAsync("/digest remove");
        await AskAsync("/digest add at:07:30 zone:utc");
        await room.FileAsync("Election in Chile");
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());
        // A clock that is set back does not lead to it either.
        _time.SetUtcNow(new(2026, 11, 28, 7, 30, 0, TimeSpan.Zero));
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());

        Assert.Single(_platform.Shown);
    }

    [Fact]
    public async Task What_was_planned_in_a_chat_goes_with_it_to_its_new_address()
    {
        await AskAsync(Add);
        var room = await OpenAsync();

        await room.Get<DestinationBook>().MoveAsync(new("telegram", "-5"), new("telegram", "-1005"), Cancellation);

        Assert.Contains(
            "Europe/Berlin, here",
            await AskAsync("/digest list", "telegram:-1005"),
            StringComparison.Ordinal
        );
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(
            "Europe/Berlin, where",
            await AskAsync("/settings", "telegram:-1005"),
            StringComparison.Ordinal
        );
    }

    /// <summary>A bell that has read the plan may ring a moment after its digest was taken away.</summary>
    [Fact]
    public async Task A_bell_that_rings_for_a_digest_that_is_gone_leaves_no_trace_of_it()
    {
        await AskAsync(Add);
        var room = await OpenAsync();
        var gone = await room.PlannedAsync();
        await room.Get<DestinationBook>().ForgetAsync(gone.Destination, Cancellation);
        _time.Advance(TimeSpan.FromDays(4));

        var rung = await room.Get<DigestRound>().RunAsync([gone], Cancellation);

        Assert.IsType<DigestOutcome.NotDue>(Assert.Single(rung));
        Assert.Equal(0, await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_terms"));
    }
}
