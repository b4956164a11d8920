using Bot.Core.Storage;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Bot.Emulators.Discord.Gateway;
using Bot.Emulators.Programs;
using Bot.Verbs;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

/// <summary>What people notice when the line to Discord breaks: nothing, or that it took a moment.</summary>
public sealed class DiscordLineTests
{
    private const string Acknowledge = "POST /interactions/{interaction_id}/{interaction_token}/callback";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<GatewayDesk>> Breaks() =>
        new()
        {
            { "cut", g => g.CutsSockets() },
            { "cut within a frame", g => g.CutsSockets(isMidFrame: true) },
            { "asked to reconnect", g => g.AsksToReconnect() },
            { "closed with 4000", g => g.Closes(4000) },
            { "closed with 4009", g => g.Closes(4009) },
        };

    public static TheoryData<string, Action<GatewayDesk>> Ends() =>
        new()
        {
            { "invalid", g => g.Invalidates(isResumable: false) },
            { "closed with 4007", g => g.Closes(4007) },
            {
                "forgotten",
                g =>
                {
                    g.Forget();
                    g.CutsSockets();
                }
            },
        };

    [Theory]
    [MemberData(nameof(Breaks), DisableDiscoveryEnumeration = true)]
    public async Task What_is_asked_while_the_line_is_broken_is_answered_once(string how, Action<GatewayDesk> breaks)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");

        breaks(desk.Bot.Gateway);
        var asked = desk.Ann.UsesCommand(desk.Channel, "latest");
        await asked.WaitForAnswerAsync(Cancellation);
        await desk.Bot.Gateway.WaitForResumesAsync(1, Cancellation);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "about");

        Assert.True(desk.Channel.BotMessages.Count == 3, $"{how}: {TranscriptText.Of(desk.Channel)}");
        Assert.Single(desk.Bot.Gateway.Identifies);
        Assert.Empty(desk.Discord.Refusals);
    }

    [Theory]
    [MemberData(nameof(Ends), DisableDiscoveryEnumeration = true)]
    public async Task After_a_session_that_is_over_a_new_one_serves_people(string how, Action<GatewayDesk> ends)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");

        ends(desk.Bot.Gateway);
        await desk.Bot.Gateway.WaitForIdentifiesAsync(2, Cancellation);
        await desk.Bot.Gateway.WaitUntilConnectedAsync(Cancellation);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "latest");

        Assert.True(desk.Channel.BotMessages.Count == 2, $"{how}: {TranscriptText.Of(desk.Channel)}");
        Assert.Empty(desk.Discord.Refusals);
    }

    [Fact]
    public async Task A_session_that_may_be_resumed_is()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");

        desk.Bot.Gateway.Invalidates(isResumable: true);
        await desk.Bot.Gateway.WaitForResumesAsync(1, Cancellation);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "latest");

        Assert.Single(desk.Bot.Gateway.Identifies);
        Assert.Empty(desk.Discord.Refusals);
    }

    [Fact]
    public async Task A_line_that_falls_silent_is_left_for_one_that_speaks()
    {
        await using var desk = await DiscordDesk.OpenAsync(
            options: new DiscordEmulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(1) }
        );
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");

        desk.Bot.Gateway.FallsSilent();
        await desk.Bot.Gateway.WaitForResumesAsync(1, Cancellation);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "latest");

        Assert.Single(desk.Bot.Gateway.Identifies);
        Assert.Empty(desk.Discord.Refusals);
    }

    [Fact]
    public async Task A_restart_keeps_its_distance_from_the_last_session()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        for (var start = 2; start <= 3; start++)
        {
            await desk.StopAsync();
            await desk.StartAsync();
            await desk.Bot.Gateway.WaitForIdentifiesAsync(start, Cancellation);
        }

        var identifies = desk.Bot.Gateway.Identifies;
        Assert.All(
            identifies.Zip(identifies.Skip(1)),
            pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(5))
        );
        Assert.Empty(desk.Discord.Refusals);
    }

    [Fact]
    public async Task What_waits_is_posted_before_the_line_stands()
    {
        await using var desk = await DiscordDesk.OpenAsync(isRunning: false);
        desk.Discord.Faults.Add("GET /gateway/bot", new Fault.ServerError(503), times: int.MaxValue);

        await desk.StartAsync();
        await desk.QueueAsync(desk.Channel, "The harbour is open again.");
        await desk.Channel.WaitForBotMessagesAsync(1, Cancellation);

        Assert.Equal(0, desk.Bot.Gateway.Connected);
        Assert.Empty(desk.Discord.Refusals);
    }

    [Fact]
    public async Task A_storm_of_refusals_costs_no_acknowledgement_and_doubles_none()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");
        Fault[] storm =
        [
            new Fault.ServerError(500),
            new Fault.Limited(TimeSpan.FromMilliseconds(300)),
            new Fault.LostAnswer(),
            new Fault.ServerError(502, IsPage: true),
            new Fault.LostRequest(),
            new Fault.BrokenJson(),
            new Fault.Limited(TimeSpan.FromMilliseconds(300), "shared"),
        ];

        foreach (var fault in storm)
        {
            desk.Discord.Faults.Add(Acknowledge, fault);
            await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "latest");
        }

        Assert.Equal(0, desk.Discord.Faults.Waiting);
        Assert.Equal(1 + storm.Length, desk.Channel.BotMessages.Count);
        // After an answer that was lost, nobody can know without saying it once more.
        Assert.All(
            desk.Discord.Refusals,
            r => Assert.Contains("answered before", r.Sentence, StringComparison.Ordinal)
        );
    }

    /// <summary>Discord's clock stands still: what waited for the store could not be acknowledged.</summary>
    [Fact]
    public async Task Nobody_waits_for_the_store_to_hear_that_the_bot_has_heard()
    {
        await using var desk = await DiscordDesk.OpenAsync(
            new FakeTimeProvider(TimeProvider.System.GetUtcNow()),
            options: new DiscordEmulatorOptions { HasRateLimits = false, HeartbeatInterval = TimeSpan.FromHours(1) }
        );
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");
        var channels = Enumerable.Range(1, 40).Select(i => desk.Guild.AddTextChannel($"talk-{i}")).ToList();

        List<Interaction> asked;
        await using (var other = await desk.Get<Database>().OpenAsync(Cancellation))
        await using (other.BeginTransaction(deferred: false))
        {
            asked = [.. channels.Select(c => desk.Ann.UsesCommand(c, "latest"))];
            foreach (var one in asked)
                await one.WaitForAcknowledgementAsync(Cancellation);
        }

        foreach (var one in asked)
            await one.WaitForAnswerAsync(Cancellation);
        Assert.Empty(desk.Discord.Refusals);
    }

    [Theory]
    [InlineData(4004, "copy it anew from the developer portal")]
    [InlineData(4014, "allow them in the developer portal")]
    public async Task A_close_that_nothing_can_be_done_about_ends_the_program_with_what_to_do(int code, string mend)
    {
        var home = Directory.CreateTempSubdirectory("byline-discord-closed-");
        home.CreateSubdirectory("seeds");
        await using var discord = await DiscordEmulator.StartAsync(cancellation: Cancellation);
        var account = discord.AddBot();

        using var bot = BotProgram.Start(BotProgram.UnderTest, home, discord);
        await account.Gateway.WaitUntilConnectedAsync(Cancellation);
        account.Gateway.Closes(code);
        var exit = await bot.WaitForEndAsync(Cancellation);

        Assert.Equal(ExitCodes.Failed, exit);
        Assert.Contains(bot.Log, l => l.Contains(mend, StringComparison.Ordinal));
        Assert.Single(account.Gateway.Identifies);
        Assert.Empty(discord.Refusals);
        home.Delete(recursive: true);
    }
}
