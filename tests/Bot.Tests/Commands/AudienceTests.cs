using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Storage;
using Bot.Tests.Articles;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands;

/// <summary>A place sees the seeds and the feeds that it follows, whatever is asked there.</summary>
public sealed class AudienceTests : IAsyncLifetime
{
    private const string Here = "discord:1";
    private const string There = "discord:2";

    private const string Harbour =
        "“The harbour is ours again,” said Harbour Master Ulla Brandt on Monday. The boats went out at dawn.";

    private const string Valley =
        "“Nobody asked the valley,” said Mayor Otto Kranz on Tuesday. The road will be closed until spring.";

    private Newsroom _room = null!; // Opened before each test.
    private FeedRows _feeds = null!;
    private long _coast;
    private long _hills;
    private ArticleId _harbour;
    private ArticleId _valley;

    public async ValueTask InitializeAsync()
    {
        _room = await Newsroom.OpenAsync();
        _feeds = new FeedRows(_room.Get<Database>(), _room.Get<ArticleIntake>());
        await _room.AddAsync("It rained in the whole country on Sunday. Nobody was surprised.", "Rain everywhere");
        _coast = await _feeds.AddFeedAsync("https://coast.example/rss", "Coast Post");
        _hills = await _feeds.AddFeedAsync("https://www.hills.example/feed", "Hill Tribune");
        await _feeds.FollowAsync(Here, _coast);
        await _feeds.FollowAsync(There, _hills);
        _harbour = await _feeds.ShowAsync(_coast, "Harbour opens", Harbour, "2025-12-29");
        _valley = await _feeds.ShowAsync(_hills, "Valley road closed", Valley, "2025-12-30");
        await _room.ReadAllAsync();
    }

    public async ValueTask DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Two_chats_see_the_seeds_and_each_its_own_feeds()
    {
        var here = await AskAsync("/latest", Here);
        var there = await AskAsync("/latest", There);

        Assert.StartsWith("# 2 articles", here, StringComparison.Ordinal);
        Assert.Contains("Harbour opens", here, StringComparison.Ordinal);
        Assert.Contains("Rain everywhere", here, StringComparison.Ordinal);
        Assert.DoesNotContain("Valley", here, StringComparison.Ordinal);
        Assert.Contains("Valley road closed", there, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour", there, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string line, string place) =>
        string.Join(
            '\n',
            PlainText.Of(
                await _room
                    .Get<CommandDesk>()
                    .AnswerAsync(
                        line,
                        Newsroom.Reader,
                        Destination.TryParse(place)!.Value,
                        TestContext.Current.CancellationToken
                    )
            )
        );
}
