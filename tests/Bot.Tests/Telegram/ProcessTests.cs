using Bot.Core.Commands;
using Bot.Emulators.Programs;
using Bot.Emulators.Telegram;
using Bot.Tests.Commands;
using Bot.Tests.Snapshots;
using Bot.Verbs;

namespace Bot.Tests.Telegram;

/// <summary>The bot as its operator runs it: a process that is asked every command in every kind of chat.</summary>
public sealed class ProcessTests
{
    private static readonly string[] Lines =
    [
        "/help",
        "/about",
        "/latest",
        "/summary",
        "/quotes",
        "/who",
        "/who putin",
        "/search ceasefire",
        "/read",
        "/story",
        "/filter",
        "/topic",
        "/settings",
        "/export",
        "/import",
        "/feed list",
        "/feed packs",
        "/feed add zeppelin",
        "/digest list",
        "/digest add at:07:30 zone:UTC",
        "/digest preview",
        "/digest remove",
        "/forget",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_command_is_answered_in_every_kind_of_chat()
    {
        var home = Directory.CreateTempSubdirectory("byline-process-");
        var seeds = home.CreateSubdirectory("seeds");
        foreach (var seed in new DirectoryInfo(Path.Combine(ProjectRoot.Path, "seeds")).EnumerateFiles())
            seed.CopyTo(Path.Combine(seeds.FullName, seed.Name));
        await using var telegram = await TelegramEmulator.StartAsync(
            new TelegramEmulatorOptions { LongestWait = TimeSpan.FromMinutes(2) },
            Cancellation
        );
        var account = telegram.AddBot();
        var ann = telegram.AddPerson("Ann", "en");
        var own = ann.PrivateChatWith(account);
        var group = telegram.AddGroup("The group", ann);
        var supergroup = telegram.AddSupergroup("The supergroup", ann);
        var forum = telegram.AddSupergroup("The forum", ann, isForum: true);
        var channel = telegram.AddChannel("The channel", ann);
        var topic = forum.AddTopic("News");

        using (var bot = BotProgram.Start(BotProgram.UnderTest, home, telegram))
        {
            await account.WaitUntilPollingAsync(Cancellation);
            await AskAsync(own, line => ann.Says(own, line), ["/start"]);
            // What the private chat is told of the channel comes before anything else is asked there.
            ann.Adds(account, channel);
            await own.WaitForBotMessagesAsync(2, Cancellation);
            foreach (var shared in new[] { group, supergroup, forum })
            {
                ann.Adds(account, shared);
                await shared.WaitForBotMessagesAsync(1, Cancellation);
            }

            await Task.WhenAll(
                AskAsync(own, line => ann.Says(own, line), Lines),
                AskAsync(group, line => ann.Says(group, Addressed(line)), Lines),
                AskAsync(supergroup, line => ann.Says(supergroup, Addressed(line)), Lines),
                AskAsync(forum, line => ann.Says(forum, Addressed(line), topic), Lines),
                AskAsync(channel, line => ann.PostsIn(channel, line), Lines)
            );
            Assert.Equal(ExitCodes.Interrupted, await bot.StopAsync(Cancellation));
        }

        foreach (
            var (chat, name) in new[]
            {
                (own, "private"),
                (group, "group"),
                (supergroup, "supergroup"),
                (forum, "topic"),
                (channel, "channel"),
            }
        )
        {
            Snapshot.Match(Undated.Of(TranscriptText.Of(chat)) + "\n", $"telegram-{name}");
            Assert.All(
                chat.BotMessages,
                m => Assert.Empty(m.FoundMentions.Concat(m.FoundHashtags).Concat(m.FoundCashtags))
            );
        }

        Assert.All(forum.BotMessages.Skip(1), m => Assert.Equal(topic, m.Thread));
        Assert.Empty(telegram.Refusals);
        Assert.Empty(telegram.Misprints);
        home.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_command_of_the_catalogue_is_among_those_that_are_asked()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var asked = Lines.Select(l => l.Split(' ')[0].TrimStart('/'));

        Assert.Empty(newsroom.Get<CommandCatalog>().Descriptions.Select(d => d.Name).Except(asked));
    }

    private static async Task AskAsync(Chat chat, Func<string, Message> ask, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            var said = chat.BotMessages.Count;
            ask(line);
            await chat.WaitForBotMessagesAsync(said + 1, Cancellation);
        }
    }

    private static string Addressed(string line) =>
        line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
            ? $"{line[..end]}@byline_bot{line[end..]}"
            : $"{line}@byline_bot";
}
