using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>Digests that are planned in a chat: command in, reply out.</summary>
public sealed class DigestPlanningTests : IAsyncDisposable
{
    private const string Add = "/digest add at:07:30 zone:Europe/Berlin days:mon-fri";
    private const string Operators = "The operator's";

    private readonly StoreFolder _folder = new();
    private readonly RecordingPlatform _platform = new("telegram");
    private readonly RecordingPlatform _terminal = new("terminal");

    /// <summary>Friday noon UTC.</summary>
    private readonly FakeTimeProvider _time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private DigestRoom? _room;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_room is not null)
            await _room.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_digest_is_planned_where_it_is_given()
    {
        Assert.Equal(
            """
            Morning digest · Every Monday to Friday at 07:30, Europe/Berlin, here.
            Next: Mon 30 Nov 07:30 (06:30 UTC) · Tue 1 Dec 07:30 · Wed 2 Dec 07:30
            [Preview /digest preview name:"Morning digest"] [Pause /digest pause name:"Morning digest"] [Remove /digest remove name:"Morning digest"]
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

        Assert.Equal([false, true, true], buttons.Select(b => b.IsInPlace));
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

    [Theory]
    [InlineData("/digest add", "At what time? For example /digest add at:07:30")]
    [InlineData("/digest add zone:berlin", "At what time? For example /digest add at:07:30 zone:berlin")]
    [InlineData(
        "/digest add at:25:00 days:mon",
        "“25:00” is no time of day. Write hours and minutes: /digest add at:07:30 days:mon"
    )]
    [InlineData("/digest add at:soon", "“soon” is no time of day. Write hours and minutes: /digest add at:07:30")]
    [InlineData(
        "/digest add at:7 days:sometimes",
        "“sometimes” is no choice of days. Write daily, mon-fri or mon,wed,sat: /digest add at:7 days:mon-fri"
    )]
    [InlineData(
        "/digest add at:7 zone:berln",
        "I know no time zone “berln”. Did you mean /digest add at:7 zone:Europe/Berlin?\n[Europe/Berlin /digest add at:7 zone:Europe/Berlin]"
    )]
    [InlineData(
        "/digest add at:7 zone:EST",
        "“EST” says nothing of summer time. Name a city or a zone, for example America/New_York: /digest add at:7 zone:America/New_York"
    )]
    [InlineData(
        "/digest add at:7 zone:UTC+2",
        "“UTC+2” says nothing of summer time. Name a city or a zone, for example Europe/Berlin: /digest add at:7 zone:Europe/Berlin"
    )]
    [InlineData(
        "/digest add at:7 zone:nowhere",
        "I know no time zone “nowhere”. Name a large city near you, or a zone as Europe/Berlin: /digest add at:7 zone:Europe/Berlin"
    )]
    public async Task What_is_wrong_is_answered_with_the_command_mended(string line, string answer)
    {
        Assert.Equal(answer, await AskAsync(line));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_country_with_several_zones_asks_for_a_city()
    {
        var answer = await AskAsync("/digest add at:7 zone:australia");

        Assert.StartsWith("“australia” has several time zones. Name a city:", answer, StringComparison.Ordinal);
        Assert.Contains("[Australia/Perth /digest add at:7 zone:Australia/Perth]", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "/digest add at 6 pm zone new york days sat,sun size long",
        "Every Saturday to Sunday at 18:00, America/New_York"
    )]
    [InlineData(
        "/digest add at:7 zone: new york days: mon wed Weekly look",
        "Every Monday, Wednesday at 07:00, America/New_York"
    )]
    [InlineData("/digest at:noon zone:japan", "Every day at 12:00, Asia/Tokyo")]
    [InlineData(
        "/digest add --at 0730 --zone munich --days weekdays",
        "Every Monday to Friday at 07:30, Europe/Berlin"
    )]
    [InlineData("/digest add at:7.30 zone:utc days:weekend", "Every Saturday to Sunday at 07:30, UTC")]
    [InlineData("/digest add at:“7:30 pm” zone:“são paulo”", "Every day at 19:30, America/Sao_Paulo")]
    public async Task A_plan_may_be_typed_as_people_type(string line, string plan) =>
        Assert.Contains(plan, await AskAsync(line), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_that_is_taken_by_other_times_is_refused_and_one_that_was_not_given_is_made()
    {
        await AskAsync($"{Add} name:News");

        Assert.StartsWith(
            "There is a digest News here, and it comes at other times.",
            await AskAsync("/digest add at:18:00 name:news"),
            StringComparison.Ordinal
        );
        await AskAsync("/digest add at:08:00");
        Assert.StartsWith("Morning digest 2 ·", await AskAsync("/digest add at:09:00"), StringComparison.Ordinal);
        Assert.StartsWith(
            "That name is too long",
            await AskAsync($"/digest add at:9 name:{new string('x', 61)}"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The editors' choice ·",
            await AskAsync("/digest add at:10:00 name:\"The editors' choice\""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_chat_has_twenty_digests_at_the_most()
    {
        for (var i = 0; i < 20; i++)
            await AskAsync($"/digest add at:{i}:00 zone:utc", $"telegram:-5/{i}");

        Assert.StartsWith(
            "A chat has at most 20 digests.",
            await AskAsync("/digest add at:23:00"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Every day",
            await AskAsync("/digest add at:7 zone:utc", "telegram:-6"),
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
    public async Task What_the_operator_planned_is_changed_in_the_configuration_alone()
    {
        _room = await DigestRoom.OpenAsync(
            _folder,
            _time,
            [
                new DigestOptions
                {
                    Name = Operators,
                    At = "09:00",
                    Destination = "telegram:-5",
                },
            ],
            _platform,
            _terminal
        );

        foreach (var line in new[] { "/digest remove", "/digest pause", "/digest remove the operator's" })
            Assert.Equal(
                "The operator's is planned by the operator, in the section Digests of appsettings.json, and can be changed only there.",
                await AskAsync(line)
            );
        Assert.Contains(Operators, await AskAsync("/digest list"), StringComparison.Ordinal);
        Assert.StartsWith(
            "There is a digest The operator's here",
            await AskAsync("/digest add at:7 zone:utc name:\"the operator's\""),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/digest add at:7 zone:utc")]
    [InlineData("/digest at:7 zone:utc")]
    [InlineData("/digest remove")]
    [InlineData("/digest pause")]
    [InlineData("/digest resume")]
    [InlineData("/digest now")]
    [InlineData("/digest sent 1")]
    [InlineData("/digest again 1")]
    [InlineData("/settings zone:berlin")]
    [InlineData("/settings language:en")]
    public async Task Readers_change_nothing(string line)
    {
        await AskAsync(Add);
        var room = await OpenAsync();

        Assert.StartsWith(
            "Only people who may manage this place",
            Text(await room.AskAsync(line, Standing.Reader, "telegram:-5")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "[Remove",
            Text(await room.AskAsync("/digest list", Standing.Reader, "telegram:-5")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true, "Morning digest")]
    [InlineData(false, "Only people who may manage this place")]
    public async Task Who_is_not_known_yet_is_asked_of_the_platform(bool may, string answer)
    {
        var room = await OpenAsync();
        _platform.Administers = (asker, place) => may && asker.Id == "1" && place.Address == "-5";

        Assert.StartsWith(
            answer,
            Text(await room.AskAsync(Add, Standing.ToBeAsked, "telegram:-5")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_channel_is_planned_for_from_a_private_chat()
    {
        _platform.Finds = written =>
            written is "@news" or "telegram:-100" ? new PlaceLookup.Found(new("telegram", "-100"), "News desk")
            : written == "@theirs" ? new PlaceLookup.NotTheirs("Their channel")
            : new PlaceLookup.Unknown();

        Assert.Equal(
            """
            Morning digest · Every day at 07:30, Europe/Berlin, to News desk.
            Next: Sat 28 Nov 07:30 (06:30 UTC) · Sun 29 Nov 07:30 · Mon 30 Nov 07:30
            [Preview /digest preview name:"Morning digest" channel:telegram:-100] [Pause /digest pause name:"Morning digest" channel:telegram:-100] [Remove /digest remove name:"Morning digest" channel:telegram:-100]
            """,
            await AskAsync("/digest add at:07:30 zone:berlin channel:@news", "telegram:42")
        );
        Assert.StartsWith(
            "Morning digest is paused: nothing of it is posted to News desk",
            await AskAsync("/digest pause name:\"Morning digest\" channel:telegram:-100", "telegram:42"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "to News desk",
            await AskAsync("/digest list channel:@news", "telegram:42"),
            StringComparison.Ordinal
        );
        Assert.StartsWith("No digest", await AskAsync("/digest list", "telegram:42"), StringComparison.Ordinal);
        Assert.StartsWith("1 digest", (await AskAsync("/digest list", "telegram:-100"))[2..], StringComparison.Ordinal);
        Assert.Equal(
            "You may not manage Their channel. Ask one of its administrators to give this command.",
            await AskAsync("/digest list channel:@theirs", "telegram:42")
        );
        Assert.Equal(
            "I find no place “@nobody” that I am in. Let me into it first, and let me post there; then ask again.",
            await AskAsync("/digest add at:7 channel:@nobody", "telegram:42")
        );
    }

    [Fact]
    public async Task A_place_of_another_platform_is_nobodys_but_the_operators()
    {
        _platform.Finds = _ => new PlaceLookup.Found(Destination.Terminal, "");
        _terminal.Finds = _ => new PlaceLookup.Found(new("telegram", "-5"), "");

        Assert.StartsWith("I find no place", await AskAsync("/digest list channel:terminal"), StringComparison.Ordinal);
        Assert.Contains(
            "to telegram:-5.",
            await AskAsync("/digest add at:7 zone:utc channel:telegram:-5", "terminal"),
            StringComparison.Ordinal
        );
        Assert.Contains("here.", await AskAsync("/digest resume morning digest"), StringComparison.Ordinal);
        Assert.Contains("channel:telegram:-5", await AskAsync("/digest list", "terminal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_posted_to_is_told_when_the_digest_is_planned()
    {
        _platform.Obstacle = "I lack “Post messages” there. Give it to me.";

        Assert.Contains(
            "I can't post here: I lack “Post messages” there. Give it to me.",
            await AskAsync(Add),
            StringComparison.Ordinal
        );
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

    [Fact]
    public async Task A_zone_that_this_machine_does_not_know_is_told_of_and_can_be_taken_away()
    {
        await AskAsync(Add);
        var room = await OpenAsync();
        await room.QueryAsync<int>("UPDATE digests SET zone = 'Mars/Base'");

        Assert.Equal(
            "Morning digest waits: the machine that I run on does not know its time zone Mars/Base. /digest remove name:\"Morning digest\" takes it away.",
            await AskAsync("/digest list")
        );
        Assert.Equal(
            "Morning digest is removed and does not come any more.",
            await AskAsync("/digest remove name:\"Morning digest\"")
        );
    }

    [Fact]
    public async Task A_post_whose_fate_is_unknown_is_settled_by_who_has_seen_it()
    {
        var room = await OpenAsync();
        await room.FileAsync("Floods in Spain");
        _platform.AnswerNext(new PostOutcome.Unknown("no answer"));
        await AskAsync("/digest now");
        Assert.EndsWith(
            "[1 arrived /digest sent 1] [Send 1 again /digest again 1]",
            await AskAsync("/digest list"),
            StringComparison.Ordinal
        );

        Assert.StartsWith(
            "There is no post 1 here",
            await AskAsync("/digest sent 1", "telegram:-6"),
            StringComparison.Ordinal
        );
        Assert.StartsWith("Which post?", await AskAsync("/digest sent"), StringComparison.Ordinal);
        Assert.Equal("Noted: post 1 arrived.", await AskAsync("/digest sent 1", "telegram:-5/3"));
        Assert.StartsWith("There is no post 1 here", await AskAsync("/digest again 1"), StringComparison.Ordinal);
        Assert.DoesNotContain("arrived", await AskAsync("/digest list"), StringComparison.Ordinal);
        Assert.Empty(_platform.Shown);
    }

    [Fact]
    public async Task A_post_that_did_not_arrive_is_sent_again_under_another_key()
    {
        var room = await OpenAsync();
        await room.FileAsync("Floods in Spain");
        _platform.AnswerNext(new PostOutcome.Unknown("no answer"));
        await AskAsync("/digest now");
        var key = await room.QueryAsync<string>("SELECT key FROM outbox");

        Assert.Equal("Post 1 is queued again.", await AskAsync("/digest again 1", "terminal"));
        await room.DeliverAsync();

        Assert.NotEqual(key, Assert.Single(_platform.Shown).Key);
    }

    private async Task<DigestRoom> OpenAsync() =>
        _room ??= await DigestRoom.OpenAsync(_folder, _time, [], _platform, _terminal);

    private async Task<string> AskAsync(string line, string place = "telegram:-5") =>
        Text(await (await OpenAsync()).AskAsync(line, place));

    private async Task<int> CountAsync() => await (await OpenAsync()).QueryAsync<int>("SELECT COUNT(*) FROM digests");

    private static string Text(Reply reply) => string.Join('\n', PlainText.Of(reply));
}
