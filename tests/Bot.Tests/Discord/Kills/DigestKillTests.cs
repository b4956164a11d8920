using System.Globalization;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Bot.Emulators.Programs;
using Dapper;

namespace Bot.Tests.Discord.Kills;

/// <summary>
/// The bot's process is killed at a moment of its posting that a seed chooses, and started again on the store that it
/// left, until every channel has its digest; then the next one is planned. BOT_KILLS says how often, BOT_KILL_SEED
/// where it begins.
/// </summary>
public sealed class DigestKillTests(ITestOutputHelper output)
{
    private const int Channels = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_to_fifty_channels_comes_once_to_each_though_the_bot_is_killed_again_and_again()
    {
        var (kills, seed) = (Number("BOT_KILLS", 20), Number("BOT_KILL_SEED", 4711));
        var home = Directory.CreateTempSubdirectory("byline-digest-killed-");
        await using var discord = await DiscordEmulator.StartAsync(
            new DiscordEmulatorOptions { LongestWait = Patience },
            Cancellation
        );
        var circulation = new Circulation(home, discord, Channels);
        var random = new Random(seed);

        for (var kill = 0; kill < kills; kill++)
        {
            if (circulation.Lacking == 0)
            {
                await PostTheRestAsync(home, discord, circulation);
                await circulation.PlanAsync(Cancellation);
            }

            await KillOnceAsync(home, discord, circulation, random);
        }

        await PostTheRestAsync(home, discord, circulation);

        var tally = await DigestTally.TakeAsync(circulation, Cancellation);
        output.WriteLine($"{kills} kills (seed {seed}), {tally}");
        Assert.Empty(tally.Lost);
        Assert.Empty(tally.Doubled);
        Assert.Empty(discord.Refusals);
        home.Delete(recursive: true);
    }

    private static async Task KillOnceAsync(
        DirectoryInfo home,
        DiscordEmulator discord,
        Circulation circulation,
        Random random
    )
    {
        BotProgram? bot = null;
        var open = await circulation.OpenAsync(Cancellation);
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        discord.Faults.Add(
            random.Next(10) < 2 ? "GET /channels/{channel_id}" : "POST /channels/{channel_id}/messages",
            new Fault.Blow(
                (BlowMoment)random.Next(3),
                () =>
                {
                    bot!.Kill(); // It calls, so it has been started.
                    killed.SetResult();
                }
            ),
            after: random.Next(open)
        );
        using (bot = BotProgram.Start(Path.Combine(AppContext.BaseDirectory, "Bot.dll"), home, discord))
        {
            try
            {
                await killed.Task.WaitAsync(Patience, Cancellation);
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException($"It was not killed:\n{string.Join('\n', bot.Log)}", late);
            }
        }
    }

    /// <summary>Until nothing waits to be posted any more: a channel where something does is spared the next digest.</summary>
    private static async Task PostTheRestAsync(DirectoryInfo home, DiscordEmulator discord, Circulation circulation)
    {
        if (circulation.Names.Count == 0)
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        using var bot = BotProgram.Start(Path.Combine(AppContext.BaseDirectory, "Bot.dll"), home, discord);
        while (circulation.Lacking > 0 || await IsPostingAsync(circulation))
            await Task.Delay(BetweenLooks, limit.Token);
        await bot.StopAsync(Cancellation);
    }

    private static async Task<bool> IsPostingAsync(Circulation circulation)
    {
        await using var connection = await circulation.Database.OpenAsync(Cancellation);
        return await connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending'))"
        );
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var given)
            ? given
            : usual;
}
