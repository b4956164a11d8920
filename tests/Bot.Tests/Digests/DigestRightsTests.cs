using Bot.Core.Chat;
using Bot.Core.Digests;

namespace Bot.Tests.Digests;

/// <summary>Who may plan and change digests, and where.</summary>
public sealed class DigestRightsTests : DigestPlanning
{
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

        foreach (
            var line in new[]
            {
                "/digest remove",
                "/digest pause",
                "/digest edit at:8",
                "/digest remove the operator's",
                "/digest edit the operator's at:8",
            }
        )
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
    [InlineData("/digest every:3h zone:utc")]
    [InlineData("/digest edit")]
    [InlineData("/digest edit at:8")]
    [InlineData("/digest remove")]
    [InlineData("/digest pause")]
    [InlineData("/digest resume")]
    [InlineData("/digest now")]
    [InlineData("/digest sent 1")]
    [InlineData("/digest again 1")]
    [InlineData("/settings zone:berlin")]
    [InlineData("/settings language:en")]
    [InlineData("/settings language:en channel:here")]
    [InlineData("/digest add at:7 zone:utc channel:here")]
    [InlineData("/digest remove channel:here")]
    [InlineData("/digest pause channel: Here")]
    [InlineData("/filter add football channel:here")]
    [InlineData("/topic add solar as:energy channel:here")]
    [InlineData("/feed add https://news.example/ channel:here")]
    [InlineData("/export channel:here")]
    [InlineData("/import channel:here")]
    [InlineData("/forget yes channel:here")]
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
            [Preview /digest preview name:"Morning digest" channel:telegram:-100] [Change … /digest edit name:"Morning digest" channel:telegram:-100] [Pause /digest pause name:"Morning digest" channel:telegram:-100] [Remove /digest remove name:"Morning digest" channel:telegram:-100]
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
    public async Task Posts_whose_fate_is_unknown_are_listed_first_and_how_many_more_went_wrong()
    {
        var room = await OpenAsync();
        for (var post = 0; post < 7; post++)
        {
            await room.FileAsync(DigestRoom.Headline(post));
            _platform.AnswerNext(post == 0 ? new PostOutcome.Unknown("no answer") : new PostOutcome.Refused("too odd"));
            await AskAsync("/digest now");
        }

        var listed = await AskAsync("/digest list");

        Assert.Contains("[1 arrived /digest sent 1]", listed, StringComparison.Ordinal);
        Assert.EndsWith("2 more posts did not arrive, or may not have.", listed, StringComparison.Ordinal);
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
}
