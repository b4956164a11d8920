using Bot.Emulators.Discord;
using Bot.Tests.Verbs;

namespace Bot.Tests.Discord;

/// <summary><c>bot check</c> on the way to Discord: one plain line each, with the mend.</summary>
public sealed class DiscordCheckTests
{
    private const string OtherToken = "MTI3NDAwMDAwMDAwMDAwMDAwMg.GbYlIn.the-token-of-nobody-that-is-known-here";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_is_right_comes_with_the_invitation_that_asks_for_what_is_needed()
    {
        await using var discord = await DiscordEmulator.StartAsync(cancellation: Cancellation);
        var bot = discord.AddBot();
        const Permissions needed =
            Permissions.ViewChannel
            | Permissions.SendMessages
            | Permissions.EmbedLinks
            | Permissions.SendMessagesInThreads;

        var (lines, exit) = await CheckAsync(DiscordEmulator.SampleToken, discord.ApiUrl);

        Assert.Equal(0, exit);
        Assert.Equal(
            [
                $"Discord Byline (servers add it with https://discord.com/oauth2/authorize?client_id={bot.Id}&scope=bot+applications.commands&permissions={(long)needed}): right",
            ],
            lines
        );
        Assert.Empty(discord.Refusals);
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_know_is_told_with_the_mend()
    {
        await using var discord = await DiscordEmulator.StartAsync(cancellation: Cancellation);
        discord.AddBot();

        var (lines, exit) = await CheckAsync(OtherToken, discord.ApiUrl);

        Assert.Equal(1, exit);
        Assert.Equal(
            [
                "Discord: Discord does not know this token; copy it anew from the developer portal (your application, Bot, Reset Token) into Discord:Token",
            ],
            lines
        );
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told_with_the_mend()
    {
        var (lines, exit) = await CheckAsync(DiscordEmulator.SampleToken, new Uri("http://127.0.0.1:9/api/v10"));

        Assert.Equal(1, exit);
        Assert.StartsWith(
            "Discord: http://127.0.0.1:9/api/v10 cannot be reached (",
            Assert.Single(lines),
            StringComparison.Ordinal
        );
        Assert.EndsWith("; look at the network, a proxy, or Discord:ApiUrl", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_whose_channel_lacks_a_permission_is_told_with_where_to_give_it()
    {
        await using var discord = await DiscordEmulator.StartAsync(cancellation: Cancellation);
        var bot = discord.AddBot();
        var channel = discord.AddGuild("News lovers", discord.AddPerson("Ann")).AddTextChannel("news");
        channel.Overwrite(bot, deny: Permissions.EmbedLinks);
        (string, string)[] digest =
        [
            ("Digests__0__Name", "Morning"),
            ("Digests__0__Destination", $"discord:{channel.Id}"),
            ("Digests__0__At", "07:30"),
            ("Digests__0__Zone", "UTC"),
        ];

        var (lacking, failed) = await CheckAsync(DiscordEmulator.SampleToken, discord.ApiUrl, digest);
        channel.Overwrite(bot, allow: Permissions.EmbedLinks);
        var (mended, right) = await CheckAsync(DiscordEmulator.SampleToken, discord.ApiUrl, digest);

        Assert.Equal(1, failed);
        Assert.EndsWith(
            "I lack “Embed Links” there; allow it in the channel's settings, under Permissions",
            lacking[^1],
            StringComparison.Ordinal
        );
        Assert.Equal(0, right);
        Assert.EndsWith(": right", mended[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_the_wrong_form_stops_the_start_and_is_not_repeated()
    {
        using var bot = new BotProcess();

        var ended = await bot.RunAsync(["check", "--Discord:Token=secret"]);

        Assert.Equal(78, ended.ExitCode);
        Assert.Contains("Discord:Token: this is no bot token", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ended.Error, StringComparison.Ordinal);
    }

    /// <returns>What is said of Discord and of digests.</returns>
    private static async Task<(IReadOnlyList<string> Lines, int Exit)> CheckAsync(
        string token,
        Uri server,
        params (string, string)[] environment
    )
    {
        using var bot = new BotProcess();
        var ended = await bot.RunAsync(
            ["check", $"--Discord:Token={token}", $"--Discord:ApiUrl={server}"],
            environment: environment
        );
        Assert.DoesNotContain(token, ended.Output + ended.Error, StringComparison.Ordinal);
        return (
            [
                .. ended
                    .Output.Split('\n')
                    .Where(l =>
                        l.StartsWith("Discord", StringComparison.Ordinal)
                        || l.StartsWith("Digest", StringComparison.Ordinal)
                    ),
            ],
            ended.ExitCode
        );
    }
}
