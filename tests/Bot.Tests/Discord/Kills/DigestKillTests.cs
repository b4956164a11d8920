using Bot.Emulators.Desk;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Bot.Emulators.Programs;
using Bot.Tests.Digests.Kills;
using Bot.Tests.Hosting;

namespace Bot.Tests.Discord.Kills;

/// <summary>Digests to many channels, and the bot's process killed at every step of their way: see <see cref="PowerCuts"/>.</summary>
public sealed class DigestKillTests(ITestOutputHelper output)
{
    private const int Channels = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_to_fifty_channels_comes_once_to_each_though_the_bot_is_killed_again_and_again()
    {
        var order = KillOrder.Given();
        var home = Directory.CreateTempSubdirectory("byline-digest-killed-");
        await using var discord = await DiscordEmulator.StartAsync(
            new DiscordEmulatorOptions { LongestWait = TimeSpan.FromMinutes(2) },
            Cancellation
        );
        var stage = new Stage(discord);
        var circulation = new Circulation(home, stage.Doorsteps);
        var cuts = new PowerCuts(home, stage, circulation, new Random(order.Seed));

        await cuts.RunAsync(order.Kills, Cancellation);

        var tally = await DigestTally.TakeAsync(circulation, Cancellation);
        output.WriteLine($"{order}: {cuts}; {tally}");
        Assert.InRange(cuts.OnTheWay, 1, order.Kills);
        Assert.Empty(tally.Lost);
        Assert.Empty(tally.Doubled);
        Assert.Empty(discord.Refusals);
        home.Delete(recursive: true);
    }

    private sealed class Stage : IKillStage
    {
        private readonly DiscordEmulator discord;

        public Stage(DiscordEmulator discord)
        {
            this.discord = discord;
            discord.AddBot();
            var guild = discord.AddGuild("The server", discord.AddPerson("Ann"));
            Doorsteps =
            [
                .. Enumerable
                    .Range(1, Channels)
                    .Select(i => guild.AddTextChannel($"news-{i}"))
                    .Select(c => new Doorstep(
                        DiscordDesk.PlaceOf(c),
                        () => DiscordDesk.Posts(c).Select(TranscriptText.Of)
                    )),
            ];
        }

        public IReadOnlyList<Doorstep> Doorsteps { get; }

        public BotProgram Start(DirectoryInfo home) => BotProgram.Start(BotProgram.UnderTest, home, discord);

        public void Strike(Random random, int posts, Action fall) =>
            discord.Faults.Add(
                random.Next(10) < 2 ? "GET /channels/{channel_id}" : "POST /channels/{channel_id}/messages",
                new Fault.Blow((BlowMoment)random.Next(3), fall),
                after: random.Next(posts)
            );

        public void Spare() => discord.Faults.Clear();
    }
}
