using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Items;
using Bot.Core.Feeds.Polling;
using Bot.Core.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Feeds.Items;

/// <summary>A real store in which one chat follows one feed; a test hands in what the feed holds at each visit.</summary>
internal sealed class ItemStand : IAsyncDisposable
{
    public static readonly Destination Chat = new("discord", "1");

    private readonly DirectoryInfo folder;
    private readonly ItemIntake intake;
    private readonly DueFeeds due;
    private readonly FeedId feed;

    private ItemStand(DirectoryInfo folder, Database database, FakeTimeProvider clock, FeedId feed)
    {
        this.folder = folder;
        Database = database;
        Clock = clock;
        Articles = new ArticleStore(database);
        Intake = new ArticleIntake(database, clock);
        intake = new ItemIntake(database, Intake, clock, new Random(1));
        due = new DueFeeds(database, clock);
        this.feed = feed;
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Database Database { get; }
    public FakeTimeProvider Clock { get; }
    public ArticleStore Articles { get; }
    public ArticleIntake Intake { get; }

    public static async Task<ItemStand> OpenAsync(bool isFullText = false)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var home = Directory.CreateTempSubdirectory("feed-items");
        var database = new Database(
            new StoreOptions { Connection = $"Data Source={home.FullName}/bot.db;Pooling=False" }
        );
        await database.MigrateAsync(Stop);
        var book = new FeedBook(database, clock);
        await book.FollowAsync(
            [new FollowOrder(Chat, new Uri("https://news.example/feed"), "discord:7") { IsFullText = isFullText }],
            Stop
        );
        var followed = Assert.Single(await book.OfAsync(Chat, Stop));
        return new ItemStand(home, database, clock, followed.Feed.Id);
    }

    /// <summary>One visit; the feed holds these items now.</summary>
    public async Task<IntakeReport> VisitAsync(params string[] items)
    {
        // The feed as it is now; what a visit means for it is settled as the desk does.
        var now = Assert.IsType<Feed>(await due.TakeUpAsync(feed, isDue: false, Stop));
        var document = Reads.Feed(
            $"<rss version='2.0'><channel><title>Example World</title><link>https://news.example/</link>{string.Concat(items)}</channel></rss>",
            "https://news.example/feed"
        );
        return await intake.TakeAsync(
            now,
            document,
            (transaction, _) =>
                DueFeeds.SettleAsync(
                    transaction,
                    now with
                    {
                        State = FeedState.Read,
                        Title = document.Title ?? "",
                        LastSuccess = Clock.GetUtcNow(),
                    }
                ),
            Stop
        );
    }

    /// <summary>The first visit of a new feed, over: what follows is news.</summary>
    public async Task<ItemStand> BegunAsync()
    {
        await VisitAsync();
        return this;
    }

    public static string Item(
        string title = "A bridge fell",
        string words = "The bridge at Exmouth fell on Monday. Nobody was hurt.",
        string? sign = null,
        string? link = null,
        string? date = "Mon, 02 Mar 2026 09:00:00 GMT"
    ) =>
        $"<item>{Element("title", title)}{Element("guid", sign)}{Element("link", link)}{Element("pubDate", date)}{Element("description", words)}</item>";

    public async Task<IReadOnlyList<string>> TitlesAsync() =>
        [.. (await Articles.LatestAsync(Audience.Desk, 100, 0, Stop)).Select(a => a.Title)];

    public async Task<IReadOnlyList<string>> FatesAsync()
    {
        await using var connection = await Database.OpenAsync(Stop);
        return
        [
            .. await Dapper.SqlMapper.QueryAsync<string>(
                connection,
                "SELECT fate FROM feed_items ORDER BY first_seen, fate"
            ),
        ];
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Element(string name, string? value) =>
        value is null ? "" : $"<{name}>{System.Security.SecurityElement.Escape(value)}</{name}>";
}
