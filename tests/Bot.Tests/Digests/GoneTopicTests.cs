using Bot.Core.Digests;
using Bot.Core.Feeds.Following;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;
using static Bot.Tests.Digests.TopicRoom;

namespace Bot.Tests.Digests;

/// <summary>Digests that name a topic which is gone tell nothing by it, and say what to do.</summary>
public sealed class GoneTopicTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    public void Dispose() => _folder.Dispose();

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
        var room = await ConfiguredAsync(_folder, _time, _platform, "Energy");

        Assert.Equal(
            "There is no topic Energy here any more: nothing is told by it. So this digest tells nothing. Add what is gone again; the operator alone can let it tell all, in the section Digests of appsettings.json.",
            await AnswerAsync(room, "/digest now")
        );
    }

    private Task<DigestRoom> OpenAsync() => DigestRoom.OpenAsync(_folder, _time, [], _platform);
}
