using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Items;
using Bot.Core.Feeds.Polling;
using Bot.Core.Storage;
using Bot.Emulators.Web;
using Bot.Tests.Feeds.Fetching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Feeds.Polling;

/// <summary>A desk that visits feeds of a web on loopback, over a real store, by a clock that stands.</summary>
internal sealed class VisitStand : IAsyncDisposable
{
    public static readonly Destination Chat = new("discord", "1");

    private readonly DirectoryInfo folder;

    private VisitStand(DirectoryInfo folder, FetchRoom room)
    {
        this.folder = folder;
        Room = room;
        Database = new Database(
            new StoreOptions { Connection = $"Data Source={folder.FullName}/bot.db;Pooling=False" }
        );
        Book = new FeedBook(Database, room.Time);
        Articles = new ArticleStore(Database);
        Due = NewDue();
        var intake = new ArticleIntake(Database, room.Time);
        Desk = new FeedDesk(
            room.Fetcher,
            Due,
            new ItemIntake(Database, intake, room.Time, new Random(2)),
            room.Time,
            new Random(1),
            NullLogger<FeedDesk>.Instance
        );
        Pages = new PageDesk(room.Fetcher, Database, Articles, intake, room.Time, NullLogger<PageDesk>.Instance);
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public FetchRoom Room { get; }
    public Database Database { get; }
    public FeedBook Book { get; }
    public DueFeeds Due { get; }
    public FeedDesk Desk { get; }
    public PageDesk Pages { get; }
    public ArticleStore Articles { get; }
    public Uri Url => Room.Web.At("news.example", "/feed");

    public static async Task<VisitStand> OpenAsync(bool isFullText = false)
    {
        var stand = new VisitStand(Directory.CreateTempSubdirectory("feed-visits"), await FetchRoom.OpenAsync());
        await stand.Database.MigrateAsync(Stop);
        await stand.FollowAsync(stand.Url, isFullText: isFullText);
        if (!isFullText)
            return stand;
        // What it had at its first visit would be archive, whose pages nobody reads.
        stand.Play(Documents.Of(Rss()));
        await stand.VisitWhenDueAsync();
        return stand;
    }

    /// <summary>As another process would have.</summary>
    public DueFeeds NewDue() => new(Database, Room.Time);

    public Task FollowAsync(Uri url, Destination? chat = null, bool isFullText = false) =>
        Book.FollowAsync([new FollowOrder(chat ?? Chat, url, "discord:7") { IsFullText = isFullText }], Stop);

    public void Play(WebPlay play) => Room.Web.Play("news.example", "/feed", play);

    /// <summary>The feed as it is now.</summary>
    public async Task<Feed> FeedAsync() =>
        (await Book.OfAsync(Chat, Stop))
            .Select(f => f.Feed)
            .First(f => f.Url.Host == "news.example" || f.Id.Value == 1);

    public async Task<IntakeReport?> VisitAsync() => await Desk.VisitAsync((await FeedAsync()).Id, Stop);

    /// <summary>Visits when it is due, and not before.</summary>
    public async Task<IntakeReport?> VisitWhenDueAsync()
    {
        var next = (await FeedAsync()).NextCheck - Room.Time.GetUtcNow();
        if (next > TimeSpan.Zero)
        {
            Room.Time.Advance(next - TimeSpan.FromSeconds(1));
            Assert.Empty(await Due.TakeDueAsync(10, Stop));
            Room.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var feed = Assert.Single(await Due.TakeDueAsync(10, Stop));
        return await Desk.VisitAsync(feed.Id, Stop);
    }

    /// <summary>The pages that are wanted now.</summary>
    public async Task ReadPagesAsync()
    {
        foreach (var wanted in await Pages.DueAsync(10, Stop))
            await Pages.ReadAsync(wanted, Stop);
    }

    /// <summary>From now on the store refuses to write articles.</summary>
    public async Task BreakStoreAsync(string whenever)
    {
        await using var connection = await Database.OpenAsync(Stop);
        await Dapper.SqlMapper.ExecuteAsync(
            connection,
            $"CREATE TRIGGER broken BEFORE {whenever} ON articles BEGIN SELECT RAISE(ABORT, 'broken'); END"
        );
    }

    public static string Rss(params string[] items) =>
        $"<rss version='2.0'><channel><title>Example World</title><link>http://news.example/</link>{string.Concat(items)}</channel></rss>";

    public string Item(int number, string words = "It rained all day. The river rose.") =>
        $"<item><title>Story {number}</title><guid>{number}</guid><link>{Room.Web.At("news.example", $"/a/{number}")}</link><description>{words} Number {number}.</description></item>";

    public async ValueTask DisposeAsync()
    {
        await Room.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
