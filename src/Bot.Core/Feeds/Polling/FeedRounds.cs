using Bot.Core.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Feeds.Polling;

/// <summary>Visits the feeds as they fall due: many at once, and of one host one after the other.</summary>
public sealed partial class FeedRounds(
    DueFeeds due,
    FeedDesk desk,
    FeedBell bell,
    TimeProvider time,
    ILogger<FeedRounds> log
) : BackgroundService
{
    /// <summary>Hosts asked at the same time; most of a visit is waiting.</summary>
    private const int HostsAtOnce = 48;

    /// <summary>Taken and not visited yet; more stay in the store.</summary>
    private const int MostTaken = 512;

    private const int BatchSize = 128;

    /// <summary>Another process may add feeds without ringing here.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);

    private int taken;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host's start does not wait for the first round.
        await using var hosts = new Lanes<string>(HostsAtOnce);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(await SetOutAsync(hosts, stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }
    }

    /// <returns>How long until there may be more to do.</returns>
    private async Task<TimeSpan> SetOutAsync(Lanes<string> hosts, CancellationToken stopping)
    {
        try
        {
            while (MostTaken - Volatile.Read(ref taken) is > 0 and var room)
            {
                var batch = await due.TakeDueAsync(Math.Min(room, BatchSize), stopping);
                foreach (var feed in batch)
                {
                    Interlocked.Increment(ref taken);
                    await hosts.EnterAsync(feed.Url.Authority, () => VisitAsync(feed, stopping), stopping);
                }

                if (batch.Count == 0)
                    return await due.NextDueAsync(stopping) is { } next
                        ? Clamped(next - time.GetUtcNow())
                        : LongestWait;
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
            await desk.VisitAsync(feed.Id, stopping);
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

    [LoggerMessage(115, LogLevel.Error, "The visit to feed {FeedId} broke off; it is due again in five minutes")]
    private partial void LogVisitBroke(Exception broken, FeedId feedId);
}
