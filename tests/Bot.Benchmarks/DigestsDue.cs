using System.Diagnostics;
using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Feeds.Polling;
using Bot.Core.Storage;
using Bot.Core.Stories;
using Bot.Emulators.Programs;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Benchmarks;

/// <summary>
/// Ten thousand places whose digests are due in the same minute, each with its own choice of twenty of fifty feeds that
/// have 200 new stories: how long until all are in the outbox, what the process holds, how long people wait for an
/// answer meanwhile; then how fast they are delivered at Discord's pace.
/// </summary>
internal static class DigestsDue
{
    private const int Places = 10_000;
    private const int Feeds = 50;
    private const int OfPlace = 20;
    private const int NewStories = 200;
    private const int StoriesBefore = 100;

    private static readonly TimeSpan BetweenAsks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Delivering = TimeSpan.FromSeconds(30);

    private static readonly string Fill = $"""
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Feeds})
        INSERT INTO feeds (id, url, title, added, next_check) SELECT i, 'https://f' || i || '.example/', 'Feed ' || i, '', '' FROM n;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Places}),
          m (j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM m WHERE j < {OfPlace} - 1)
        INSERT OR IGNORE INTO follows (chat, feed, place, added, added_by)
        SELECT 'discord:' || i, 1 + (i * 7 + j * (1 + i % 7)) % {Feeds}, '', '', '' FROM n CROSS JOIN m;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Places})
        INSERT INTO digests (destination, name, name_key, at, days, zone, size, made_by, made)
        SELECT 'discord:' || i || '/1', 'Morning digest', 'MORNING DIGEST', '07:30', 'daily', 'UTC',
          CASE i % 3 WHEN 0 THEN 'brief' WHEN 1 THEN 'normal' ELSE 'full' END, 'discord:1', ''
        FROM n;
        """;

    /// <param name="file">JSON Lines of objects with a "text".</param>
    public static async Task<int> MeasureAsync(string file)
    {
        var home = Directory.CreateTempSubdirectory("byline-due-");
        try
        {
            var clock = new JumpingClock(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
            var platform = new PacedPaper();
            await using var desk = Services(home, clock, platform);
            await desk.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
            await ExecuteAsync(desk, Fill);
            var texts = ArticleTexts.Read(file).Take(StoriesBefore + NewStories).ToList();
            await RunAsync(desk); // From now on they are owed.

            await FileAsync(desk, texts[..StoriesBefore], 0);
            clock.JumpTo(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
            await MeasureRoundAsync(desk, $"first digests, {StoriesBefore} stories");
            await ExecuteAsync(desk, "UPDATE outbox SET state = 'sent'");

            await FileAsync(desk, texts[StoriesBefore..], StoriesBefore);
            clock.JumpTo(new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero));
            var (took, memory) = await MeasureRoundAsync(desk, $"{texts.Count - StoriesBefore} new stories");
            await DeliverAsync(desk, platform);
            return took < TimeSpan.FromSeconds(10) && memory < 400 ? 0 : 1;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task<(TimeSpan Took, long Megabytes)> MeasureRoundAsync(ServiceProvider desk, string what)
    {
        using var over = new CancellationTokenSource();
        var waits = AskAsync(desk, over.Token);
        var (watch, cpu) = (Stopwatch.StartNew(), Cpu());
        var outcomes = await RunAsync(desk);
        var took = watch.Elapsed;
        var used = Cpu() - cpu;
        await over.CancelAsync();
        var asked = await waits;
        var memory = ProcessMemory.PeakKilobytes(Environment.ProcessId) / 1024;
        asked.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {outcomes.Count(o => o is DigestOutcome.Owed)} digests of {outcomes.OfType<DigestOutcome.Owed>().Average(o => o.Articles):0.0} articles queued in {took.TotalSeconds:0.00} s ({used.TotalSeconds:0.00} s of processor time), {memory} MB at most; {asked.Count} answers meanwhile, p50 {asked[asked.Count / 2]:0} ms, p99 {asked[asked.Count * 99 / 100]:0} ms"
            )
        );
        if (outcomes.Any(o => o is not DigestOutcome.Owed))
            throw new InvalidOperationException("Some place has no digest.");
        return (took, memory);
    }

    private static async Task<IReadOnlyList<DigestOutcome>> RunAsync(ServiceProvider desk)
    {
        var plan = await desk.GetRequiredService<DigestBook>().ReadAsync(CancellationToken.None);
        return await Task.Run(() =>
            desk.GetRequiredService<DigestRound>().RunAsync(plan.Digests, CancellationToken.None)
        );
    }

    /// <summary>Somebody asks something all the time, at one place after the other.</summary>
    private static async Task<List<double>> AskAsync(ServiceProvider desk, CancellationToken over)
    {
        string[] lines = ["/latest", "/quotes", "/summary", "/who"];
        var asker = new Asker("1", "Ann", Standing.Administrator, CultureInfo.GetCultureInfo("en"));
        var waits = new List<double>();
        for (var i = 1; !over.IsCancellationRequested; i++)
        {
            var place = new Destination("discord", string.Create(CultureInfo.InvariantCulture, $"{i}/1"));
            var watch = Stopwatch.StartNew();
            await desk.GetRequiredService<CommandDesk>()
                .AnswerAsync(lines[i % lines.Length], asker, place, CancellationToken.None);
            waits.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(BetweenAsks, CancellationToken.None);
        }

        return waits;
    }

    private static async Task DeliverAsync(ServiceProvider desk, PacedPaper platform)
    {
        var courier = desk.GetServices<IHostedService>().OfType<CourierRounds>().Single();
        var (watch, cpu) = (Stopwatch.StartNew(), Cpu());
        await courier.StartAsync(CancellationToken.None);
        await Task.Delay(Delivering);
        var (posted, took, used) = (platform.Posted, watch.Elapsed, Cpu() - cpu);
        await courier.StopAsync(CancellationToken.None);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"delivered {posted} messages in {took.TotalSeconds:0.0} s: {posted / took.TotalSeconds:0.0} a second of {PacedPaper.PerSecond} that the pace allows; {100 * used / took:0} % of a core"
            )
        );
    }

    /// <summary>Each article in one to three of the feeds, read, and put to its story, as happens when one comes.</summary>
    private static async Task FileAsync(ServiceProvider desk, List<string> texts, int from)
    {
        var store = desk.GetRequiredService<ArticleStore>();
        for (var i = from; i < from + texts.Count; i++)
        {
            var origin = string.Create(CultureInfo.InvariantCulture, $"feed:{i}");
            var text = texts[i - from];
            await desk.GetRequiredService<ArticleIntake>()
                .FileAsync(
                    origin,
                    [
                        new ArticleCopy(
                            $"Outlet {i % Feeds}",
                            text.Split('\n')[0] is { Length: < 200 } line ? line : text[..100],
                            HasOwnTitle: true,
                            Url: null,
                            Author: null,
                            Published: null,
                            text
                        ),
                    ],
                    CancellationToken.None
                );
            await ExecuteAsync(
                desk,
                $"""
                INSERT INTO feed_items (feed, key, origin, article, prints, first_seen, last_seen, fate)
                SELECT f.id, a.id, a.id || '/' || f.id, a.id, '', a.first_seen, a.first_seen, 'taken'
                FROM articles a CROSS JOIN feeds f
                WHERE a.origin = '{origin}' AND f.id IN (1 + {i} % {Feeds}, 1 + {i} * 3 % {Feeds}, 1 + {i} * 11 % {Feeds})
                """
            );
        }

        foreach (var article in await store.LatestAsync(Audience.Desk, texts.Count, 0, CancellationToken.None))
            await store.ReadAsync(article, CancellationToken.None);
        await desk.GetRequiredService<StoryDesk>().PlaceWaitingAsync(CancellationToken.None);
    }

    private static async Task ExecuteAsync(ServiceProvider desk, string sql)
    {
        await using var connection = await desk.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }

    private static TimeSpan Cpu()
    {
        using var me = Process.GetCurrentProcess();
        return me.TotalProcessorTime;
    }

    private static ServiceProvider Services(DirectoryInfo home, TimeProvider time, IChatPlatform platform) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(platform)
            .AddStorage(new StoreOptions { Connection = $"Data Source={home.FullName}/bot.db" })
            .AddArticles()
            .AddDelivery()
            .AddDeliveryRounds()
            .AddDigests([])
            .AddFeedDesk()
            .AddCommands()
            .BuildServiceProvider();

    /// <summary>Runs as the real one does, from where it was set.</summary>
    private sealed class JumpingClock(DateTimeOffset start) : TimeProvider
    {
        private (DateTimeOffset Instant, long Stamp) set = (start, System.GetTimestamp());

        public override DateTimeOffset GetUtcNow() => set.Instant + System.GetElapsedTime(set.Stamp);

        public void JumpTo(DateTimeOffset instant) => set = (instant, System.GetTimestamp());
    }

    /// <summary>A platform with Discord's pace that takes every post.</summary>
    private sealed class PacedPaper : IChatPlatform
    {
        public const int PerSecond = 50;

        private static readonly Pace OfDiscord = new(PerSecond, TimeSpan.FromSeconds(1), 5, null);

        private int posted;

        public string Name => "discord";

        public int Posted => Volatile.Read(ref posted);

        public Pace? PaceOf(Destination destination) => OfDiscord;

        public Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation) =>
            Task.FromResult<PostOutcome>(
                new PostOutcome.Sent([Interlocked.Increment(ref posted).ToString(CultureInfo.InvariantCulture)])
            );

        public IAsyncEnumerable<InboundEvent> ReadEventsAsync(CancellationToken cancellation) =>
            AsyncEnumerable.Empty<InboundEvent>();

        public Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation) =>
            Task.FromResult<string?>(null);
    }
}
