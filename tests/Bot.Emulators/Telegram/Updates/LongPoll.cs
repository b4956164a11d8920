using System.Text.Json.Nodes;
using Bot.Emulators.Telegram.Calls;

namespace Bot.Emulators.Telegram.Updates;

/// <summary>
/// getUpdates. One call waits at a time: the next one ends it with a conflict.
/// The stretching of calls that repeat an offset within seconds is not emulated.
/// </summary>
internal sealed class LongPoll(BotAccount bot)
{
    private const int LongestSeconds = 50;
    private const string WebhookIsActive =
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    private const string OtherCall =
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    private Turn? _turn;

    /// <summary>Whether a call waits for updates now.</summary>
    public bool IsWaiting => _turn is not null;

    /// <summary>Ends a call that waits. Within the town's gate.</summary>
    public void End(string why)
    {
        _turn?.End(why);
        _turn = null;
    }

    public async Task<JsonNode> AnswerAsync(ApiCall call, CancellationToken cancellation)
    {
        var offset = call.Number("offset") ?? 0;
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var timeout = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, LongestSeconds));
        var mine = Begin(call);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var late = Task.Delay(timeout, bot.Town.Time, done.Token);
        try
        {
            while (true)
            {
                Task arrived;
                lock (bot.Town.Gate)
                {
                    if (mine.Why is { } why)
                        throw new Refused(409, why);
                    var batch = bot.Inbox.Take(offset, limit);
                    if (batch.Count > 0 || late.IsCompleted)
                        return new JsonArray([.. batch.Select(u => u.Body.DeepClone())]);
                    arrived = bot.Inbox.Arrived;
                }

                await Task.WhenAny(arrived, mine.Over, late);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await done.CancelAsync();
            lock (bot.Town.Gate)
                if (_turn == mine)
                    _turn = null;
        }
    }

    private Turn Begin(ApiCall call)
    {
        lock (bot.Town.Gate)
        {
            if (bot.Webhook.IsSet)
                throw new Refused(409, WebhookIsActive);
            if (call.Json("allowed_updates") is { } kinds)
                bot.Inbox.Allow(ApiCall.Strings(kinds));
            End(OtherCall);
            bot.Town.Bell.Ring();
            return _turn = new Turn();
        }
    }

    private sealed class Turn
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Why { get; private set; }

        public Task Over => _over.Task;

        public void End(string why)
        {
            Why = why;
            _over.TrySetResult();
        }
    }
}
