using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Core.Delivery;
using Bot.Telegram.Api;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Asks Telegram for updates, one call after the other. What came is in the inbox before Telegram is told so, and how
/// far it goes is kept with it.
/// </summary>
internal sealed partial class Polling(TelegramAccount account, Inbox inbox, TimeProvider time, ILogger<Polling> log)
{
    /// <summary>Telegram's own limit.</summary>
    private const int LongestPoll = 50;

    /// <summary>What a call may take beyond the poll itself.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>The same trouble is told of once.</summary>
    private string told = "";

    /// <exception cref="UnauthorizedAccessException">Telegram does not know the token any more.</exception>
    public async IAsyncEnumerable<InboxItem> ReadAsync(
        string name,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var failures = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var offset = await inbox.NextEventAsync(name, cancellation);
            JsonElement[] updates;
            try
            {
                updates = await AskAsync(offset, LongestPoll, cancellation);
                failures = 0;
                told = "";
            }
            catch (Exception failed) when (IsExpected(failed, cancellation))
            {
                await Task.Delay(Tell(failed, ++failures), time, cancellation);
                continue;
            }

            var events = RawUpdates.Numbered(updates);
            if (events.Count == 0)
                continue;
            foreach (var item in await inbox.TakeAsync(name, events, events[^1].Event + 1, cancellation))
                yield return item;
        }
    }

    /// <exception cref="RequestException">Telegram refuses, or does not answer.</exception>
    public async Task<JsonElement[]> AskAsync(long? offset, int seconds, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds) + Slack);
        return await account.Line.SendRequest(new RawUpdates { Offset = offset, Timeout = seconds }, limit.Token);
    }

    private static bool IsExpected(Exception failed, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && failed is RequestException or OperationCanceledException;

    /// <returns>How long to wait before the next call.</returns>
    private TimeSpan Tell(Exception failed, int failures)
    {
        var doubled = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures - 1, 10)));
        var wait = doubled < LongestWait ? doubled : LongestWait;
        switch (failed)
        {
            case RequestException refused when Refusals.IsTokenWrong(refused):
                throw new UnauthorizedAccessException("Telegram does not know the token.", failed);
            case ApiRequestException { ErrorCode: 409 } taken:
                if (told != taken.Message)
                    LogTaken(taken.Message);
                told = taken.Message;
                break;
            case ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } asked }:
                wait = TimeSpan.FromSeconds(asked);
                break;
            default:
                if (told != failed.GetType().Name)
                    LogUnreachable(failed.Message);
                told = failed.GetType().Name;
                break;
        }

        return wait;
    }

    [LoggerMessage(
        701,
        LogLevel.Warning,
        "Another program reads this bot's messages ({Why}). Stop it, or give this one a token of its own from @BotFather; it is tried again."
    )]
    private partial void LogTaken(string why);

    [LoggerMessage(
        702,
        LogLevel.Warning,
        "Telegram cannot be reached ({Why}); it is tried again at least every minute"
    )]
    private partial void LogUnreachable(string why);
}
