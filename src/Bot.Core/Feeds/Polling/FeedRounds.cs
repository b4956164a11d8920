using Bot.Core.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Feeds.Polling;

/// <summary>Visits the feeds as they fall due. Whose turn it is at a host, and how many are asked at once, is the fetcher's.</summary>
public sealed partial class FeedRounds(
    DueFeeds due,
    FeedDesk desk,
    FeedBell bell,
    TimeProvider time,
    ILogger<FeedRounds> log
) : BackgroundService
{
    /// <summary>Taken and not visited yet; more stay in the store.</summary>
    private const int MostTaken = 512;

    private const int BatchSize = 128;

    /// <summary>Another process may add feeds without ringing here.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>A host that has all the places it may have gives one back after a request and its pause.</summary>
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);

    private int taken;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host's start does not wait for the first round.
        await using var visits = new Lanes<FeedId>(MostTaken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(await SetOutAsync(visits, stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }
    }

    /// <returns>How long until there may be more to do.</returns>
    private async Task<TimeSpan> SetOutAsync(Lanes<FeedId> visits, CancellationToken stopping)
    {
        try
        {
            while (MostTaken - Volatile.Read(ref taken) is > 0 and var room)
            {
                var batch = await due.TakeDueAsync(Math.Min(room, BatchSize), stopping);
                foreach (var feed in batch)
                {
                    Interlocked.Increment(ref taken);
                    await visits.EnterAsync(feed.Id, () => VisitAsync(feed, stopping), stopping);
                }

                if (batch.Count > 0)
                    continue;
                var wait = await due.NextDueAsync(stopping) - time.GetUtcNow() ?? LongestWait;
                // What is due and was not taken waits for others of its host.
                return wait <= TimeSpan.Zero ? BetweenTurns : Clamped(wait);
            }
        }
        catch (Exception broken) when (!stopping.IsCancellationRequested)
        {
            LogRoundBroke(broken);
        }

        return LongestWait;
    }

    private static TimeSpan Clamped(TimeSpan wait) =>
        wait < ShortestWait ? ShortestWait
        : wait > LongestWait ? LongestWait
        : wait;

    private async Task VisitAsync(Feed feed, CancellationToken stopping)
    {
        try
        {
            await desk.VisitDueAsync(feed, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It is due at the next start.
        }
        catch (Exception broken)
        {
            LogVisitBroke(broken, feed.Id);
        }
        finally
        {
            // Those that had no room may set out.
            if (Interlocked.Decrement(ref taken) == MostTaken - 1)
                bell.Ring();
        }
    }

    [LoggerMessage(114, LogLevel.Error, "A round of the feeds broke off; the next begins in a minute")]
    private partial void LogRoundBroke(Exception broken);

    [LoggerMessage(115, LogLevel.Error, "The visit to feed {FeedId} broke off; it is due again later")]
    private partial void LogVisitBroke(Exception broken, FeedId feedId);
}
