using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Proof;
using Bot.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Delivery;

/// <summary>
/// Takes what is in the outbox to its platforms. Each step is written down before the next is taken, so that whoever
/// comes after a crash goes on where it stopped.
/// </summary>
public sealed partial class Courier(
    Database database,
    Outbox outbox,
    DestinationBook destinations,
    IEnumerable<IChatPlatform> platforms,
    Proofreader proofreader,
    TimeProvider time,
    ILogger<Courier> log
)
{
    /// <summary>Well within <see cref="Outbox.Hold"/>, so that no other process takes a post in flight for abandoned.</summary>
    private static readonly TimeSpan LongestPost = TimeSpan.FromMinutes(1);

    /// <summary>A post that runs when the desk is told to stop gets this long to end.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(10);

    private const int DestinationsAtOnce = 8;

    /// <summary>A platform that sends us in a circle is not followed further at once.</summary>
    private const int MostMoves = 3;

    private readonly OutboxQueue _queue = new(database, outbox, time);

    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(
        p => p.Name,
        StringComparer.Ordinal
    );

    private readonly ConcurrentDictionary<Destination, SemaphoreSlim> _turns = new();

    /// <summary>Posts all that is due, everywhere.</summary>
    /// <returns>When the next is due; null where nothing waits.</returns>
    public async Task<DateTimeOffset?> DeliverDueAsync(CancellationToken cancellation)
    {
        foreach (var item in await _queue.AbandonedAsync(cancellation))
        {
            // Whether it may be repeated, its own platform knows alone.
            if (_platforms.TryGetValue(item.Destination.Platform, out var platform))
                await TakeUpAsync(platform, item, cancellation);
        }

        var now = time.GetUtcNow();
        var due = (await HeadsAsync(cancellation)).Where(h => h.Due <= now).Select(h => h.Destination);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = DestinationsAtOnce, CancellationToken = cancellation },
            async (destination, _) =>
            {
                try
                {
                    await DeliverToAsync(destination, cancellation);
                }
                catch (Exception broken) when (broken is not OperationCanceledException)
                {
                    LogBroken(broken, destination);
                }
            }
        );
        return (await HeadsAsync(cancellation)).Select(h => (DateTimeOffset?)h.Due).Min();
    }

    /// <summary>Posts what is due at one destination, in order, and returns when there is no more that can go now.</summary>
    public async Task DeliverToAsync(Destination destination, CancellationToken cancellation)
    {
        if (!_platforms.TryGetValue(destination.Platform, out var platform))
            return;
        var turn = _turns.GetOrAdd(destination, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            while (
                !cancellation.IsCancellationRequested && await _queue.NextAsync(destination, cancellation) is { } item
            )
                await DeliverAsync(platform, item, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Opens a paused destination again where the platform says that nothing is in the way any more.</summary>
    /// <returns>False where it stays closed.</returns>
    public async Task<bool> TryResumeAsync(Destination destination, CancellationToken cancellation)
    {
        if (!_platforms.TryGetValue(destination.Platform, out var platform))
            return false;
        if (await platform.CheckAccessAsync(destination, cancellation) is not null)
            return false;
        await destinations.ResumeAsync(destination, cancellation);
        LogResumed(destination);
        return true;
    }

    /// <summary>Forgets what was posted before; the ledger remembers that it was.</summary>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation) =>
        _queue.ForgetSentAsync(before, cancellation);

    public bool Serves(Destination destination) => _platforms.ContainsKey(destination.Platform);

    private async Task<List<(Destination Destination, DateTimeOffset Due)>> HeadsAsync(
        CancellationToken cancellation
    ) => [.. (await _queue.HeadsAsync(cancellation)).Where(h => Serves(h.Destination))];

    private async Task TakeUpAsync(IChatPlatform platform, OutboxItem item, CancellationToken cancellation)
    {
        if (platform.MayRepeat)
        {
            await _queue.WaitAsync(item, time.GetUtcNow(), null, cancellation);
            return;
        }

        const string why = "the desk stopped while it was being posted";
        await _queue.CloseAsync(item, OutboxState.Unknown, why, cancellation);
        LogUnknown(item.Id, item.Destination, why);
    }

    private async Task DeliverAsync(IChatPlatform platform, OutboxItem item, CancellationToken cancellation)
    {
        if (await ReadAsync(item, cancellation) is not { } reply || !await _queue.TryClaimAsync(item, cancellation))
            return;
        var outcome = await PostAsync(platform, item, reply, cancellation);
        // What happened is written down even when the desk is being stopped.
        await SettleAsync(platform, item with { Attempts = item.Attempts + 1 }, reply, outcome, CancellationToken.None);
    }

    /// <summary>Nothing is posted that cannot be read, or that is not in its article.</summary>
    private async Task<Reply?> ReadAsync(OutboxItem item, CancellationToken cancellation)
    {
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
        await FailAsync(item, OutboxState.Untrue, "it quotes words that are not in the article any more");
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
            return await platform.PostAsync(new Post(item.Destination, reply, item.Key), either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return new PostOutcome.Unknown(
                stop.IsCancellationRequested ? "the desk was stopped before an answer came" : "no answer came in time"
            );
        }
        catch (Exception broken)
        {
            LogBroken(broken, item.Destination);
            return new PostOutcome.Unknown("the platform's adapter failed while it was being posted");
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
                await _queue.SentAsync(item, sent.MessageIds, cancellation);
                LogSent(item.Id, item.Destination, item.Part);
                break;
            case PostOutcome.Retry retry:
                await RetryAsync(item, retry.After, retry.Why, cancellation);
                break;
            case PostOutcome.Unknown unknown when platform.MayRepeat:
                await RetryAsync(item, TimeSpan.Zero, unknown.Why, cancellation);
                break;
            case PostOutcome.Unknown unknown:
                await _queue.CloseAsync(item, OutboxState.Unknown, unknown.Why, cancellation);
                LogUnknown(item.Id, item.Destination, unknown.Why);
                break;
            case PostOutcome.Gone gone:
                await PauseAsync(item, gone.Why, cancellation);
                break;
            case PostOutcome.Forbidden forbidden:
                await PauseAsync(item, forbidden.Why, cancellation);
                break;
            case PostOutcome.Migrated moved when moved.To == item.Destination || item.Attempts > MostMoves:
                await RetryAsync(item, TimeSpan.Zero, $"sent on to {moved.To} again and again", cancellation);
                break;
            case PostOutcome.Migrated moved:
                await _queue.WaitAsync(item, time.GetUtcNow(), null, cancellation);
                await destinations.MoveAsync(item.Destination, moved.To, cancellation);
                LogMoved(item.Destination, moved.To);
                break;
            case PostOutcome.TooLong tooLong when ReplyCutter.Halve(reply) is var (first, second):
                await _queue.CutAsync(item, first, second, cancellation);
                LogCut(item.Id, item.Destination, tooLong.Why);
                break;
            case PostOutcome.TooLong tooLong:
                await FailAsync(item, OutboxState.Failed, $"too long, and it cannot be cut: {tooLong.Why}");
                break;
            default:
                throw new InvalidOperationException($"Nothing says what becomes of a post that is {outcome}.");
        }
    }

    private async Task RetryAsync(OutboxItem item, TimeSpan asked, string why, CancellationToken cancellation)
    {
        if (item.Attempts >= Backoff.MostAttempts)
        {
            await FailAsync(item, OutboxState.Failed, $"tried {item.Attempts} times: {why}");
            return;
        }

        var until = time.GetUtcNow() + Backoff.After(item.Attempts, asked, item.Id);
        await _queue.WaitAsync(item, until, why, cancellation);
        LogRetry(item.Id, item.Destination, item.Attempts, until, why);
    }

    /// <summary>Paused before the row waits again: between the two, nobody may post to a place that is closed.</summary>
    private async Task PauseAsync(OutboxItem item, string why, CancellationToken cancellation)
    {
        await destinations.PauseAsync(item.Destination, why, cancellation);
        await _queue.WaitAsync(item, time.GetUtcNow(), why, cancellation);
        LogPaused(item.Destination, why);
    }

    private async Task FailAsync(OutboxItem item, OutboxState state, string why)
    {
        await _queue.CloseAsync(item, state, why, CancellationToken.None);
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

    [LoggerMessage(405, LogLevel.Information, "{Destination} can be posted to again")]
    private partial void LogResumed(Destination destination);

    [LoggerMessage(406, LogLevel.Information, "{Destination} is now {MovedTo}")]
    private partial void LogMoved(Destination destination, Destination movedTo);

    [LoggerMessage(407, LogLevel.Information, "Item {ItemId} for {Destination} was cut in two: {Why}")]
    private partial void LogCut(long itemId, Destination destination, string why);

    [LoggerMessage(408, LogLevel.Warning, "Item {ItemId} for {Destination} was not posted and will not be: {Why}")]
    private partial void LogFailed(long itemId, Destination destination, string why);

    [LoggerMessage(409, LogLevel.Error, "Posting to {Destination} broke off")]
    private partial void LogBroken(Exception broken, Destination destination);
}
