using Bot.Core.Delivery;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Feeds.Polling;

/// <summary>The feeds that are due, and what each visit left behind.</summary>
public sealed class DueFeeds(Database database, TimeProvider time)
{
    /// <summary>A visit takes less; later another process may take the feed for abandoned.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    private readonly string me = ProcessMark.OfThis();
    private bool hasInherited;

    /// <summary>Takes feeds that are due and that no other process has, the longest overdue first.</summary>
    public async Task<IReadOnlyList<Feed>> TakeDueAsync(int most, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (!hasInherited)
            await InheritAsync(transaction);
        hasInherited = true;
        var rows = await connection.QueryAsync<FeedRow>(
            new CommandDefinition(
                $"""
                SELECT {FeedRow.Columns} FROM feeds f
                WHERE f.state IN ('new', 'read') AND f.next_check <= @now AND (f.held_until IS NULL OR f.held_until <= @now)
                  AND EXISTS (SELECT 1 FROM follows w WHERE w.feed = f.id AND w.paused IS NULL)
                ORDER BY f.next_check LIMIT @most
                """,
                new { now = StoredInstant.Write(now), most },
                transaction,
                cancellationToken: cancellation
            )
        );
        var due = rows.Select(r => r.ToFeed()).ToList();
        await connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE feeds SET holder = @me, held_until = @until WHERE id IN @ids",
                new
                {
                    me,
                    until = StoredInstant.Write(now + Hold),
                    ids = due.Select(f => f.Id.Value),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
        return due;
    }

    /// <summary>Goes on holding a feed that has waited for its turn at its host.</summary>
    /// <returns>The feed as it is now; null where it is somebody else's, or gone.</returns>
    public async Task<Feed?> TakeUpAsync(FeedId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<FeedRow>(
            new CommandDefinition(
                $"""
                UPDATE feeds AS f SET holder = @me, held_until = @until
                WHERE f.id = @id AND (f.holder IS NULL OR f.holder = @me OR f.held_until <= @now)
                RETURNING {FeedRow.Columns.Replace("f.", "", StringComparison.Ordinal)}
                """,
                new
                {
                    me,
                    id = id.Value,
                    now = StoredInstant.Write(now),
                    until = StoredInstant.Write(now + Hold),
                },
                cancellationToken: cancellation
            )
        );
        return rows.FirstOrDefault()?.ToFeed();
    }

    /// <returns>When the next feed is due; null where none is.</returns>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var next = await connection.ExecuteScalarAsync<string?>(
            new CommandDefinition(
                """
                SELECT f.next_check FROM feeds f
                WHERE f.state IN ('new', 'read') AND (f.holder IS NULL OR f.held_until <= @now)
                  AND EXISTS (SELECT 1 FROM follows w WHERE w.feed = f.id AND w.paused IS NULL)
                ORDER BY f.next_check LIMIT 1
                """,
                new { now = StoredInstant.Write(time.GetUtcNow()) },
                cancellationToken: cancellation
            )
        );
        return next is null ? null : StoredInstant.TryRead(next);
    }

    /// <summary>Writes down what a visit without items left behind.</summary>
    public async Task SettleAsync(Feed feed, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await SettleAsync(transaction, feed);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>As <see cref="SettleAsync(Feed, CancellationToken)"/>, in the transaction that files what the visit brought.</summary>
    public static Task SettleAsync(SqliteTransaction transaction, Feed feed) =>
        transaction.Connection!.ExecuteAsync( // A transaction that was not ended has its connection.
            """
            UPDATE feeds SET
              title = @Title, site = @Site, state = @state, etag = @ETag, last_modified = @LastModified, body_hash = @BodyHash,
              own_wait = @ownWait, item_gap = @itemGap, quiet_hours = @quietHours, quiet_days = @quietDays,
              next_check = @nextCheck, last_check = @lastCheck, last_success = @lastSuccess, last_new = @lastNew,
              failures = @Failures, failing_since = @failingSince, fault = @Fault, fault_words = @FaultWords,
              held_since = @heldSince, held_items = @HeldItems, moved_to = @movedTo, moved_times = @MovedTimes,
              holder = NULL, held_until = NULL
            WHERE id = @id
            """,
            new
            {
                id = feed.Id.Value,
                feed.Title,
                feed.Site,
                state = feed.State.ToString().ToLowerInvariant(),
                feed.ETag,
                feed.LastModified,
                feed.BodyHash,
                ownWait = (long?)feed.Rhythm.Least?.TotalSeconds,
                itemGap = (long?)feed.ItemGap?.TotalSeconds,
                quietHours = feed.Rhythm.QuietHours,
                quietDays = feed.Rhythm.QuietDays,
                nextCheck = StoredInstant.Write(feed.NextCheck),
                lastCheck = Written(feed.LastCheck),
                lastSuccess = Written(feed.LastSuccess),
                lastNew = Written(feed.LastNew),
                feed.Failures,
                failingSince = Written(feed.FailingSince),
                feed.Fault,
                feed.FaultWords,
                heldSince = Written(feed.HeldSince),
                feed.HeldItems,
                movedTo = feed.MovedTo?.AbsoluteUri,
                feed.MovedTimes,
            },
            transaction
        );

    /// <summary>
    /// Asks for the feed at its new address from now on. Where another feed is read there, the two are one: chats that
    /// follow this one follow that one, with all that was seen; a chat that follows both is asked, and keeps both until then.
    /// </summary>
    /// <returns>False where some chat follows both.</returns>
    public async Task<bool> TryMoveAsync(FeedId id, Uri to, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var values = new { id = id.Value, to = to.AbsoluteUri };
        var hasMoved =
            await connection.ExecuteAsync(
                """
                UPDATE feeds SET url = @to, moved_to = NULL, moved_times = 0
                WHERE id = @id AND NOT EXISTS (SELECT 1 FROM feeds WHERE url = @to)
                """,
                values,
                transaction
            ) > 0;
        if (!hasMoved)
            hasMoved = await TryMergeAsync(transaction, values);
        await transaction.CommitAsync(cancellation);
        return hasMoved;
    }

    private static async Task<bool> TryMergeAsync(SqliteTransaction transaction, object values)
    {
        var connection = transaction.Connection!; // As above.
        await connection.ExecuteAsync(
            """
            UPDATE OR IGNORE follows SET feed = (SELECT id FROM feeds WHERE url = @to)
            WHERE feed = @id AND EXISTS (SELECT 1 FROM feeds WHERE url = @to AND id <> @id)
            """,
            values,
            transaction
        );
        if (
            await connection.ExecuteScalarAsync<bool>(
                "SELECT EXISTS (SELECT 1 FROM follows WHERE feed = @id)",
                values,
                transaction
            )
        )
            return false;
        await connection.ExecuteAsync(
            """
            UPDATE OR IGNORE feed_items SET feed = (SELECT id FROM feeds WHERE url = @to) WHERE feed = @id;
            DELETE FROM feeds WHERE id = @id;
            """,
            values,
            transaction
        );
        return true;
    }

    /// <summary>What a process of this machine held that is over need not be waited for.</summary>
    private static async Task InheritAsync(SqliteTransaction transaction)
    {
        var connection = transaction.Connection!; // A transaction that was not ended has its connection.
        var holders = await connection.QueryAsync<string>(
            "SELECT DISTINCT holder FROM feeds WHERE holder IS NOT NULL",
            transaction: transaction
        );
        await connection.ExecuteAsync(
            "UPDATE feeds SET holder = NULL, held_until = NULL WHERE holder IN @over",
            new { over = holders.Where(ProcessMark.IsOver) },
            transaction
        );
    }

    private static string? Written(DateTimeOffset? at) => at is { } instant ? StoredInstant.Write(instant) : null;
}
