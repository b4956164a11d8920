namespace Bot.Tests.Digests;

/// <summary>Digests that come several times a day, every so often and as it happens: command in, reply out.</summary>
public sealed class DigestRhythmPlanningTests : DigestPlanning
{
    [Theory]
    [InlineData(
        "/digest add at:07:30,12:00,18:30 zone:utc days:mon-fri",
        """
            Digest · Every Monday to Friday at 07:30, 12:00 and 18:30, UTC, here.
            Next: Fri 27 Nov 18:30 · Mon 30 Nov 07:30 · Mon 30 Nov 12:00
            """
    )]
    [InlineData(
        "/digest add at 7 am and 6 pm zone berlin Twice a day",
        """
            Twice a day · Every day at 07:00 and 18:00, Europe/Berlin, here.
            Next: Fri 27 Nov 18:00 (17:00 UTC) · Sat 28 Nov 07:00 · Sat 28 Nov 18:00
            """
    )]
    [InlineData(
        "/digest add at:07:30 zone:utc days:mon here",
        """
            Morning digest · Every Monday at 07:30, UTC, here.
            Next: Mon 30 Nov 07:30 · Mon 7 Dec 07:30 · Mon 14 Dec 07:30
            """
    )]
    [InlineData(
        "/digest add every monday at 7:30 zone utc channel:here",
        """
            Morning digest · Every Monday at 07:30, UTC, here.
            Next: Mon 30 Nov 07:30 · Mon 7 Dec 07:30 · Mon 14 Dec 07:30
            """
    )]
    [InlineData(
        "/digest add every:3h zone:berlin",
        """
            Digest · Every 3 hours, Europe/Berlin, here.
            Next: Fri 27 Nov 15:00 (14:00 UTC) · Fri 27 Nov 18:00 · Fri 27 Nov 21:00
            """
    )]
    [InlineData(
        "/digest every 1 hour zone utc days mon-fri quiet 22:00 - 07:00",
        """
            Digest · Every hour, Monday to Friday, quiet from 22:00 to 07:00, UTC, here.
            Next: Fri 27 Nov 13:00 · Fri 27 Nov 14:00 · Fri 27 Nov 15:00
            """
    )]
    [InlineData(
        "/digest add every:30min zone:utc late:never lang:de",
        """
            Digest · Every 30 minutes, UTC, here.
            Next: Fri 27 Nov 12:30 · Fri 27 Nov 13:00 · Fri 27 Nov 13:30
            (never late: a missed one does not come after all · in German)
            """
    )]
    [InlineData(
        "/digest add every:news zone:utc",
        """
            News · As it happens, once nothing new has come for 15 minutes, at most 6 posts a day, UTC, here.
            Next: when there is news, Fri 27 Nov 12:15 at the earliest
            """
    )]
    [InlineData(
        "/digest add every: as it happens zone:kathmandu cap:1 gather:1 h quiet:22-7 Breaking",
        """
            Breaking · As it happens, once nothing new has come for 1 hour, at most 1 post a day, quiet from 22:00 to 07:00, Asia/Kathmandu, here.
            Next: when there is news, Fri 27 Nov 18:00 (12:15 UTC) at the earliest
            """
    )]
    [InlineData(
        "/digest add at:07:30 zone:utc late:2h quiet:22-8",
        """
            Morning digest · Every day at 07:30, UTC, here.
            Next: Sat 28 Nov 07:30 · Sun 29 Nov 07:30 · Mon 30 Nov 07:30
            (a missed one comes up to 2 hours late · quiet from 22:00 to 08:00, but a time that you name stays)
            """
    )]
    public async Task A_digest_may_come_as_a_place_wishes(string line, string plan)
    {
        var answer = await AskAsync(line);

        Assert.Equal(plan, string.Join('\n', answer.Split('\n').SkipLast(1)));
        // The same again, from the store, is the same digest.
        Assert.Equal(answer, await AskAsync(line));
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData(
        "/digest add every:5h zone:utc",
        "“5h” does not divide a day. The nearest that do: 4 hours or 6 hours. /digest add every:6h zone:utc"
    )]
    [InlineData(
        "/digest add every:15min",
        "“15min” does not divide a day. The nearest that do: 30 minutes. /digest add every:30min"
    )]
    [InlineData(
        "/digest add every:often",
        "“often” is nothing that a digest can come by. Write 30min, 1h, 2h, 3h, 4h, 6h, 8h or 12h, or news for as it happens: /digest add every:3h"
    )]
    [InlineData(
        "/digest add at:7 every:3h",
        "A digest comes at times or every so often, not both. Leave one out: /digest add at:7"
    )]
    [InlineData(
        "/digest add at:7,25:00 zone:utc",
        "“7,25:00” is no time of day. Write hours and minutes: /digest add at:07:30 zone:utc"
    )]
    [InlineData(
        "/digest add every:3h quiet:night",
        "“night” are no hours. Write from and until: /digest add every:3h quiet:22-7"
    )]
    [InlineData(
        "/digest add every:12h quiet:23-13 zone:utc",
        "With the quiet hours 23:00-13:00 nothing of it is left. Make them shorter: /digest add every:12h zone:utc quiet:22-7"
    )]
    [InlineData(
        "/digest add at:7 late:25h",
        "“25h” is no time that it may be late. Write 0 to 24 hours, or never: /digest add at:7 late:6h"
    )]
    [InlineData(
        "/digest add every:news cap:25",
        "“25” is no number of posts a day. Write 1 to 24: /digest add every:news cap:6"
    )]
    [InlineData(
        "/digest add every:news gather:2h",
        "“2h” is no time to wait for more. Write 5min, 10min, 15min, 30min or 60min: /digest add every:news gather:15min"
    )]
    [InlineData(
        "/digest add at:7 cap:3",
        "cap: and gather: are for a digest that comes as it happens: /digest add every:news cap:6 gather:15min"
    )]
    public async Task What_is_wrong_is_answered_with_the_command_mended(string line, string answer)
    {
        Assert.Equal(answer, await AskAsync(line));
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("/digest add at:07:30,18:00 zone:utc size:long late:1h lang:de name:News")]
    [InlineData("/digest add every:news zone:utc days:mon-fri quiet:22-7 cap:3 gather:5min name:News")]
    [InlineData("/digest add every:8h zone:utc quiet:none late:90min name:News")]
    public async Task What_was_removed_is_added_again_as_it_was(string line)
    {
        var planned = await AskAsync(line);
        var removed = await (await OpenAsync()).AskAsync("/digest remove", "telegram:-5");

        var again = removed.Blocks.OfType<Bot.Core.Chat.ButtonBlock>().Single().Buttons.Single().Command;

        Assert.Equal(planned, await AskAsync(again));
    }

    [Fact]
    public async Task The_list_says_when_each_comes()
    {
        await AskAsync("/digest add every:6h zone:berlin days:sat,sun quiet:22-7");
        await AskAsync("/digest add every:news cap:2");
        await AskAsync("/digest add at:7,19 days:mon");

        Assert.Equal(
            """
            # 3 digests
            Digest 2 · every Monday at 07:00 and 19:00, Europe/Berlin, here
            * Monday 30 November 07:00 (06:00 UTC)
            * Monday 30 November 19:00 (18:00 UTC)
            * Monday 7 December 07:00 (06:00 UTC)
            Digest · every 6 hours, Saturday to Sunday, quiet from 22:00 to 07:00, Europe/Berlin, here
            * Saturday 28 November 12:00 (11:00 UTC)
            * Saturday 28 November 18:00 (17:00 UTC)
            * Sunday 29 November 12:00 (11:00 UTC)
            News · as it happens, once nothing new has come for 15 minutes, at most 2 posts a day, Europe/Berlin, here
            * Next: when there is news, Friday 27 November 13:15 (12:15 UTC) at the earliest
            [Change … /digest edit] [Pause … /digest pause] [Remove … /digest remove]
            """,
            await AskAsync("/digest list")
        );
    }

    [Fact]
    public async Task Several_a_day_each_come_once()
    {
        var room = await OpenAsync();
        await AskAsync("/digest add at:13:00,14:00,15:30 zone:utc");
        for (var quarter = 1; quarter <= 16; quarter++)
        {
            await room.FileAsync($"{DigestRoom.Headline(quarter)}");
            _time.Advance(TimeSpan.FromMinutes(15));
            await room.RingAndDeliverAsync();
        }

        Assert.Equal(
            "13:00 owed,14:00 owed,15:30 owed",
            await room.QueryAsync<string>("SELECT group_concat(slot || ' ' || state) FROM digest_ledger")
        );
        Assert.Equal(3, _platform.Shown.Count);
    }

    [Fact]
    public async Task A_digest_that_is_never_late_leaves_out_what_it_missed()
    {
        var room = await OpenAsync();
        await AskAsync("/digest add at:13:00,20:00 zone:utc late:never");
        await room.FileAsync("Floods in Spain");
        _time.Advance(TimeSpan.FromMinutes(76));
        await room.RingAndDeliverAsync();
        Assert.Empty(_platform.Shown);

        _time.SetUtcNow(new(2026, 11, 27, 20, 15, 0, TimeSpan.Zero));
        await room.RingAndDeliverAsync();

        Assert.Contains("Floods in Spain", PlainText.OfAll(_platform.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_is_written_in_its_own_language()
    {
        var room = await OpenAsync();
        await AskAsync("/digest add at:13:00 zone:utc lang:de");
        await room.FileAsync("Floods in Spain");
        _time.Advance(TimeSpan.FromHours(1));
        await room.RingAndDeliverAsync();

        Assert.Contains("Freitag, 27. November 2026", PlainText.OfAll(_platform.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_of_twenty_digests_says_so_of_each_further_one()
    {
        for (var i = 0; i < 20; i++)
            await AskAsync($"/digest add at:{i}:00 zone:utc");

        for (var i = 0; i < 30; i++)
            Assert.Equal(
                "A chat has at most 20 digests. Remove one first: /digest list",
                await AskAsync($"/digest add at:{i % 24}:30 zone:utc")
            );
        Assert.Equal(20, await CountAsync());
    }

    [Fact]
    public async Task A_row_of_before_comes_at_its_time()
    {
        await AskAsync(Add);
        var room = await OpenAsync();
        await room.QueryAsync<int>(
            "UPDATE digests SET every = NULL, quiet = NULL, grace = NULL, cap = NULL, gather = NULL, language = NULL"
        );

        var planned = await room.PlannedAsync();

        Assert.Equal("07:30 mon-fri Europe/Berlin", planned.Schedule.Terms);
        Assert.Equal(TimeSpan.FromHours(6), planned.Schedule.Grace);
    }

    [Theory]
    [InlineData(
        "/digest add every:3h zone:utc",
        "Every 3 hours, quiet from 22:00 to 07:00, UTC",
        "Fri 27 Nov 21:00 · Sat 28 Nov 09:00"
    )]
    [InlineData(
        "/digest add every:3h zone:utc quiet:none",
        "Every 3 hours, UTC",
        "Fri 27 Nov 21:00 · Sat 28 Nov 00:00"
    )]
    [InlineData(
        "/digest add every:3h zone:utc quiet:20-23",
        "Every 3 hours, quiet from 20:00 to 23:00, UTC",
        "Fri 27 Nov 18:00 · Sat 28 Nov 00:00"
    )]
    [InlineData("/digest add at:23:00 zone:utc", "Every day at 23:00, UTC", "Sat 28 Nov 23:00")]
    public async Task The_places_quiet_hours_hold_where_a_digest_has_none_itself(string add, string comes, string next)
    {
        await AskAsync("/settings quiet:22-7");
        _time.SetUtcNow(_time.GetUtcNow().AddHours(5));

        var planned = await AskAsync(add);

        Assert.Contains($"{comes}, here.", planned, StringComparison.Ordinal);
        Assert.Contains(next, planned, StringComparison.Ordinal);
        Assert.Contains(next, await AskAsync("/digest edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_of_the_place_that_would_leave_nothing_are_not_the_digests()
    {
        await AskAsync("/settings quiet:23-13");

        Assert.Contains(
            "Every 12 hours, UTC, here.",
            await AskAsync("/digest add every:12h zone:utc"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Sat 28 Nov 00:00 · Sat 28 Nov 12:00",
            await AskAsync("/digest edit"),
            StringComparison.Ordinal
        );
    }
}
