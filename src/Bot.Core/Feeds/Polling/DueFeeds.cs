using Bot.Core.Delivery;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Feeds.Polling;

/// <summary>The feeds that are due, and what each visit left behind.</summary>
public sealed class DueFeeds(Database database, TimeProvider time)
{
    /// <summary>A visit takes less; later another process may take the feed for abandoned.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <summary>Of one host, taken and not visited yet: a host with many feeds is asked slowly and must not fill all places.</summary>
    private const int MostOfHost = 4;

    private const string IsDue = """
        f.state IN ('new', 'read') AND f.next_check <= @now
        AND EXISTS (SELECT 1 FROM follows w WHERE w.feed = f.id AND w.paused IS NULL)
        """;

    private readonly string me = ProcessMark.OfThis();
    private bool hasInherited;

    /// <summary>Takes feeds that are due and that nobody has, the longest overdue first, a few of each host.</summary>
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
                SELECT {FeedRow.Columns} FROM (
                  SELECT f.id, ROW_NUMBER() OVER (PARTITION BY f.host ORDER BY f.next_check)
                           + (SELECT COUNT(*) FROM feeds h WHERE h.host = f.host AND h.held_until > @now) AS place
                  FROM feeds f WHERE {IsDue} AND (f.held_until IS NULL OR f.held_until <= @now)
                ) due JOIN feeds f ON f.id = due.id
                WHERE due.place <= {MostOfHost} ORDER BY f.next_check LIMIT @most
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
    /// <param name="isDue">True where it is to be taken up only if it is due still.</param>
    /// <returns>The feed as it is now; null where it is another process's, or not there.</returns>
    public async Task<Feed?> TakeUpAsync(FeedId id, bool isDue, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<FeedRow>(
            new CommandDefinition(
                $"""
                UPDATE feeds AS f SET holder = @me, held_until = @until
                WHERE f.id = @id AND (f.holder IS NULL OR f.holder = @me OR f.held_until <= @now)
                  AND (NOT @isDue OR {IsDue})
                RETURNING {FeedRow.Columns.Replace("f.", "", StringComparison.Ordinal)}
                """,
                new
                {
                    me,
                    isDue,
                    id = id.Value,
                    now = StoredInstant.Write(now),
                    until = StoredInstant.Write(now + Hold),
                },
                cancellationToken: cancellation
            )
        );
        return rows.FirstOrDefault()?.ToFeed();
    }

    /// <returns>When the next feed is due that nobody has; null where none is.</returns>
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
    /// follow this one follow that one, with all that was seen. Where a chat follows both it is asked, and until then both
    /// stay as they are for all: what was seen cannot be in two places.
    /// </summary>
    /// <returns>False where some chat follows both.</returns>
    public async Task<bool> TryMoveAsync(FeedId id, Uri to, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var values = new
        {
            id = id.Value,
            to = to.AbsoluteUri,
            host = FetchAddress.Lane(to),
            now = StoredInstant.Write(time.GetUtcNow()),
        };
        var before = await connection.ExecuteScalarAsync<string?>(
            "SELECT url FROM feeds WHERE id = @id",
            values,
            transaction
        );
        // Nobody follows it any more.
        if (before is null)
            return false;
        var hasMoved =
            await connection.ExecuteAsync(
                """
                UPDATE feeds SET url = @to, host = @host, moved_to = NULL, moved_times = 0
                WHERE id = @id AND NOT EXISTS (SELECT 1 FROM feeds WHERE url = @to)
                """,
                values,
                transaction
            ) > 0;
        if (!hasMoved)
            hasMoved = await TryMergeAsync(transaction, values);
        if (hasMoved)
            await TakeDigestsAlongAsync(transaction, before, to.AbsoluteUri);
        await transaction.CommitAsync(cancellation);
        return hasMoved;
    }

    /// <summary>Digests name the feeds that they tell of by their addresses, a line each.</summary>
    private static Task<int> TakeDigestsAlongAsync(SqliteTransaction transaction, string from, string to) =>
        transaction.Connection!.ExecuteAsync( // As above.
            """
            UPDATE digests SET feeds = trim(
              replace(char(10) || feeds || char(10), char(10) || @from || char(10), char(10) || @to || char(10)), char(10))
            WHERE instr(char(10) || feeds || char(10), char(10) || @from || char(10)) > 0
            """,
            new { from, to },
            transaction
        );

    private static async Task<bool> TryMergeAsync(SqliteTransaction transaction, object values)
    {
        var connection = transaction.Connection!; // As above.
        if (
            !await connection.ExecuteScalarAsync<bool>(
                """
                SELECT EXISTS (SELECT 1 FROM feeds t WHERE t.url = @to AND t.id <> @id AND NOT EXISTS (
                  SELECT 1 FROM follows one JOIN follows other ON other.chat = one.chat
                  WHERE one.feed = @id AND other.feed = t.id))
                """,
                values,
                transaction
            )
        )
            return false;
        await connection.ExecuteAsync(
            """
            -- It answers, whatever it said when it was asked itself.
            UPDATE feeds SET state = 'read', failures = 0, failing_since = NULL, fault = NULL, fault_words = NULL, next_check = @now
            WHERE url = @to AND state = 'gone';
            UPDATE follows SET feed = (SELECT id FROM feeds WHERE url = @to) WHERE feed = @id;
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
