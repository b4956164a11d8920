using System.Globalization;
using Bot.Core.Commands;
using Bot.Emulators.Discord;
using Bot.Emulators.Programs;
using Bot.Tests.Commands;
using Bot.Tests.Snapshots;
using Bot.Verbs;
using DiscordChannel = Bot.Emulators.Discord.Channel;

namespace Bot.Tests.Discord;

/// <summary>The bot as its operator runs it: a process that is asked every command in every kind of channel.</summary>
public sealed class DiscordProcessTests : IAsyncDisposable
{
    private const string Statement =
        "\"We cannot mend it again, and we will not pretend that we can,\" the harbour's director Otto Lind told reporters on Monday.";

    private static readonly (string Command, (string Name, object Value)[] Options)[] Asked =
    [
        ("help", []),
        ("about", []),
        ("latest", []),
        ("summary", []),
        ("quotes", []),
        ("who", []),
        ("who", [("name", "putin")]),
        ("search", [("words", "ceasefire")]),
        ("read", []),
        ("story", []),
        ("filter list", []),
        ("filter add", [("rule", "crypto")]),
        ("filter test", []),
        ("filter remove", []),
        ("topic list", []),
        ("topic add", [("as", "energy"), ("rule", "solar")]),
        ("topic test", [("as", "energy")]),
        ("latest", [("topic", "energy")]),
        ("topic remove", [("as", "energy")]),
        ("settings", []),
        ("settings", [("zone", "berlin"), ("quiet", "22-7"), ("for", "here")]),
        ("settings", [("roles", "@Nobody")]),
        ("settings", [("zone", "default"), ("quiet", "default"), ("for", "here")]),
        ("export", []),
        ("import", []),
        ("feed list", []),
        ("feed packs", []),
        ("feed health", []),
        ("feed add", [("name", "zeppelin")]),
        ("feed remove", []),
        ("feed pause", []),
        ("feed resume", []),
        ("feed text", [("name", "zeppelin")]),
        ("feed why", [("name", "https://news.example/a")]),
        ("feed test", [("name", "zeppelin")]),
        ("feed import", [("name", "zeppelin")]),
        ("feed export", []),
        ("digest list", []),
        ("digest add", [("at", "07:30"), ("zone", "UTC")]),
        ("digest edit", [("at", "08:00"), ("days", "mon-fri"), ("late", "2h")]),
        ("digest preview", []),
        ("digest now", []),
        ("digest pause", []),
        ("digest resume", []),
        ("digest remove", []),
        ("forget", []),
        ("ask", [("line", "sumary")]),
    ];

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("byline-discord-process-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_command_is_answered_in_every_kind_of_channel()
    {
        await using var discord = await StartAsync();
        var account = discord.AddBot();
        var ann = discord.AddPerson("Ann");
        // Each in a server of its own, since a server's channels share their settings.
        Guild Server() => discord.AddGuild("News lovers", ann);
        (DiscordChannel Channel, string Name)[] channels =
        [
            (Server().AddTextChannel("news"), "text"),
            (Server().AddAnnouncementChannel("announcements"), "announcements"),
            (Thread(Server().AddTextChannel("news"), "The talks"), "thread"),
            (Thread(Server().AddForum("questions"), "What is new?"), "forum-post"),
            (ann.DirectMessagesWith(account), "direct"),
        ];

        using (var bot = Start(discord))
        {
            await account.Gateway.WaitUntilConnectedAsync(Cancellation);
            await Task.WhenAll(channels.Select(c => AskAllAsync(ann, c.Channel)));
            Assert.Equal(ExitCodes.Interrupted, await bot.StopAsync(Cancellation));
        }

        foreach (var (channel, name) in channels)
            Snapshot.Match(Undated.Of(TranscriptText.Of(channel)) + "\n", $"discord-in-{name}");
        AllRight(discord);
    }

    [Fact]
    public async Task A_digest_that_was_planned_by_a_command_comes_at_its_time()
    {
        await using var discord = await StartAsync();
        var account = discord.AddBot();
        var ann = discord.AddPerson("Ann");
        var news = discord.AddGuild("News lovers", ann).AddAnnouncementChannel("announcements");
        // Late enough to be planned before, whenever it is now.
        var due = TimeProvider.System.GetUtcNow().AddSeconds(70).ToString("HH:mm", CultureInfo.InvariantCulture);

        using var bot = Start(discord);
        await account.Gateway.WaitUntilConnectedAsync(Cancellation);
        var planned = await DiscordDesk.AskAsync(ann, news, "digest add", ("at", due), ("zone", "UTC"));
        var digest = (await news.WaitForBotMessagesAsync(2, Cancellation))[1];
        await bot.StopAsync(Cancellation);

        Assert.Contains($"at {due}", TranscriptText.Of(planned), StringComparison.Ordinal);
        Assert.False(digest.IsEphemeral);
        Assert.True(digest.IsCrossposted);
        Assert.Contains("Donald Trump", TranscriptText.Of(digest), StringComparison.Ordinal);
        AllRight(discord);
    }

    [Fact]
    public async Task Each_command_of_the_catalogue_is_among_those_that_are_asked()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var descriptions = newsroom.Get<CommandCatalog>().Descriptions;
        var there = descriptions.SelectMany(d =>
            d.Subcommands.Count == 0 ? [d.Name] : d.Subcommands.Select(s => $"{d.Name} {s.Name}")
        );

        Assert.Empty(there.Except(Asked.Select(a => a.Command)));
    }

    public ValueTask DisposeAsync()
    {
        home.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static Task<DiscordEmulator> StartAsync() =>
        DiscordEmulator.StartAsync(new DiscordEmulatorOptions { LongestWait = TimeSpan.FromMinutes(3) }, Cancellation);

    private BotProgram Start(DiscordEmulator discord)
    {
        var seeds = home.CreateSubdirectory("seeds");
        foreach (var seed in new DirectoryInfo(Path.Combine(ProjectRoot.Path, "seeds")).EnumerateFiles())
            seed.CopyTo(Path.Combine(seeds.FullName, seed.Name));
        return BotProgram.Start(BotProgram.UnderTest, home, discord);
    }

    private static DiscordChannel Thread(DiscordChannel parent, string name) => parent.Guild!.AddThread(parent, name); // A server's channel.

    private static async Task AskAllAsync(Person person, DiscordChannel channel)
    {
        foreach (var (command, options) in Asked)
            await DiscordDesk.AskAsync(person, channel, command, options);
        var said = person.Says(channel, Statement);
        await person.UsesMessageCommand(said, "Quotes").WaitForAnswerAsync(Cancellation);
    }

    private static void AllRight(DiscordEmulator discord)
    {
        Assert.Empty(discord.Refusals);
        Assert.Empty(discord.Misprints);
        Assert.Empty(discord.Pings);
    }
}
