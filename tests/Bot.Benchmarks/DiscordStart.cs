using System.Globalization;
using Bot.Emulators.Programs;

namespace Bot.Benchmarks;

/// <summary>
/// A published bot that starts against an emulated Discord with many servers (20 channels and 12 roles each): from the
/// start of its process to the last server's news on its sockets, and to an answer in a server of every shard; and the
/// memory that it had at most. Discord lets one shard identify every five seconds, so that four take sixteen at least.
/// </summary>
internal static class DiscordStart
{
    private const string Header = "run            servers  shards   all servers s   all answer s   peak MB";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public static async Task<int> MeasureAsync(string program)
    {
        Console.WriteLine(Header);
        var isOne = await RunAsync(program, "one shard", 2_500, 1, mostSeconds: 10);
        var isAll = await RunAsync(program, "four shards", 10_000, 4, mostSeconds: 30);
        return isOne && isAll ? 0 : 1;
    }

    private static async Task<bool> RunAsync(string program, string name, int servers, int shards, double mostSeconds)
    {
        const double mostMegabytes = 400;
        var home = Directory.CreateTempSubdirectory("byline-start-");
        try
        {
            SeedFiles.CopyTo(home.CreateSubdirectory("seeds"));
            using var discord = await DiscordProcess.StartAsync(servers, shards);
            var began = TimeProvider.System.GetTimestamp();
            using var bot = BotProgram.Start(
                program,
                home,
                [("Discord:Token", DiscordProcess.Token), ("Discord:ApiUrl", $"{discord.ApiUrl}")]
            );
            // Each session begins with READY, and tells of each server then.
            while ((await discord.OrderAsync("sessions")).GetProperty("events").GetInt64() < shards + servers)
                await Task.Delay(BetweenLooks);
            var toldAfter = TimeProvider.System.GetElapsedTime(began);
            // The servers' numbers go round the shards: the last ones are one of each.
            await Task.WhenAll(discord.Channels.TakeLast(shards).Select(discord.FirstAnswerAsync));
            var answeredAfter = TimeProvider.System.GetElapsedTime(began);
            var peak = bot.PeakKilobytes() / 1024.0;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -14} {servers, 7} {shards, 7} {toldAfter.TotalSeconds, 15:0.0} {answeredAfter.TotalSeconds, 14:0.0} {peak, 9:0.0}"
                )
            );
            return answeredAfter.TotalSeconds <= mostSeconds && peak <= mostMegabytes;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}
