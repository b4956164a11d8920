using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Emulators.Desk;
using Bot.Emulators.Programs;
using Bot.Emulators.Telegram;
using Bot.Emulators.Telegram.Faults;
using Bot.Telegram.Api;
using Bot.Tests.Digests.Kills;
using Bot.Tests.Hosting;

namespace Bot.Tests.Telegram.Kills;

/// <summary>
/// Digests to many chats, and the bot's process killed at every step of their way: see <see cref="PowerCuts"/>. Telegram
/// does not know a post again, so one whose fate nobody knows is not repeated but listed.
/// </summary>
public sealed partial class DigestKillTests(ITestOutputHelper output)
{
    private const int Chats = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_to_fifty_chats_comes_once_to_each_or_is_listed_though_the_bot_is_killed_again_and_again()
    {
        var order = KillOrder.Given();
        var home = Directory.CreateTempSubdirectory("byline-digest-killed-");
        await using var telegram = await TelegramEmulator.StartAsync(
            new TelegramEmulatorOptions { LongestWait = TimeSpan.FromMinutes(2) },
            Cancellation
        );
        var stage = new Stage(telegram);
        var circulation = new Circulation(home, stage.Doorsteps);
        var cuts = new PowerCuts(home, stage, circulation, new Random(order.Seed));

        await cuts.RunAsync(order.Kills, Cancellation);

        var tally = await DigestTally.TakeAsync(circulation, Cancellation);
        var listed = await stage.ListedAsync(home, tally.Unknown);
        output.WriteLine($"{order}: {cuts}; {tally}, {listed.Count} listed");
        Assert.InRange(cuts.OnTheWay, 1, order.Kills);
        Assert.Empty(tally.Lost);
        Assert.Empty(tally.Doubled);
        Assert.Equal(tally.Unknown.Select(u => u.Id).Order(), listed.Order());
        Assert.Empty(telegram.Refusals);
        home.Delete(recursive: true);
    }

    private sealed partial class Stage : IKillStage
    {
        private readonly TelegramEmulator telegram;
        private readonly List<Chat> chats;

        public Stage(TelegramEmulator telegram)
        {
            this.telegram = telegram;
            var bot = telegram.AddBot();
            chats =
            [
                .. Enumerable.Range(1, Chats).Select(i => telegram.AddPerson($"Reader {i}", "en").PrivateChatWith(bot)),
            ];
            Doorsteps =
            [
                .. chats.Select(c => new Doorstep(TelegramAddress.Of(c.Id), () => c.BotMessages.Select(m => m.Text))),
            ];
        }

        public IReadOnlyList<Doorstep> Doorsteps { get; }

        public BotProgram Start(DirectoryInfo home) => BotProgram.Start(BotProgram.UnderTest, home, telegram);

        public void Strike(Random random, int posts, Action fall)
        {
            var isPost = random.Next(10) > 0;
            telegram.Faults.Add(
                isPost ? "sendMessage" : "getMe",
                new Fault.Blow((BlowMoment)random.Next(3), fall),
                after: isPost ? random.Next(posts) : 0
            );
        }

        public void Spare() => telegram.Faults.Clear();

        /// <summary>
        /// Asks in every chat with such a post what is in trouble there; the list has the newest, and the older ones
        /// once somebody has said that those are there.
        /// </summary>
        /// <returns>The numbers of the posts that are listed.</returns>
        public async Task<IReadOnlyList<long>> ListedAsync(DirectoryInfo home, IReadOnlyList<UnknownPost> unknown)
        {
            using var bot = Start(home);
            var listed = await Task.WhenAll(
                chats.Select(async chat =>
                {
                    var expected = unknown.Count(u => u.Place == TelegramAddress.Of(chat.Id));
                    var found = new HashSet<long>();
                    while (found.Count < expected)
                    {
                        var now = await ListAsync(chat);
                        if (now.All(found.Contains))
                            break;
                        found.UnionWith(now);
                        if (found.Count < expected)
                            foreach (var post in now)
                                await AskAsync(chat, $"/digest sent {post}");
                    }

                    return found;
                })
            );
            await bot.StopAsync(Cancellation);
            return [.. listed.SelectMany(l => l)];
        }

        private static async Task<IReadOnlyList<long>> ListAsync(Chat chat) =>
            [
                .. NumberOfPost()
                    .Matches((await AskAsync(chat, "/digest list")).Text)
                    .Select(m =>
                        long.Parse(
                            m.Groups["number"].ValueSpan,
                            NumberStyles.AllowThousands,
                            CultureInfo.InvariantCulture
                        )
                    ),
            ];

        // A private chat has a person.
        private static Task<Message> AskAsync(Chat chat, string text) => TelegramDesk.AskAsync(chat.With!, chat, text);

        [GeneratedRegex(@"Post (?<number>\d[\d,]*),", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex NumberOfPost();
    }
}
