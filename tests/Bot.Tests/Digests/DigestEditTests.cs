using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Feeds.Following;

namespace Bot.Tests.Digests;

/// <summary><c>/digest edit</c>: what is said changes, the rest stays, and nothing comes twice for it.</summary>
public sealed class DigestEditTests : DigestPlanning
{
    private const string Buttons =
        "[Preview /digest preview name:\"Morning digest\"] [Change … /digest edit name:\"Morning digest\"] [Pause /digest pause name:\"Morning digest\"] [Remove /digest remove name:\"Morning digest\"]";

    [Fact]
    public async Task Only_what_is_said_changes()
    {
        await AskAsync($"{Add} size:long late:2h lang:de");
        var id = (await (await OpenAsync()).PlannedAsync()).Id;

        Assert.Equal(
            $"""
            Morning digest · Every Monday to Friday at 08:00 and 18:00, Europe/Berlin, here.
            Next: Fri 27 Nov 18:00 (17:00 UTC) · Mon 30 Nov 08:00 · Mon 30 Nov 18:00
            (a missed one comes up to 2 hours late · in German)
            {Buttons}
            """,
            await AskAsync("/digest edit at:8,18")
        );
        Assert.StartsWith(
            "Morning digest · Every 3 hours, Monday to Friday, quiet from 22:00 to 07:00, Europe/Berlin, here.",
            await AskAsync("/digest edit morning digest every:3h quiet:22-7"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Morning digest · Every 3 hours, Asia/Tokyo, here.",
            await AskAsync("/digest edit zone:tokyo days:daily quiet:none late:6h lang:auto"),
            StringComparison.Ordinal
        );
        var edited = await (await OpenAsync()).PlannedAsync();
        Assert.Equal((id, "Full"), (edited.Id, $"{edited.Schedule.Order.Size}"));
        Assert.Equal("telegram:1", edited.MadeBy);
    }

    [Fact]
    public async Task A_thread_is_chosen_kept_and_given_up()
    {
        await AskAsync("/digest add at:07:30 zone:utc");

        Assert.Contains("(goes on in a thread)", await AskAsync("/digest edit thread:yes"), StringComparison.Ordinal);
        Assert.Contains("(goes on in a thread)", await AskAsync("/digest edit at:8"), StringComparison.Ordinal);
        Assert.True((await (await OpenAsync()).PlannedAsync()).Schedule.Order.IsThreaded);
        Assert.DoesNotContain("thread", await AskAsync("/digest edit thread:no"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_keep_their_cap_and_their_window()
    {
        await AskAsync("/digest add every:news zone:utc cap:3 gather:30min");

        Assert.Contains(
            "for 30 minutes, at most 4 posts",
            await AskAsync("/digest edit cap:4"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "for 30 minutes, at most 4 posts a day, quiet",
            await AskAsync("/digest edit every:news quiet:22-7"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "News · Every day at 07:30, UTC, here.",
            await AskAsync("/digest edit at:7:30"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "cap: and gather: are for a digest that comes as it happens: /digest add every:news cap:6 gather:15min",
            await AskAsync("/digest edit cap:4")
        );
    }

    [Theory]
    [InlineData(
        "/digest edit at:25:00",
        "“25:00” is no time of day. Write hours and minutes: /digest edit at:07:30 name:\"Morning digest\""
    )]
    [InlineData(
        "/digest edit zone:berln",
        "I know no time zone “berln”. Did you mean /digest edit zone:Europe/Berlin name:\"Morning digest\"?\n[Europe/Berlin /digest edit zone:Europe/Berlin name:\"Morning digest\"]"
    )]
    [InlineData("/digest edit evening at:7", "There is no digest “evening” here. There is: “Morning digest”.")]
    public async Task What_is_wrong_changes_nothing(string line, string answer)
    {
        var planned = await AskAsync(Add);

        Assert.Equal(answer, await AskAsync(line));
        Assert.Equal(planned, await AskAsync(Add));
    }

    [Fact]
    public async Task From_the_terminal_the_digests_own_chat_is_looked_at_and_meant()
    {
        await AskAsync(Add);
        await AskAsync("/topic add solar as:energy");

        Assert.Contains(
            "On energy",
            await AskAsync("/digest edit morning digest topics:energy", "terminal"),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "/digest edit at:07:30 name:\"Morning digest\" channel:telegram:-5",
            await AskAsync("/digest edit morning digest at:25:00", "terminal"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/digest edit here at:8", "Morning digest · Every Monday to Friday at 08:00")]
    [InlineData("/digest pause here", "Morning digest is paused")]
    [InlineData("/digest preview here", "Nothing new here.")]
    [InlineData("/digest remove here", "Morning digest is removed")]
    public async Task Here_is_the_place(string line, string answer)
    {
        await AskAsync(Add);
        await AskAsync("/digest add at:18:00 zone:UTC", "telegram:-6");

        Assert.StartsWith(answer, await AskAsync(line), StringComparison.Ordinal);
        Assert.Contains(
            "No digest is planned here",
            await AskAsync(line.Replace("preview", "pause", StringComparison.Ordinal), "terminal"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Removed_and_added_again_it_has_its_feeds_whose_addresses_have_commas()
    {
        var room = await OpenAsync();
        await room.Get<FeedBook>()
            .FollowAsync(
                [
                    new FollowOrder(new("telegram", "-5"), new Uri("https://one.example/a,b"), "telegram:1"),
                    new FollowOrder(new("telegram", "-5"), new Uri("https://two.example/c,d"), "telegram:1"),
                ],
                Cancellation
            );
        await AskAsync($"{Add} feeds:1,2");
        var before = (await room.PlannedAsync()).Schedule;

        var removed = await room.AskAsync("/digest remove", "telegram:-5");
        await AskAsync(removed.Blocks.OfType<ButtonBlock>().Single().Buttons.Single().Command);

        Assert.Equal(2, before.Order.Scope.Feeds.Count);
        Assert.Equal(before, (await room.PlannedAsync()).Schedule);
    }

    [Fact]
    public async Task With_nothing_to_change_it_says_how_and_offers_a_form()
    {
        await AskAsync(Add);

        var answer = await (await OpenAsync()).AskAsync("/digest edit", "telegram:-5");

        Assert.Equal(
            $"""
            Morning digest · Every Monday to Friday at 07:30, Europe/Berlin, here.
            Next: Mon 30 Nov 07:30 (06:30 UTC) · Tue 1 Dec 07:30 · Wed 2 Dec 07:30
            Say what is to be another, the rest stays: /digest edit at:08:00 name:"Morning digest"
            {Buttons}
            """,
            Text(answer)
        );
        Assert.Equal("digest edit", answer.Blocks.OfType<ButtonBlock>().Single().Buttons[1].Form);
    }

    [Fact]
    public async Task Of_several_one_button_each_that_changes_it_so()
    {
        await AskAsync(Add);
        await AskAsync("/digest add at:18:00");

        Assert.Equal(
            """
            Which one is to be changed: Morning digest, Evening digest?
            [Morning digest /digest edit name:"Morning digest" days:"sat sun" rename:"At the weekend"] [Evening digest /digest edit name:"Evening digest" days:"sat sun" rename:"At the weekend"]
            """,
            await AskAsync("/digest edit days:\"sat sun\" rename:\"At the weekend\"")
        );
        Assert.StartsWith(
            "At the weekend · Every Saturday to Sunday at 18:00",
            await AskAsync("/digest edit name:\"Evening digest\" days:\"sat sun\" rename:\"At the weekend\""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_that_another_has_is_refused_and_its_own_in_other_letters_is_not()
    {
        await AskAsync(Add);
        await AskAsync("/digest add at:18:00");

        Assert.Equal(
            "There is another digest “EVENING digest” here. Give this one a name of its own.",
            await AskAsync("/digest edit morning digest rename:\"EVENING digest\"")
        );
        Assert.StartsWith(
            "That name is too long",
            await AskAsync($"/digest edit morning digest rename:{new string('x', 61)}"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "MORNING DIGEST ·",
            await AskAsync("/digest edit morning digest rename:\"MORNING DIGEST\""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_digest_that_is_planned_at_other_times_under_a_name_that_there_is_can_change_that_one()
    {
        await AskAsync($"{Add} name:News");

        var refused = await AskAsync("/digest add at:18:00 name:news");

        Assert.EndsWith(
            "[Change that one /digest edit name:\"News\" at:18:00] [Remove /digest remove name:\"News\"]",
            refused,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "News · Every Monday to Friday at 18:00",
            await AskAsync("/digest edit name:\"News\" at:18:00"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_paused_digest_is_changed_and_stays_paused()
    {
        await AskAsync(Add);
        await AskAsync("/digest pause");

        var answer = await AskAsync("/digest edit at:9");

        Assert.StartsWith("Every Monday to Friday at 09:00", answer, StringComparison.Ordinal);
        Assert.Contains("Morning digest is paused", answer, StringComparison.Ordinal);
        Assert.True((await (await OpenAsync()).PlannedAsync()).IsPaused);
    }

    [Fact]
    public async Task The_operators_and_one_that_is_gone_are_answered_as_such()
    {
        Assert.StartsWith("No digest is planned here.", await AskAsync("/digest edit at:7"), StringComparison.Ordinal);
        await AskAsync(Add);
        var room = await OpenAsync();
        var gone = await room.PlannedAsync();
        await AskAsync("/digest remove");

        Assert.False(
            await room.Get<DigestBook>().EditAsync(gone, gone.Schedule with { Grace = TimeSpan.Zero }, Cancellation)
        );
    }

    /// <summary>Whatever is changed right after it has come, it comes next at its next time.</summary>
    [Theory]
    [InlineData("/digest edit rename:Other")]
    [InlineData("/digest edit rename:Other at:13:00,14:00")]
    [InlineData("/digest edit at:12:30,13:00,14:00")]
    [InlineData("/digest edit every:30min")]
    [InlineData("/digest edit zone:berlin at:14:00,15:00")]
    [InlineData("/digest edit size:long late:24h lang:de")]
    public async Task A_slot_that_has_run_does_not_run_again(string edit)
    {
        var room = await OpenAsync();
        await AskAsync("/digest add at:13:00,14:00 zone:utc");
        await room.FileAsync(DigestRoom.Headline(1));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.IsType<DigestOutcome.Owed>(await room.RingAndDeliverAsync());

        await room.FileAsync(DigestRoom.Headline(2));
        await AskAsync(edit);
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());
        // Two times in other words may be one moment.
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.IsType<DigestOutcome.Owed>(await room.RingAndDeliverAsync());

        Assert.Equal(2, _platform.Shown.Count);
    }

    [Fact]
    public async Task Under_another_name_no_slot_runs_again_though_the_clock_is_set_back()
    {
        var room = await OpenAsync();
        await AskAsync("/digest add at:13:00 zone:utc");
        await room.FileAsync(DigestRoom.Headline(1));
        _time.Advance(TimeSpan.FromHours(1));
        await room.RingAndDeliverAsync();

        await AskAsync("/digest edit rename:Other");
        await room.FileAsync(DigestRoom.Headline(2));
        await using var earlier = await DigestRoom.OpenAsync(
            _folder,
            new(new(2026, 11, 27, 12, 30, 0, TimeSpan.Zero)),
            [],
            _platform,
            _terminal
        );
        Assert.IsType<DigestOutcome.NotDue>(await earlier.RingAndDeliverAsync());
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());

        Assert.Single(_platform.Shown);
    }

    [Fact]
    public async Task A_new_time_that_lies_behind_is_not_made_up_for()
    {
        var room = await OpenAsync();
        await AskAsync("/digest add at:18:00 zone:utc");
        await room.FileAsync(DigestRoom.Headline(1));

        await AskAsync("/digest edit at:11:45,18:00");

        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());
    }

    [Fact]
    public async Task Another_grace_lets_what_was_missed_come_after_all()
    {
        var room = await OpenAsync();
        await AskAsync("/digest add at:13:00 zone:utc late:1h");
        await room.FileAsync(DigestRoom.Headline(1));
        _time.Advance(TimeSpan.FromHours(4));
        Assert.IsType<DigestOutcome.NotDue>(await room.RingAndDeliverAsync());

        await AskAsync("/digest edit late:6h");

        Assert.IsType<DigestOutcome.Owed>(await room.RingAndDeliverAsync());
    }
}
