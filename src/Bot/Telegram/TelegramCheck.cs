using Bot.Core.Chat;
using Bot.Telegram.Api;
using Bot.Telegram.Receiving;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram;

/// <summary>What <c>check</c> finds at Telegram: the token, the way to it, and whether somebody else uses it.</summary>
internal sealed class TelegramCheck(TelegramOptions options, TelegramAccount account, Polling polling)
{
    /// <summary>Another program polls again within a moment, and its poll ends ours.</summary>
    private const int Seconds = 3;

    /// <param name="isRunning">True where this very bot runs: then it is the one that reads the messages.</param>
    public async Task<IReadOnlyList<PlatformFinding>> LookAsync(bool isRunning, CancellationToken cancellation)
    {
        try
        {
            var me = await account.KnowAsync(cancellation);
            var name = $"Telegram @{me.Username}";
            return [new PlatformFinding(name, await WayAsync(isRunning, cancellation))];
        }
        catch (RequestException refused) when (Refusals.IsTokenWrong(refused))
        {
            return
            [
                new PlatformFinding(
                    "Telegram",
                    "Telegram does not know this token; copy it anew from @BotFather into Telegram:Token"
                ),
            ];
        }
        catch (Exception failed)
            when (!cancellation.IsCancellationRequested && failed is RequestException or OperationCanceledException)
        {
            var why = failed.InnerException?.Message ?? failed.Message;
            return
            [
                new PlatformFinding(
                    "Telegram",
                    $"{options.ApiUrl} cannot be reached ({why}); look at the network, a proxy, or Telegram:ApiUrl"
                ),
            ];
        }
    }

    private async Task<string?> WayAsync(bool isRunning, CancellationToken cancellation)
    {
        var webhook = await TelegramAccount.CallAsync(token => account.Line.GetWebhookInfo(token), cancellation);
        if (options.Webhook.Length > 0)
            return string.IsNullOrEmpty(webhook.LastErrorMessage)
                ? null
                : $"Telegram could not bring updates to {options.Webhook} ({webhook.LastErrorMessage}); see that it leads to Web:Urls";
        if (!string.IsNullOrEmpty(webhook.Url))
            return $"its messages go to a webhook at {new Uri(webhook.Url).Host}; bot run takes them over, or set Telegram:Webhook";
        if (isRunning)
            return null;
        try
        {
            // Without a number nothing is taken: what waits goes on waiting.
            await polling.AskAsync(offset: null, Seconds, cancellation);
            return null;
        }
        catch (ApiRequestException taken) when (taken.ErrorCode == 409)
        {
            return "another program reads this bot's messages; stop it, or give this one a token of its own from @BotFather";
        }
    }
}
