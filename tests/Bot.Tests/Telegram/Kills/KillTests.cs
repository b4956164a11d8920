using Bot.Emulators.Desk;
using Bot.Emulators.Programs;
using Bot.Emulators.Telegram;
using Bot.Emulators.Telegram.Faults;
using Bot.Tests.Hosting;

namespace Bot.Tests.Telegram.Kills;

/// <summary>
/// The bot's process is killed at a moment of its talk with Telegram that a seed chooses, and started again on the
/// store that it left, while people go on asking. BOT_KILLS says how often, BOT_KILL_SEED where it begins.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Chats = 60;

    /// <summary>Left in chats before each start, so that there is something to lose.</summary>
    private const int AskedBefore = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bot_that_is_killed_again_and_again_loses_no_answer_and_gives_none_twice()
    {
        var (kills, seed) = KillOrder.Given();
        var home = Directory.CreateTempSubdirectory("byline-killed-");
        await File.WriteAllTextAsync(
            Path.Combine(home.CreateSubdirectory("seeds").FullName, "barn.txt"),
            "date 2026-01-02 A barn burned down on Friday. Nobody was hurt.",
            Cancellation
        );
        await using var telegram = await TelegramEmulator.StartAsync(
            new TelegramEmulatorOptions { LongestWait = TimeSpan.FromMinutes(2) },
            Cancellation
        );
        var crowd = new Crowd(telegram, Chats, new Random(seed));
        var random = new Random(seed + 1);

        for (var kill = 0; kill < kills; kill++)
            await KillOnceAsync(home, telegram, crowd, random);
        await AnswerTheRestAsync(home, telegram, crowd);

        var tally = await KillTally.TakeAsync(BotProgram.StoreOf(home), crowd, Cancellation);
        output.WriteLine($"{kills} kills (seed {seed}), {tally}");
        Assert.Empty(tally.Lost);
        Assert.Empty(tally.Doubled);
        Assert.Empty(tally.OutOfOrder);
        Assert.Equal(0, tally.Unsettled);
        home.Delete(recursive: true);
    }

    private static async Task KillOnceAsync(DirectoryInfo home, TelegramEmulator telegram, Crowd crowd, Random random)
    {
        BotProgram? bot = null;
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        for (var i = 0; i < AskedBefore; i++)
            crowd.Ask();
        var (method, calls) = random.Next(10) switch
        {
            0 => ("getMe", 1),
            < 3 => ("getUpdates", 6),
            _ => ("sendMessage", 30),
        };
        telegram.Faults.Add(
            method,
            new Fault.Blow(
                (BlowMoment)random.Next(3),
                () =>
                {
                    bot!.Kill(); // It calls, so it has been started.
                    killed.Cancel();
                }
            ),
            after: random.Next(calls)
        );

        using (bot = BotProgram.Start(BotProgram.UnderTest, home, telegram))
        {
            try
            {
                await crowd.Bot.WaitUntilPollingAsync(killed.Token);
                while (true)
                    await crowd.AskAndWaitAsync(killed.Token);
            }
            catch (OperationCanceledException) when (killed.IsCancellationRequested)
            {
                Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>A last question in each chat: what was asked there before is seen to when it is answered.</summary>
    private static async Task AnswerTheRestAsync(DirectoryInfo home, TelegramEmulator telegram, Crowd crowd)
    {
        using var bot = BotProgram.Start(BotProgram.UnderTest, home, telegram);
        await crowd.AskEverywhereAsync(Cancellation);
        await bot.StopAsync(Cancellation);
        Assert.Equal(0, crowd.Bot.PendingUpdates);
    }
}
