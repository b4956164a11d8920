using Bot.Core.Delivery;
using Bot.Telegram.Api;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>Where updates come from: asked for by long polling, or brought to the webhook.</summary>
internal sealed partial class TelegramReception(
    TelegramOptions options,
    TelegramAccount account,
    Polling polling,
    TelegramWebhook webhook,
    TimeProvider time,
    ILogger<TelegramReception> log
)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Makes the account known and sees to it that updates come in the way that is configured. Waits for the network.</summary>
    /// <exception cref="UnauthorizedAccessException">Telegram does not know the token.</exception>
    public async Task<User> OpenAsync(CancellationToken cancellation)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                var me = await account.KnowAsync(cancellation);
                await ChooseWayAsync(cancellation);
                LogConnected(me.Username ?? "", options.Webhook.Length > 0 ? "webhook" : "long polling");
                return me;
            }
            catch (RequestException refused) when (Refusals.IsTokenWrong(refused))
            {
                throw new UnauthorizedAccessException("Telegram does not know the token.", refused);
            }
            catch (Exception failed)
                when (!cancellation.IsCancellationRequested && failed is RequestException or OperationCanceledException)
            {
                if (failures == 0)
                    LogWaiting(failed.Message);
                var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 10)));
                await Task.Delay(wait < LongestWait ? wait : LongestWait, time, cancellation);
            }
        }
    }

    public IAsyncEnumerable<InboxItem> ReadAsync(string name, CancellationToken cancellation) =>
        options.Webhook.Length > 0 ? webhook.ReadAsync(cancellation) : polling.ReadAsync(name, cancellation);

    /// <summary>While a webhook is set, Telegram answers no poll.</summary>
    private async Task ChooseWayAsync(CancellationToken cancellation)
    {
        if (options.Webhook.Length > 0)
        {
            await webhook.RegisterAsync(cancellation);
            return;
        }

        var set = await TelegramAccount.CallAsync(token => account.Line.GetWebhookInfo(token), cancellation);
        if (string.IsNullOrEmpty(set.Url))
            return;
        await TelegramAccount.CallAsync(token => account.Line.DeleteWebhook(cancellationToken: token), cancellation);
        LogWebhookRemoved(new Uri(set.Url).Host);
    }

    [LoggerMessage(
        703,
        LogLevel.Information,
        "Telegram: @{Name} answers, by {Way}; write to it at https://t.me/{Name}"
    )]
    private partial void LogConnected(string name, string way);

    [LoggerMessage(704, LogLevel.Warning, "Telegram cannot be reached ({Why}); it is tried again until it can")]
    private partial void LogWaiting(string why);

    [LoggerMessage(
        705,
        LogLevel.Warning,
        "Updates went to a webhook at {Host}; it is removed, since Telegram:Webhook is empty here"
    )]
    private partial void LogWebhookRemoved(string host);
}
