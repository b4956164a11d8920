using System.Security.Cryptography;
using Bot.Core.Articles.Headlines;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Items;
using Bot.Core.Feeds.Reading;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Feeds.Polling;

/// <summary>Visits one feed: asks for it, reads what came, files what is new, and says when to come again.</summary>
public sealed partial class FeedDesk(
    Fetcher fetcher,
    DueFeeds due,
    ItemIntake intake,
    TimeProvider time,
    Random random,
    ILogger<FeedDesk> log
)
{
    /// <summary>A permanent move is believed when so many visits in a row have met it.</summary>
    internal const int MovesBelieved = 3;

    /// <summary>It is said in every list.</summary>
    private const int LongestTitle = 100;

    /// <summary>One visit at a time to a feed: it may fall due while somebody has it visited.</summary>
    private readonly HostLanes visits = new(TimeSpan.Zero, time);

    /// <summary>Visits a feed that was taken because it is due, when its host's turn has come and where it is still due then.</summary>
    /// <inheritdoc cref="VisitAsync(FeedId, CancellationToken)"/>
    public async Task<IntakeReport?> VisitDueAsync(Feed taken, CancellationToken cancellation)
    {
        using var alone = await visits.EnterAsync(taken.Id.ToString(), isAhead: false, cancellation);
        using var turn = await fetcher.EnterAsync(taken.Url, cancellation);
        return await due.TakeUpAsync(taken.Id, isDue: true, cancellation) is { } feed
            ? await VisitAsync(feed, turn, cancellation)
            : null;
    }

    /// <summary>Visits a feed now, due or not.</summary>
    /// <returns>What the visit brought; null where another process has the feed or it brought nothing.</returns>
    public async Task<IntakeReport?> VisitAsync(FeedId id, CancellationToken cancellation)
    {
        using var alone = await visits.EnterAsync(id.ToString(), isAhead: false, cancellation);
        return await due.TakeUpAsync(id, isDue: false, cancellation) is { } feed
            ? await VisitAsync(feed, turn: null, cancellation)
            : null;
    }

    private async Task<IntakeReport?> VisitAsync(Feed feed, HostTurn? turn, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(feed, turn, cancellation);
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it is, the next visit may meet it too: it waits its time, and is told of as any failure is.
            LogBroke(broken, feed.Id);
            await FailAsync(feed, nameof(FeedFault.Unfiled), $"{Said(feed)} could not be filed", null, cancellation);
            return null;
        }
    }

    private async Task<IntakeReport?> AskAsync(Feed feed, HostTurn? turn, CancellationToken cancellation)
    {
        var request = new FetchRequest(feed.Url, FetchedKind.Feed)
        {
            ETag = feed.ETag,
            LastModified = feed.LastModified,
            Turn = turn,
        };
        switch (await fetcher.FetchAsync(request, cancellation))
        {
            case FetchOutcome.Fetched fetched:
                return await ReadAsync(feed, fetched, cancellation);
            case FetchOutcome.NotModified same:
                await EndWellAsync(feed, same.MovedTo, same.Headers.Freshness, cancellation);
                return null;
            case FetchOutcome.Failed failed:
                await FailAsync(feed, failed.Fault.ToString(), failed.Words, failed, cancellation);
                return null;
            default:
                throw new InvalidOperationException("A fetch brings something, nothing new, or fails.");
        }
    }

    private async Task<IntakeReport?> ReadAsync(Feed feed, FetchOutcome.Fetched fetched, CancellationToken cancellation)
    {
        // What is no feed keeps no validators: "not modified" must mean the feed that was filed.
        var answered = feed with
        {
            ETag = fetched.Headers.ETag,
            LastModified = fetched.Headers.LastModified,
            BodyHash = Convert.ToHexStringLower(SHA256.HashData(fetched.Bytes)),
        };
        if (answered.BodyHash == feed.BodyHash)
        {
            await EndWellAsync(answered, fetched.MovedTo, fetched.Headers.Freshness, cancellation);
            return null;
        }

        switch (FeedReader.Read(fetched.Bytes, new FeedSource(fetched.Url, fetched.Headers.ContentType)))
        {
            case FeedReading.Read { Document: { Format: not FeedFormat.Opml } document }:
                return await FileAsync(answered, document, fetched, cancellation);
            case FeedReading.Read:
                await FailAsync(feed, nameof(FeedFault.List), $"{Said(feed)} lists feeds", null, cancellation);
                return null;
            case FeedReading.Page:
                await FailAsync(feed, nameof(FeedFault.Page), $"{Said(feed)} is a page", null, cancellation);
                return null;
            case FeedReading.Failed unreadable:
                await FailAsync(feed, nameof(FeedFault.Unreadable), unreadable.Problem, null, cancellation);
                return null;
            default:
                throw new InvalidOperationException("Bytes are a feed, a page or neither.");
        }
    }

    private async Task<IntakeReport> FileAsync(
        Feed feed,
        FeedDocument document,
        FetchOutcome.Fetched fetched,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        var asked = Longer(document.Rhythm.Least, fetched.Headers.Freshness);
        var read = Well(
            Moved(feed, fetched.MovedTo) with
            {
                Title = document.Title is { Length: > 0 } title ? OneLine.Cut(title, LongestTitle) : feed.Title,
                Site = document.Link,
                Rhythm = document.Rhythm,
                ItemGap = ItemGaps.Of(document.Items, now),
            },
            asked
        );
        // Before its first visit everything that a feed has is archive, so the intake is given the feed as it was.
        var report = await intake.TakeAsync(
            feed,
            document,
            (transaction, brought) =>
                DueFeeds.SettleAsync(
                    transaction,
                    read with
                    {
                        LastNew = brought.New > 0 ? now : feed.LastNew,
                        HeldSince = brought.Held > 0 ? now : feed.HeldSince,
                        HeldItems = brought.Held > 0 ? brought.Held : feed.HeldItems,
                    }
                ),
            cancellation
        );
        await FollowMoveAsync(read, cancellation);
        if (report.New + report.Changed > 0)
            LogRead(feed.Id, Said(feed), report.New, report.Changed, report.Held);
        return report;
    }

    private async Task EndWellAsync(Feed feed, Uri? movedTo, TimeSpan? freshness, CancellationToken cancellation)
    {
        var well = Well(Moved(feed, movedTo), Longer(feed.Rhythm.Least, freshness));
        await due.SettleAsync(well, cancellation);
        await FollowMoveAsync(well, cancellation);
    }

    private Feed Well(Feed feed, TimeSpan? asked)
    {
        var now = time.GetUtcNow();
        if (feed.Failures > 0)
            LogRecovered(feed.Id, Said(feed));
        return feed with
        {
            State = FeedState.Read,
            LastCheck = now,
            LastSuccess = now,
            Failures = 0,
            FailingSince = null,
            Fault = null,
            FaultWords = null,
            NextCheck = PollingPolicy.After(now, feed.ItemGap, asked, feed.Rhythm, random.NextDouble()),
        };
    }

    private async Task FailAsync(
        Feed feed,
        string fault,
        string words,
        FetchOutcome.Failed? failed,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        var failures = feed.Failures + 1;
        var isGone = failed?.Fault == FetchFault.Gone;
        // A host that knew us and now refuses us has counted our visits.
        var isLimited =
            failed?.Fault == FetchFault.Busy
            || failed is { Fault: FetchFault.Refused, Status: 403 } && feed.LastSuccess is not null;
        await due.SettleAsync(
            feed with
            {
                State = isGone ? FeedState.Gone : feed.State,
                LastCheck = now,
                Failures = failures,
                FailingSince = feed.FailingSince ?? now,
                Fault = fault,
                FaultWords = words,
                NextCheck = PollingPolicy.AfterFailure(
                    now,
                    failures,
                    failed?.RetryAfter,
                    isLimited,
                    random.NextDouble()
                ),
            },
            cancellation
        );
        // One warning, not one a try.
        if (failures == 1)
            LogFailing(feed.Id, Said(feed), words);
    }

    private static Feed Moved(Feed feed, Uri? to) =>
        feed with
        {
            MovedTo = to,
            MovedTimes =
                to is null ? 0
                : to == feed.MovedTo ? feed.MovedTimes + 1
                : 1,
        };

    private async Task FollowMoveAsync(Feed feed, CancellationToken cancellation)
    {
        if (feed is not { MovedTo: { } to, MovedTimes: >= MovesBelieved })
            return;
        if (await due.TryMoveAsync(feed.Id, to, cancellation))
            LogMoved(feed.Id, Said(feed), to.Host);
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one > other || other is null ? one : other;

    /// <summary>For the log: no query, it may hold a key.</summary>
    private static string Said(Feed feed) => feed.Url.GetLeftPart(UriPartial.Path);

    [LoggerMessage(110, LogLevel.Information, "Feed {FeedId} ({Url}): {New} new, {Changed} changed, {Held} held back")]
    private partial void LogRead(FeedId feedId, string url, int @new, int changed, int held);

    [LoggerMessage(111, LogLevel.Warning, "Feed {FeedId} ({Url}) cannot be read: {Why}")]
    private partial void LogFailing(FeedId feedId, string url, string why);

    [LoggerMessage(112, LogLevel.Information, "Feed {FeedId} ({Url}) can be read again")]
    private partial void LogRecovered(FeedId feedId, string url);

    [LoggerMessage(119, LogLevel.Error, "What feed {FeedId} brought could not be filed")]
    private partial void LogBroke(Exception broken, FeedId feedId);

    [LoggerMessage(113, LogLevel.Information, "Feed {FeedId} ({Url}) has moved for good, to {Host}")]
    private partial void LogMoved(FeedId feedId, string url, string host);
}
