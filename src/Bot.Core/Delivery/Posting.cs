using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Proof;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Delivery;

/// <summary>Posts one message of the outbox and writes down what became of it.</summary>
internal sealed partial class Posting(
    OutboxQueue queue,
    DestinationBook destinations,
    Proofreader proofreader,
    Pacer pacer,
    TimeProvider time,
    ILogger log
)
{
    /// <summary>Well within <see cref="Outbox.Hold"/>, so that no other process takes a post in flight for abandoned.</summary>
    private static readonly TimeSpan LongestPost = TimeSpan.FromMinutes(1);

    /// <summary>A post that runs when the desk is told to stop gets this long to end.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(10);

    /// <summary>A platform that sends us in a circle is not followed further at once.</summary>
    private const int MostMoves = 3;

    private readonly ConcurrentDictionary<long, bool> _inFlight = new();

    /// <summary>Decides on a message whose process is gone: nobody knows whether it was posted.</summary>
    public async Task TakeUpAsync(IChatPlatform platform, OutboxItem item, CancellationToken cancellation)
    {
        // Its time is over, but it is this very process that is at it: it will settle it.
        if (_inFlight.ContainsKey(item.Id))
            return;
        const string why = "why.desk-stopped";
        var fate = MayRepeat(platform, item) ? OutboxState.Waiting : OutboxState.Unknown;
        if (await queue.TryTakeUpAsync(item, fate, why, cancellation) && fate == OutboxState.Unknown)
            LogUnknown(item.Id, item.Destination, why);
    }

    public async Task DeliverAsync(IChatPlatform platform, OutboxItem item, CancellationToken cancellation)
    {
        if (await ReadAsync(item, cancellation) is not { } reply)
            return;
        // It waited for longer than the platform would know it again.
        if (item.Tried is not null && !MayRepeat(platform, item))
        {
            await LeaveUnknownAsync(item, item.Why ?? "why.no-answer", cancellation);
            return;
        }

        _inFlight[item.Id] = true;
        try
        {
            if (!await queue.TryClaimAsync(item, cancellation))
                return;
            var outcome = await PostAsync(platform, item, reply, cancellation);
            // What happened is written down even when the desk is being stopped.
            item = item with
            {
                Attempts = item.Attempts + 1,
            };
            await SettleAsync(platform, item, reply, outcome, CancellationToken.None);
        }
        finally
        {
            _inFlight.TryRemove(item.Id, out _);
        }
    }

    /// <summary>Nothing is posted that cannot be read, that is not in its article, or that nobody waits for any more.</summary>
    private async Task<Reply?> ReadAsync(OutboxItem item, CancellationToken cancellation)
    {
        if (item.Expires <= time.GetUtcNow())
        {
            await FailAsync(item, OutboxState.Failed, "why.nobody-waits");
            return null;
        }

        Reply reply;
        try
        {
            reply = Reply.FromJson(item.Reply);
        }
        catch (JsonException broken)
        {
            await FailAsync(item, OutboxState.Failed, $"the stored message cannot be read: {broken.Message}");
            return null;
        }

        if (await proofreader.IsTrueAsync(reply, cancellation))
            return reply;
        await FailAsync(item, OutboxState.Untrue, "why.words-gone");
        return null;
    }

    private async Task<PostOutcome> PostAsync(
        IChatPlatform platform,
        OutboxItem item,
        Reply reply,
        CancellationToken cancellation
    )
    {
        using var limit = new CancellationTokenSource(LongestPost, time);
        using var stop = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stopping = cancellation.Register(() => stop.CancelAfter(LastWords));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop.Token);
        try
        {
            var outcome = await platform.PostAsync(item.ToPost(reply), either.Token);
            // Where files are not taken, what stands in their stead is sent.
            return
                reply.Files.Count > 0 && outcome is PostOutcome.Forbidden or PostOutcome.Refused or PostOutcome.TooLong
                ? await platform.PostAsync(item.ToPost(reply.WithoutFiles()), either.Token)
                : outcome;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return new PostOutcome.Unknown(
                stop.IsCancellationRequested ? "why.desk-stopped-early" : "why.no-answer-in-time"
            );
        }
        catch (Exception broken)
        {
            LogBroken(broken, item.Destination);
            return new PostOutcome.Unknown("why.adapter-failed");
        }
    }

    private async Task SettleAsync(
        IChatPlatform platform,
        OutboxItem item,
        Reply reply,
        PostOutcome outcome,
        CancellationToken cancellation
    )
    {
        switch (outcome)
        {
            case PostOutcome.Sent sent:
                await queue.SentAsync(item, sent.MessageIds, sent.HasMore, cancellation);
                LogSent(item.Id, item.Destination, item.Part);
                break;
            case PostOutcome.Retry { IsPacing: true } asked:
                await WaitForPaceAsync(platform, item, asked, cancellation);
                break;
            case PostOutcome.Retry retry:
                await RetryAsync(item, retry.After, retry.Why, cancellation);
                break;
            case PostOutcome.Unknown unknown when MayRepeat(platform, item):
                await RetryAsync(item, TimeSpan.Zero, unknown.Why, cancellation, isInDoubt: true);
                break;
            case PostOutcome.Unknown unknown:
                await LeaveUnknownAsync(item, unknown.Why, cancellation);
                break;
            case PostOutcome.Gone gone:
                await PauseAsync(item, gone.Why, isOneTopic: false, cancellation);
                break;
            case PostOutcome.Forbidden forbidden:
                await PauseAsync(item, forbidden.Why, forbidden.IsOneTopic, cancellation);
                break;
            case PostOutcome.Migrated moved when moved.To == item.Destination || item.Attempts > MostMoves:
                await RetryAsync(item, TimeSpan.Zero, $"sent on to {moved.To} again and again", cancellation);
                break;
            case PostOutcome.Migrated moved:
                await queue.WaitAsync(item, time.GetUtcNow(), null, cancellation);
                await destinations.MoveAsync(item.Destination.Chat, moved.To, cancellation);
                LogMoved(item.Destination, moved.To);
                break;
            case PostOutcome.TooLong tooLong when ReplyCutter.Halve(reply) is var (first, second):
                await queue.CutAsync(item, first, second, cancellation);
                LogCut(item.Id, item.Destination, tooLong.Why);
                break;
            case PostOutcome.TooLong tooLong:
                await FailAsync(item, OutboxState.Failed, $"too long, and it cannot be cut: {tooLong.Why}");
                break;
            case PostOutcome.Refused refused:
                await FailAsync(item, OutboxState.Failed, $"the platform refused it: {refused.Why}");
                break;
            default:
                throw new InvalidOperationException($"Nothing says what becomes of a post that is {outcome}.");
        }
    }

    /// <summary>The same edit made twice shows the same once.</summary>
    private bool MayRepeat(IChatPlatform platform, OutboxItem item) =>
        item.Edits is not null
        || platform.KnowsAgainFor(item.Destination, item.Answers) is { } span
            && (item.Tried is null || time.GetUtcNow() - item.Tried < span);

    private async Task LeaveUnknownAsync(OutboxItem item, string why, CancellationToken cancellation)
    {
        await queue.CloseAsync(item, OutboxState.Unknown, why, cancellation);
        LogUnknown(item.Id, item.Destination, why);
    }

    /// <summary>Nothing failed, so the try does not count; where the platform paces chats, the chat's other places wait too.</summary>
    private async Task WaitForPaceAsync(
        IChatPlatform platform,
        OutboxItem item,
        PostOutcome.Retry asked,
        CancellationToken cancellation
    )
    {
        var until = time.GetUtcNow() + Backoff.Asked(asked.After);
        pacer.Hold(platform.PaceOf(item.Destination), item.Destination, until);
        await queue.WaitAsync(item with { Attempts = item.Attempts - 1 }, until, asked.Why, cancellation);
        LogPaced(item.Id, item.Destination, until);
    }

    private async Task RetryAsync(
        OutboxItem item,
        TimeSpan asked,
        string why,
        CancellationToken cancellation,
        bool isInDoubt = false
    )
    {
        if (item.Attempts >= Backoff.MostAttempts)
        {
            await FailAsync(item, OutboxState.Failed, $"tried {item.Attempts} times: {why}");
            return;
        }

        var until = time.GetUtcNow() + Backoff.After(item.Attempts, asked, item.Id);
        await queue.WaitAsync(item, until, why, cancellation, isInDoubt);
        LogRetry(item.Id, item.Destination, item.Attempts, until, why);
    }

    /// <summary>Paused before the row waits again: between the two, nobody may post to a place that is closed.</summary>
    private async Task PauseAsync(OutboxItem item, string why, bool isOneTopic, CancellationToken cancellation)
    {
        await destinations.PauseAsync(item.Destination, why, cancellation, isOneTopic);
        await queue.WaitAsync(item, time.GetUtcNow(), why, cancellation);
        LogPaused(item.Destination, why);
    }

    private async Task FailAsync(OutboxItem item, OutboxState state, string why)
    {
        await queue.CloseAsync(item, state, why, CancellationToken.None);
        LogFailed(item.Id, item.Destination, why);
    }

    [LoggerMessage(401, LogLevel.Information, "Posted item {ItemId}, part {Part}, to {Destination}")]
    private partial void LogSent(long itemId, Destination destination, int part);

    [LoggerMessage(
        402,
        LogLevel.Information,
        "Item {ItemId} for {Destination}: try {Attempts} failed ({Why}); next at {Until:u}"
    )]
    private partial void LogRetry(long itemId, Destination destination, int attempts, DateTimeOffset until, string why);

    [LoggerMessage(
        403,
        LogLevel.Warning,
        "Item {ItemId} for {Destination} may have been posted and is not posted again: {Why}"
    )]
    private partial void LogUnknown(long itemId, Destination destination, string why);

    [LoggerMessage(404, LogLevel.Warning, "{Destination} is paused, what is queued for it waits: {Why}")]
    private partial void LogPaused(Destination destination, string why);

    [LoggerMessage(406, LogLevel.Information, "{Destination} is now {MovedTo}")]
    private partial void LogMoved(Destination destination, Destination movedTo);

    [LoggerMessage(407, LogLevel.Information, "Item {ItemId} for {Destination} was cut in two: {Why}")]
    private partial void LogCut(long itemId, Destination destination, string why);

    [LoggerMessage(408, LogLevel.Warning, "Item {ItemId} for {Destination} was not posted and will not be: {Why}")]
    private partial void LogFailed(long itemId, Destination destination, string why);

    [LoggerMessage(412, LogLevel.Error, "Posting to {Destination} broke off")]
    private partial void LogBroken(Exception broken, Destination destination);

    [LoggerMessage(413, LogLevel.Information, "Item {ItemId} for {Destination} waits until {Until:u}, as asked")]
    private partial void LogPaced(long itemId, Destination destination, DateTimeOffset until);
}
