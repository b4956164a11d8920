using Bot.Core.Digests;
using Bot.Core.Feeds.Following;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>Digests that name topics tell and consume what those take, and nothing else.</summary>
public sealed class TopicDigestTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_its_topics_do_not_take_stays_owed_to_the_places_other_digests()
    {
        var room = await OpenAsync();
        await PlanAsync(room);
        await room.AskAsync("/topic add wind as:energy");
        await FileAsync(room);

        var power = await AnswerAsync(room, "/digest now Power");
        var first = PlainText.OfAll(_platform.Shown);
        var sport = await AnswerAsync(room, "/digest preview Games");
        var rest = await AnswerAsync(room, "/digest preview All");

        Assert.Equal("Posted here: 2 articles.", power);
        Assert.Contains("Solar panels for Arvenna", first, StringComparison.Ordinal);
        Assert.Contains("Wind farm stands still", first, StringComparison.Ordinal);
        Assert.Contains(" · on energy · 2 articles", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Cup goes", first, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", first, StringComparison.Ordinal);
        Assert.Contains("Cup goes to Norland", sport, StringComparison.Ordinal);
        Assert.DoesNotContain("Solar", sport, StringComparison.Ordinal);
        Assert.DoesNotContain("Museum", sport, StringComparison.Ordinal);
        Assert.Contains("Cup goes to Norland", rest, StringComparison.Ordinal);
        Assert.Contains("Museum opens", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("Solar", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_topics_any_is_enough_and_filters_hide_within_them()
    {
        var room = await OpenAsync();
        await PlanAsync(room);
        await FileAsync(room);
        await room.AskAsync("/digest edit Power topics:energy,sport");
        await room.AskAsync("/filter add museum");
        await room.AskAsync("/filter add cup");

        var digest = await AnswerAsync(room, "/digest preview Power");

        Assert.Contains("Solar panels for Arvenna", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Cup goes", digest, StringComparison.Ordinal);
        Assert.Contains("1 hidden by filters", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_digests_of_a_place_that_are_due_at_once_tell_each_article_once()
    {
        var room = await OpenAsync();
        await PlanAsync(room);
        await room.AskAsync("/topic add solar as:sport");
        await room.Get<DigestRound>().RunAsync((await PlannedAsync(room)).Digests, Stop);
        await FileAsync(room);
        _time.SetUtcNow(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));

        // Each waits until what was queued there before it has gone out.
        for (var ring = 0; ring < 3; ring++)
        {
            await room.Get<DigestRound>().RunAsync((await PlannedAsync(room)).Digests, Stop);
            await room.DeliverAsync();
        }

        var told = PlainText.OfAll(_platform.Shown);
        foreach (
            var title in new[]
            {
                "Solar panels for Arvenna",
                "Wind farm stands still",
                "Cup goes to Norland",
                "Museum opens",
            }
        )
            Assert.Equal(2, told.Split(title).Length);
    }

    [Fact]
    public async Task The_first_digest_of_an_archive_shows_the_newest_of_its_topics_and_leaves_what_is_new()
    {
        var room = await OpenAsync();
        await PlanAsync(room);
        await FileSolarAsync(room, "2026-10-01");
        await FileMuseumAsync(room);

        await room.AskAsync("/digest now Power");
        var power = PlainText.OfAll(_platform.Shown);
        var rest = await AnswerAsync(room, "/digest preview All");

        Assert.Contains("Solar panels for Arvenna", power, StringComparison.Ordinal);
        Assert.DoesNotContain("Museum", power, StringComparison.Ordinal);
        Assert.Contains("Museum opens", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_listed_with_its_topics_and_all_takes_them_away()
    {
        var room = await OpenAsync();
        await PlanAsync(room);

        var edited = await AnswerAsync(room, "/digest edit Power topics:ENERGY,sport");
        var listed = await AnswerAsync(room, "/digest list");
        var freed = await AnswerAsync(room, "/digest edit Power topics:all");

        Assert.Contains("\nOn energy and sport\n", edited, StringComparison.Ordinal);
        Assert.Contains("\n* On energy and sport\n", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("On energy", freed, StringComparison.Ordinal);
        Assert.Contains("Solar panels", await PreviewAfterAsync(room, "Power"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_and_added_again_it_has_its_topics()
    {
        var room = await OpenAsync();
        await PlanAsync(room);

        var removed = await room.AskAsync("/digest remove Games");
        await room.AskAsync(removed.Blocks.OfType<Core.Chat.ButtonBlock>().Single().Buttons.Single().Command);

        Assert.Contains("On sport", await AnswerAsync(room, "/digest edit Games"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_whose_topics_are_gone_tells_nothing_and_says_what_to_do()
    {
        var room = await OpenAsync();
        await PlanAsync(room);
        await FileAsync(room);

        var removed = await AnswerAsync(room, "/topic remove energy");
        var listed = await AnswerAsync(room, "/digest list");
        var now = await AnswerAsync(room, "/digest now Power");
        _time.SetUtcNow(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
        var power = (await PlannedAsync(room)).Digests.Where(d => d.Name == "Power").ToList();
        var outcomes = await room.Get<DigestRound>().RunAsync(power, Stop);

        const string Why =
            "There is no topic energy here any more: nothing is told by it. So this digest tells nothing. Add what is gone again, or let it tell all: /digest edit name:\"Power\" topics:all";
        Assert.Contains(
            "The digest “Power” names it, and tells nothing by it until there is such a topic again.",
            removed,
            StringComparison.Ordinal
        );
        Assert.Contains($"* {Why}", listed, StringComparison.Ordinal);
        Assert.Equal(Why, now);
        Assert.IsType<DigestOutcome.NothingToTell>(Assert.Single(outcomes));
        Assert.Empty(_platform.Shown);
        await room.AskAsync("/topic add solar as:energy");
        Assert.Contains("Solar panels", await AnswerAsync(room, "/digest preview Power"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_of_its_topics_is_gone_it_goes_by_the_other()
    {
        var room = await OpenAsync();
        await PlanAsync(room);
        await FileAsync(room);
        await room.AskAsync("/digest edit Power topics:energy,sport");
        await room.AskAsync("/topic remove sport");

        var digest = await AnswerAsync(room, "/digest preview Power");

        Assert.Contains("Solar panels", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Cup goes", digest, StringComparison.Ordinal);
        Assert.Contains(
            "There is no topic sport here any more: nothing is told by it.",
            await AnswerAsync(room, "/digest list"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "/digest add at:08:00 zone:UTC topics:zeppelin",
        "There is no topic “zeppelin” here. There is: energy and sport."
    )]
    [InlineData("/digest add at:08:00 zone:UTC topics:enegry", "There is no topic “enegry” here. Did you mean energy?")]
    [InlineData("/digest add at:08:00 zone:UTC feeds:zeppelin", "No feed here is called “zeppelin”.")]
    public async Task What_is_not_there_cannot_be_named(string line, string answer)
    {
        var room = await OpenAsync();
        await PlanAsync(room);

        Assert.StartsWith(answer, await AnswerAsync(room, line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_on_a_topic_of_the_chat_comes_before_others_of_its_worth()
    {
        var room = await OpenAsync();
        await FileSolarAsync(room);
        await FileMuseumAsync(room);
        await FileCupAsync(room);
        var before = await AnswerAsync(room, "/digest preview");

        await room.AskAsync("/topic add solar as:energy");
        var after = await AnswerAsync(room, "/digest preview");

        Assert.True(Place(before, "Cup goes") < Place(before, "Solar panels"));
        Assert.True(Place(after, "Solar panels") < Place(after, "Cup goes"));
        Assert.True(Place(after, "Cup goes") < Place(after, "Museum"));

        static int Place(string digest, string headline)
        {
            Assert.Contains(headline, digest, StringComparison.Ordinal);
            return digest.IndexOf(headline, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_operators_digest_has_topics_by_their_names()
    {
        var room = await ConfiguredAsync("Energy, sport");
        await room.AskAsync("/topic add solar as:energy");
        await FileAsync(room);

        var digest = await AnswerAsync(room, "/digest preview");

        Assert.Contains("Solar panels", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Museum", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_mend_it_is_to_let_go_of_what_is_gone_altogether()
    {
        var room = await OpenAsync();
        await PlanAsync(room);
        await room.Get<FeedBook>()
            .FollowAsync([new FollowOrder(new("discord", "1"), new Uri("https://one.example/rss"), "discord:1")], Stop);
        await room.AskAsync("/digest edit Power topics:energy,sport feeds:1");
        await room.AskAsync("/topic remove energy");
        await room.AskAsync("/feed remove 1 yes:yes");

        var oneTopic = await AnswerAsync(room, "/digest now Power");
        await room.AskAsync("/topic remove sport");
        var none = await AnswerAsync(room, "/digest now Power");

        Assert.EndsWith("let it tell all: /digest edit name:\"Power\" feeds:all", oneTopic, StringComparison.Ordinal);
        Assert.EndsWith("/digest edit name:\"Power\" topics:all feeds:all", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operators_digest_whose_topics_are_gone_is_the_operators_to_change()
    {
        var room = await ConfiguredAsync("Energy");

        Assert.Equal(
            "There is no topic Energy here any more: nothing is told by it. So this digest tells nothing. Add what is gone again; the operator alone can let it tell all, in the section Digests of appsettings.json.",
            await AnswerAsync(room, "/digest now")
        );
    }

    [Fact]
    public async Task Topics_go_where_their_chat_goes_and_are_forgotten_with_it()
    {
        var room = await OpenAsync();
        await room.AskAsync("/topic add solar as:energy", "discord:1");
        await room.Get<Core.Delivery.DestinationBook>().MoveAsync(new("discord", "1"), new("discord", "5/1"), Stop);

        Assert.Contains("solar", await AnswerAsync(room, "/topic list", "discord:5/1"), StringComparison.Ordinal);
        Assert.Contains("solar", await AnswerAsync(room, "/topic list", "discord:5/2"), StringComparison.Ordinal);
        Assert.StartsWith("No topics here", await AnswerAsync(room, "/topic list"), StringComparison.Ordinal);

        await room.Get<Core.Commands.Shredder>().ForgetAsync(new("discord", "5"), Stop);
        Assert.Equal(0, await room.QueryAsync<int>("SELECT COUNT(*) FROM topics"));
    }

    /// <summary>With a digest on topics that the operator planned.</summary>
    private Task<DigestRoom> ConfiguredAsync(string topics) =>
        DigestRoom.OpenAsync(
            _folder,
            _time,
            [
                new DigestOptions
                {
                    Name = "Power",
                    At = "07:30",
                    Destination = "discord:1",
                    Topics = topics,
                },
            ],
            _platform
        );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task PlanAsync(DigestRoom room)
    {
        await room.AskAsync("/topic add solar as:energy");
        await room.AskAsync("/topic add cup as:sport");
        await room.AskAsync("/digest add at:07:30 zone:UTC name:Power topics:energy");
        await room.AskAsync("/digest add at:07:30 zone:UTC name:Games topics:sport");
        await room.AskAsync("/digest add at:07:30 zone:UTC name:All");
    }

    private static async Task FileAsync(DigestRoom room)
    {
        await FileSolarAsync(room);
        await room.FileAsync(
            "Wind farm stands still",
            text: "Nothing turned on the coast after the storm of Tuesday. Fishermen do not miss the noise."
        );
        await FileCupAsync(room);
        await FileMuseumAsync(room);
    }

    private static Task FileSolarAsync(DigestRoom room, string? published = null) =>
        room.FileAsync(
            "Solar panels for Arvenna",
            published,
            "Forty engineers mount glass on the roofs of an old market. Taxpayers gave the money in March."
        );

    private static Task FileCupAsync(DigestRoom room) =>
        room.FileAsync(
            "Cup goes to Norland",
            text: "A late goal decided the match before sixty thousand people. The club had lost every final since 1978."
        );

    private static Task FileMuseumAsync(DigestRoom room) =>
        room.FileAsync(
            "Museum opens in Kastrel",
            text: "Painted bowls that divers found in a wreck can be seen from today. Admission costs nothing on Mondays."
        );

    private static async Task<string> PreviewAfterAsync(DigestRoom room, string digest)
    {
        await FileAsync(room);
        return await AnswerAsync(room, $"/digest preview {digest}");
    }

    private static Task<DigestPlan> PlannedAsync(DigestRoom room) => room.Get<DigestBook>().ReadAsync(Stop);

    private static async Task<string> AnswerAsync(DigestRoom room, string line, string place = "discord:1") =>
        string.Join('\n', PlainText.Of(await room.AskAsync(line, place)));

    private Task<DigestRoom> OpenAsync() => DigestRoom.OpenAsync(_folder, _time, [], _platform);
}
