using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Polling;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Benchmarks;

/// <summary>
/// Ten thousand feeds that have news often enough to be visited every ten minutes, for an hour of a clock that runs ten times
/// as fast: how late they are visited, how many answers are "not modified", what the process holds and how much of a core it takes.
/// What is new is analysed as it comes.
/// </summary>
internal static class FeedsPolling
{
    private const int Hosts = 5_000;
    private const int FeedsOfHost = 2;
    private const int InChat = 200;
    private const int Speed = 10;

    /// <summary>In which the feeds are added, one after the other; the hour begins behind it.</summary>
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(60);

    /// <summary>Of the fast clock; a second of a real pause between two requests to a host is ten of it.</summary>
    private static readonly TimeSpan LatestVisit = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    public static async Task<int> MeasureAsync()
    {
        var home = Directory.CreateTempSubdirectory("byline-polling-");
        using var town = StartTown(out var port);
        await town.StandardOutput.ReadLineAsync();
        var time = new FastClock(Speed);
        await using var services = Services(home, time);
        var database = services.GetRequiredService<Database>();
        await database.MigrateAsync(CancellationToken.None);
        await FollowAsync(services.GetRequiredService<FeedBook>(), port);
        var rounds = services.GetServices<IHostedService>().ToList();
        foreach (var round in rounds)
            await round.StartAsync(CancellationToken.None);

        var start = time.GetUtcNow();
        Tally? before = null;
        var (cpu, worst, memory) = (TimeSpan.Zero, TimeSpan.Zero, new List<long>());
        Console.WriteLine("minute   visits   not modified   at once   late s (most so far)   MB   heap MB   articles");
        for (var next = TimeSpan.Zero; time.GetUtcNow() - start < Beginning + Hour; )
        {
            await Task.Delay(BetweenLooks);
            var now = time.GetUtcNow() - start;
            if (now >= Beginning && before is null)
                (before, cpu) = (await TallyAsync(town), Cpu());
            if (now >= Beginning)
            {
                var late = await LateAsync(database, time);
                worst = late > worst ? late : worst;
                memory.Add(Environment.WorkingSet / 1024 / 1024);
            }

            if (now < next)
                continue;
            next += TimeSpan.FromMinutes(10);
            var tally = await TallyAsync(town);
            var articles = await services.GetRequiredService<ArticleStore>().CountAllAsync(CancellationToken.None);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{now.TotalMinutes, 6:0} {tally.Asked, 8} {tally.Unchanged, 14} {tally.MostAtOnce, 9} {worst.TotalSeconds, 22:0.0} {Environment.WorkingSet / 1024 / 1024, 4} {GC.GetTotalMemory(forceFullCollection: false) / 1024 / 1024, 9} {articles, 10}"
                )
            );
        }

        var end = await TallyAsync(town);
        var used = Cpu() - cpu;
        foreach (var round in rounds)
            await round.StopAsync(CancellationToken.None);
        var (asked, unchanged) = (end.Asked - before!.Asked, end.Unchanged - before.Unchanged); // The hour has begun.
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"in the hour: {asked} visits, {100.0 * unchanged / asked:0.0} % not modified, at most {end.MostAtOnce} at once to a host, at most {worst.TotalSeconds:0.0} s late, {memory[0]} MB at its start, {memory.Max()} at most, {memory[^1]} at its end; {used.TotalSeconds:0.0} s of processor time, {100 * used / Hour:0.0} % of a core"
            )
        );
        town.StandardInput.Close();
        await town.WaitForExitAsync();
        home.Delete(recursive: true);
        return end.MostAtOnce == 1 && memory.Max() < 300 && unchanged >= 0.9 * asked && worst < LatestVisit ? 0 : 1;
    }

    private static ServiceProvider Services(DirectoryInfo home, TimeProvider time) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddStorage(new StoreOptions { Connection = $"Data Source={home.FullName}/bot.db" })
            .AddArticles()
            .AddArticleReading()
            .AddDelivery()
            .AddSingleton(
                new Fetcher(
                    AllowedHosts.Parse(["127.0.0.0/8"]),
                    new Loopback(),
                    new FetchLimits
                    {
                        Deadline = TimeSpan.FromMinutes(5),
                        HeaderPatience = TimeSpan.FromMinutes(5),
                        RateWindow = TimeSpan.FromMinutes(5),
                    },
                    time
                )
            )
            .AddFeedDesk()
            .AddFeedRounds()
            .BuildServiceProvider();

    private static async Task FollowAsync(FeedBook book, int port)
    {
        var orders = Enumerable
            .Range(0, Hosts * FeedsOfHost)
            .Select(i => new FollowOrder(
                new Destination("discord", string.Create(CultureInfo.InvariantCulture, $"{i / InChat}")),
                new Uri(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"http://h{i / FeedsOfHost}.example:{port}/feed{i % FeedsOfHost}.xml"
                    )
                ),
                string.Create(CultureInfo.InvariantCulture, $"discord:{i / InChat}")
            )
            {
                Delay = Beginning * i / (Hosts * FeedsOfHost),
            });
        foreach (var some in orders.Chunk(InChat))
            await book.FollowAsync(some, CancellationToken.None);
    }

    /// <summary>How long ago the feed was due that has waited longest and is not being visited.</summary>
    private static async Task<TimeSpan> LateAsync(Database database, TimeProvider time)
    {
        await using var connection = await database.OpenRelaxedAsync(CancellationToken.None);
        var due = await connection.ExecuteScalarAsync<string?>("SELECT MIN(next_check) FROM feeds");
        var late = time.GetUtcNow() - DateTimeOffset.Parse(due!, CultureInfo.InvariantCulture); // There are feeds.
        return late > TimeSpan.Zero ? late : TimeSpan.Zero;
    }

    private static Process StartTown(out int port)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var program = Path.Combine(AppContext.BaseDirectory, "Bot.Benchmarks.dll");
        return Process.Start(
                new ProcessStartInfo("dotnet", [program, "feeds-town", port.ToString(CultureInfo.InvariantCulture)])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException($"{program} did not start");
    }

    private static async Task<Tally> TallyAsync(Process town)
    {
        await town.StandardInput.WriteLineAsync();
        await town.StandardInput.FlushAsync();
        var line =
            await town.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The town has ended.");
        var numbers = line.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new Tally(numbers[0], numbers[1], numbers[2]);
    }

    private static TimeSpan Cpu()
    {
        using var me = Process.GetCurrentProcess();
        return me.TotalProcessorTime;
    }

    private sealed record Tally(int Asked, int Unchanged, int MostAtOnce);

    private sealed class Loopback : IHostLookup
    {
        public Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]);
    }

    /// <summary>Real time, so many times as fast, from a morning on.</summary>
    private sealed class FastClock(int speed) : TimeProvider
    {
        private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        private readonly long began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => Morning + System.GetElapsedTime(began) * speed;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Faster(dueTime), Faster(period));

        private TimeSpan Faster(TimeSpan wait) => wait <= TimeSpan.Zero ? wait : wait / speed;
    }
}
