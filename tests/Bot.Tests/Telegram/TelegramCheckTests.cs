using System.Net.Http.Json;
using Bot.Emulators.Telegram;
using Bot.Tests.Verbs;

namespace Bot.Tests.Telegram;

/// <summary><c>bot check</c> on the way to Telegram: one plain line each, with the mend.</summary>
public sealed class TelegramCheckTests
{
    private const string OtherToken = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_is_right_and_used_here_alone_is_right()
    {
        await using var telegram = await TelegramEmulator.StartAsync(cancellation: Cancellation);
        telegram.AddBot();

        var (line, exit) = await CheckAsync(TelegramEmulator.SampleToken, telegram.Url);

        Assert.Equal(("Telegram @byline_bot: right", 0), (line, exit));
        Assert.Empty(telegram.Refusals);
    }

    [Fact]
    public async Task A_token_that_Telegram_does_not_know_is_told_with_the_mend()
    {
        await using var telegram = await TelegramEmulator.StartAsync(cancellation: Cancellation);
        telegram.AddBot();

        var (line, exit) = await CheckAsync(OtherToken, telegram.Url);

        Assert.Equal(
            ("Telegram: Telegram does not know this token; copy it anew from @BotFather into Telegram:Token", 1),
            (line, exit)
        );
    }

    [Fact]
    public async Task A_token_that_another_program_uses_is_told_with_the_mend()
    {
        await using var telegram = await TelegramEmulator.StartAsync(cancellation: Cancellation);
        telegram.AddBot();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var other = PollOnAsync(telegram.Url, over.Token);

        var (line, exit) = await CheckAsync(TelegramEmulator.SampleToken, telegram.Url);
        await over.CancelAsync();
        await other;

        Assert.Equal(
            (
                "Telegram @byline_bot: another program reads this bot's messages; stop it, or give this one a token of its own from @BotFather",
                1
            ),
            (line, exit)
        );
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told_with_the_mend()
    {
        var (line, exit) = await CheckAsync(TelegramEmulator.SampleToken, new Uri("http://127.0.0.1:9/"));

        Assert.Equal(
            (
                "Telegram: http://127.0.0.1:9/ cannot be reached (Connection refused (127.0.0.1:9)); look at the network, a proxy, or Telegram:ApiUrl",
                1
            ),
            (line, exit)
        );
    }

    [Fact]
    public async Task A_token_of_the_wrong_form_stops_the_start_and_is_not_repeated()
    {
        using var bot = new BotProcess();

        var ended = await bot.RunAsync(["check", "--Telegram:Token=secret"]);

        Assert.Equal(78, ended.ExitCode);
        Assert.Contains("Telegram:Token: this is no bot token", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ended.Error, StringComparison.Ordinal);
    }

    private static async Task<(string Line, int Exit)> CheckAsync(string token, Uri server)
    {
        using var bot = new BotProcess();
        var ended = await bot.RunAsync(["check", $"--Telegram:Token={token}", $"--Telegram:ApiUrl={server}"]);
        Assert.DoesNotContain(token, ended.Output + ended.Error, StringComparison.Ordinal);
        var line = ended.Output.Split('\n').Single(l => l.StartsWith("Telegram", StringComparison.Ordinal));
        return (line, ended.ExitCode);
    }

    /// <summary>As another program would: again and again, whatever is answered.</summary>
    private static async Task PollOnAsync(Uri server, CancellationToken over)
    {
        using var client = new HttpClient { BaseAddress = server };
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var answer = await client.PostAsJsonAsync(
                    $"/bot{TelegramEmulator.SampleToken}/getUpdates",
                    new { timeout = 50 },
                    over
                );
            }
            catch (OperationCanceledException)
            {
                // The other program was stopped.
            }
        }
    }
}
