using System.Collections.Concurrent;
using Bot.Core.Chat;
using Bot.Core.Proof;
using Bot.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Delivery;

/// <summary>
/// Takes what is in the outbox to its platforms: places side by side, the messages of one in their order. Each step is
/// written down before the next is taken, so that whoever comes after a crash goes on where it stopped.
/// </summary>
public sealed partial class Courier
{
    /// <summary>Of each platform. A place that is slow to answer keeps one of these; the others go on.</summary>
    private const int PlacesAtOnce = 64;

    /// <summary>A store that fails is not asked again at once.</summary>
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    private readonly DestinationBook _destinations;
    private readonly TimeProvider _time;
    private readonly ILogger<Courier> _log;
    private readonly OutboxLine _line;
    private readonly OutboxQueue _queue;
    private readonly Pacer _pacer;
    private readonly Posting _posting;
    private readonly Dictionary<string, IChatPlatform> _platforms;
    private readonly Turns<Destination> _turns = new();
    private readonly ConcurrentDictionary<Destination, Task> _underWay = new();

    public Courier(
        Database database,
        Outbox outbox,
        DestinationBook destinations,
        IEnumerable<IChatPlatform> platforms,
        Proofreader proofreader,
        TimeProvider time,
        ILogger<Courier> log
    )
    {
        (_destinations, _time, _log) = (destinations, time, log);
        _line = new OutboxLine(database, outbox, time);
        _queue = new OutboxQueue(database, outbox, time);
        _pacer = new Pacer(time);
        _posting = new Posting(_queue, destinations, proofreader, _pacer, time, log);
        _platforms = platforms.ToDictionary(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>Starts what is due and not under way yet, and does not wait for it.</summary>
    /// <param name="arrived">Called after each place that was served.</param>
    /// <returns>When the next is due of what was not started; null where nothing waits.</returns>
    public async Task<DateTimeOffset?> SetOffAsync(Action arrived, CancellationToken cancellation)
    {
        foreach (var item in await _line.AbandonedAsync(cancellation))
        {
            // Whether it may be repeated, its own platform knows alone.
            if (_platforms.TryGetValue(item.Destination.Platform, out var platform))
                await _posting.TakeUpAsync(platform, item, cancellation);
        }

        var next = await _line.NextDueAsync(cancellation);
        foreach (var platform in _platforms.Values)
        {
            var ready = await SetOffAsync(platform, arrived, cancellation);
            if (next is null || ready < next)
                next = ready ?? next;
        }

        return next;
    }

    /// <returns>When the platform or a chat can be posted to again that something waits for; null where nothing was held up.</returns>
    private async Task<DateTimeOffset?> SetOffAsync(
        IChatPlatform platform,
        Action arrived,
        CancellationToken cancellation
    )
    {
        DateTimeOffset? next = null;
        await foreach (var destination in _line.HeadsAsync(platform.Name, cancellation))
        {
            // Whoever arrives makes room, and asks again.
            if (_underWay.Keys.Count(d => d.Platform == platform.Name) >= PlacesAtOnce)
                return next;
            if (_underWay.ContainsKey(destination))
                continue;
            var pace = platform.PaceOf(destination);
            if (_pacer.TryTake(pace, destination))
            {
                SetOff(platform, destination, arrived, cancellation);
                continue;
            }

            var ready = _pacer.ReadyAt(pace, destination);
            if (next is null || ready < next)
                next = ready;
            if (!_pacer.IsOpen(pace, platform.Name))
                return next;
        }

        return next;
    }

    /// <summary>Returns when nothing is under way.</summary>
    public async Task FinishAsync()
    {
        while (!_underWay.IsEmpty)
            await Task.WhenAll(_underWay.Values);
    }

    /// <summary>Posts what is due at one destination, in order, and returns when there is no more that can go now.</summary>
    public async Task DeliverToAsync(Destination destination, CancellationToken cancellation)
    {
        if (_platforms.TryGetValue(destination.Platform, out var platform))
            await DeliverToAsync(platform, destination, hasLeave: false, cancellation);
    }

    /// <param name="hasLeave">True where the pacer gave leave for the first message already.</param>
    private async Task DeliverToAsync(
        IChatPlatform platform,
        Destination destination,
        bool hasLeave,
        CancellationToken cancellation
    )
    {
        using var turn = await _turns.TakeAsync(destination, cancellation);
        while (!cancellation.IsCancellationRequested && await _line.NextAsync(destination, cancellation) is { } item)
        {
            if (!hasLeave && !_pacer.TryTake(platform.PaceOf(destination), destination))
                return;
            hasLeave = false;
            await _posting.DeliverAsync(platform, item, cancellation);
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
        await _destinations.ResumeAsync(destination, cancellation);
        LogResumed(destination);
        return true;
    }

    /// <summary>Forgets what was posted before; the ledger remembers that it was.</summary>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation) =>
        _queue.ForgetSentAsync(before, cancellation);

    public bool Serves(Destination destination) => _platforms.ContainsKey(destination.Platform);

    private void SetOff(IChatPlatform platform, Destination destination, Action arrived, CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _underWay[destination] = DriveAsync();
        started.SetResult();

        async Task DriveAsync()
        {
            await started.Task; // Noted as under way before it can be over.
            try
            {
                await DeliverToAsync(platform, destination, hasLeave: true, cancellation);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                LogBroken(broken, destination);
                _pacer.Hold(platform.PaceOf(destination), destination, _time.GetUtcNow() + AfterTrouble);
            }
            catch (OperationCanceledException)
            {
                // The desk closes.
            }

            _underWay.TryRemove(destination, out _);
            arrived();
        }
    }

    [LoggerMessage(405, LogLevel.Information, "{Destination} can be posted to again")]
    private partial void LogResumed(Destination destination);

    [LoggerMessage(409, LogLevel.Error, "Posting to {Destination} broke off")]
    private partial void LogBroken(Exception broken, Destination destination);
}
