using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Core.Storage;
using Bot.Emulators.Discord;
using Bot.Emulators.Programs;
using Bot.Emulators.Web;
using Bot.Tests.Hosting;
using Dapper;

namespace Bot.Tests.Feeds.Polling;

/// <summary>
/// The bot's process is killed at a moment between a feed's answer and the commit of what it brought, and started again on
/// the store that it left. BOT_KILLS says how often, BOT_KILL_SEED where it begins.
/// </summary>
public sealed class FeedKillTests(ITestOutputHelper output)
{
    private const int Feeds = 4;
    private const int ItemsInFeed = 40;
    private const int NewAtEachVisit = 3;

    /// <summary>From before the first byte is read until after the commit, as this machine is.</summary>
    private const int LongestMilliseconds = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly Destination Chat = new("discord", "1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_item_is_lost_and_none_filed_twice_though_the_bot_is_killed_between_fetch_and_commit()
    {
        var (kills, seed) = KillOrder.Given();
        var home = Directory.CreateTempSubdirectory("byline-feeds-killed-");
        await using var discord = await DiscordEmulator.StartAsync(new DiscordEmulatorOptions(), Stop);
        discord.AddBot();
        await using var web = await FeedWeb.StartAsync(TimeProvider.System, Stop);
        var database = await FollowAsync(home, web);
        var random = new Random(seed);
        var stage = new Stage();
        for (var feed = 0; feed < Feeds; feed++)
            web.Play("127.0.0.1", $"/{feed}", stage.Play(feed));

        for (var kill = 0; kill < kills; kill++)
        {
            await MakeDueAsync(database);
            var killed = stage.KillAfter(
                answers: random.Next(1, Feeds + 1),
                TimeSpan.FromMilliseconds(random.Next(LongestMilliseconds))
            );
            using var bot = Start(home, discord, web, stage);
            try
            {
                await killed.WaitAsync(Patience, Stop);
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException($"It was not killed:\n{string.Join('\n', bot.Log)}", late);
            }
        }

        await MakeDueAsync(database);
        using (var bot = Start(home, discord, web, stage))
        {
            await UntilVisitedAsync(database);
            await bot.StopAsync(Stop);
        }

        await using var connection = await database.OpenAsync(Stop);
        var filed = (
            await connection.QueryAsync<string>(
                "SELECT a.title FROM feed_items i JOIN articles a ON a.id = i.article WHERE a.withdrawn_at IS NULL"
            )
        ).ToList();
        var articles = (
            await connection.QueryAsync<string>("SELECT title FROM articles WHERE origin LIKE 'feed:%'")
        ).ToList();
        output.WriteLine($"{kills} kills (seed {seed}), {stage.Shown.Count} items shown, {filed.Count} filed");
        Assert.Equal(stage.Shown.Order(StringComparer.Ordinal), filed.Order(StringComparer.Ordinal));
        Assert.Equal(stage.Shown.Order(StringComparer.Ordinal), articles.Order(StringComparer.Ordinal));
        home.Delete(recursive: true);
    }

    private static async Task<Database> FollowAsync(DirectoryInfo home, FeedWeb web)
    {
        home.CreateSubdirectory("seeds");
        home.CreateSubdirectory("data");
        var database = new Database(
            new StoreOptions { Connection = $"Data Source={BotProgram.StoreOf(home)};Pooling=False" }
        );
        await database.MigrateAsync(Stop);
        await new FeedBook(database, TimeProvider.System).FollowAsync(
            [
                .. Enumerable
                    .Range(0, Feeds)
                    .Select(i => new FollowOrder(Chat, web.At("127.0.0.1", $"/{i}"), "discord:7")),
            ],
            Stop
        );
        return database;
    }

    private static BotProgram Start(DirectoryInfo home, DiscordEmulator discord, FeedWeb web, Stage stage)
    {
        var bot = BotProgram.Start(
            BotProgram.UnderTest,
            home,
            discord,
            ("Feeds:AllowHosts", $"127.0.0.1:{web.Port.ToString(CultureInfo.InvariantCulture)}")
        );
        stage.Bot = bot;
        return bot;
    }

    private static async Task MakeDueAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Stop);
        await connection.ExecuteAsync("UPDATE feeds SET next_check = '2026-01-01T00:00:00.000Z', last_check = NULL");
    }

    private static async Task UntilVisitedAsync(Database database)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(Patience);
        await using var connection = await database.OpenAsync(Stop);
        while (await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM feeds WHERE last_check IS NULL") > 0)
            await Task.Delay(BetweenLooks, limit.Token);
    }

    /// <summary>Feeds that have something new at each visit, and the moment at which the visitor dies.</summary>
    private sealed class Stage
    {
        private readonly Lock gate = new();
        private readonly int[] shown = new int[Feeds];
        private TaskCompletionSource? killed;
        private TimeSpan delay;
        private int left;

        public BotProgram? Bot { get; set; }

        /// <summary>The titles of all items that any answer held.</summary>
        public HashSet<string> Shown { get; } = new(StringComparer.Ordinal);

        public Task KillAfter(int answers, TimeSpan wait)
        {
            lock (gate)
            {
                killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                (left, delay) = (answers, wait);
                return killed.Task;
            }
        }

        public WebPlay Play(int feed) =>
            async scene =>
            {
                await Documents.Of(Write(feed))(scene);
                await scene.Response.CompleteAsync();
                if (IsTheLast() is { } end)
                {
                    await Task.Delay(delay, Stop);
                    Bot!.Kill(); // It asks, so it has been started.
                    end.SetResult();
                }
            };

        private TaskCompletionSource? IsTheLast()
        {
            lock (gate)
            {
                if (killed is null || --left > 0)
                    return null;
                var end = killed;
                killed = null;
                return end;
            }
        }

        private string Write(int feed)
        {
            lock (gate)
            {
                shown[feed] += NewAtEachVisit;
                var items = Enumerable.Range(0, shown[feed]).TakeLast(ItemsInFeed).Select(i => Item(feed, i)).ToList();
                return $"<rss version='2.0'><channel><title>Feed {feed}</title>{string.Concat(items)}</channel></rss>";
            }
        }

        private string Item(int feed, int number)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"Story {number} of feed {feed}");
            Shown.Add(title);
            return $"<item><guid>{feed}-{number}</guid><title>{title}</title><description>The council of ward {feed} met. It voted {number} times.</description></item>";
        }
    }
}
