using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;
using static Bot.Tests.Digests.TopicRoom;

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
        var room = await ConfiguredAsync(_folder, _time, _platform, "Energy, sport");
        await room.AskAsync("/topic add solar as:energy");
        await FileAsync(room);

        var digest = await AnswerAsync(room, "/digest preview");

        Assert.Contains("Solar panels", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Museum", digest, StringComparison.Ordinal);
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

    private Task<DigestRoom> OpenAsync() => DigestRoom.OpenAsync(_folder, _time, [], _platform);
}
