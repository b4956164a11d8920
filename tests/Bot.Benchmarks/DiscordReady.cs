using System.Globalization;
using System.Text.Json;
using Bot.Discord.Api;
using Bot.Discord.Gateway;
using Bot.Emulators.Programs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>
/// The bot's own connections against an emulated Discord that is a process of its own: how long it takes until every
/// shard is ready and has read of each of its servers (20 channels and 12 roles each), and what this process holds of
/// memory at most. Discord lets one shard identify every five seconds, so that four take sixteen at least.
/// </summary>
internal static class DiscordReady
{
    private const string Header =
        "run            servers  shards   all ready s   all servers s   MB read   peak MB   allocated MB";

    private const int Seed = 7;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> MeasureAsync()
    {
        Console.WriteLine(Header);
        var isOne = await RunAsync("one shard", 2_500, 1, mostSeconds: 10, mostMegabytes: 400);
        var isAll = await RunAsync("four shards", 10_000, 4, mostSeconds: 30, mostMegabytes: 400);
        return isOne && isAll ? 0 : 1;
    }

    private static async Task<bool> RunAsync(
        string name,
        int servers,
        int shards,
        double mostSeconds,
        double mostMegabytes
    )
    {
        using var discord = await DiscordProcess.StartAsync(servers, shards);
        await using var services = Services(discord.ApiUrl);
        var fleet = new GatewayFleet(
            services.GetRequiredService<DiscordClient>(),
            DiscordProcess.Token,
            () => new GatewayWebSocket(DiscordProcess.UserAgent),
            TimeProvider.System,
            new Random(Seed),
            NullLoggerFactory.Instance
        );
        using var over = new CancellationTokenSource(Patience);
        var allocated = GC.GetTotalAllocatedBytes();
        var began = TimeProvider.System.GetTimestamp();
        var running = fleet.RunAsync(over.Token);
        var (ready, seen, bytes, readyAfter) = (0, new HashSet<string>(StringComparer.Ordinal), 0L, TimeSpan.Zero);
        await foreach (var happened in fleet.ReadAsync(CancellationToken.None))
        {
            bytes += happened.Body.Length;
            if (happened.Name == "READY" && ++ready == shards)
                readyAfter = TimeProvider.System.GetElapsedTime(began);
            if (happened.Name == "GUILD_CREATE")
                seen.Add(IdOf(happened));
            if (ready == shards && seen.Count == servers)
                break;
        }

        var after = TimeProvider.System.GetElapsedTime(began);
        var (peak, all) = (
            Megabytes(1024 * ProcessMemory.PeakKilobytes(Environment.ProcessId)),
            Megabytes(GC.GetTotalAllocatedBytes() - allocated)
        );
        await over.CancelAsync();
        await running;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -14} {seen.Count, 7} {ready, 7} {readyAfter.TotalSeconds, 13:0.0} {after.TotalSeconds, 15:0.0} {Megabytes(bytes), 9:0.0} {peak, 9:0.0} {all, 14:0.0}"
            )
        );
        return seen.Count == servers && after.TotalSeconds <= mostSeconds && peak <= mostMegabytes;
    }

    private static ServiceProvider Services(Uri apiUrl) =>
        new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new Random(Seed))
            .AddLogging()
            .AddDiscordApi(
                new DiscordAccess(DiscordProcess.Token) { UserAgent = DiscordProcess.UserAgent, ApiUrl = apiUrl }
            )
            .BuildServiceProvider();

    /// <summary>Reads all of it, and keeps nothing else.</summary>
    private static string IdOf(GatewayEvent created)
    {
        using var guild = JsonDocument.Parse(created.Body);
        return guild.RootElement.GetProperty("id").GetString() ?? "";
    }

    private static double Megabytes(long bytes) => bytes / 1024.0 / 1024.0;
}
