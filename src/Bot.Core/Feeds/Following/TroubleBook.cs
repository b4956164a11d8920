using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Feeds.Following;

/// <summary>What is wrong with feeds that their places were not told of yet, or right again.</summary>
public sealed class TroubleBook(Database database, Outbox outbox, DeliveryBell bell, TimeProvider time)
{
    /// <summary>One visit that fails, or two, are the weather.</summary>
    private const int FailuresTold = 3;

    /// <summary>A feed that is visited seldom is told of by the clock.</summary>
    private static readonly TimeSpan FailingTold = TimeSpan.FromHours(6);

    /// <summary>What was held back longer ago is no news.</summary>
    private static readonly TimeSpan HeldTold = TimeSpan.FromDays(2);

    public async Task<IReadOnlyList<FeedTrouble>> UntoldAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<FollowRow, string, FeedRow, FeedTrouble?>(
            new CommandDefinition(
                $"""
                SELECT {FollowRow.Columns},
                  CASE
                    WHEN f.failing_since IS NOT NULL AND f.failing_since IS NOT w.told_failing
                      AND (f.failures >= @failures OR f.failing_since <= @before OR f.state = 'gone')
                      THEN '{nameof(FeedTroubleKind.Failing)}'
                    WHEN f.failing_since IS NULL AND w.told_failing IS NOT NULL
                      THEN '{nameof(FeedTroubleKind.Recovered)}'
                    WHEN f.held_since > @recent AND f.held_since >= w.added
                      AND (w.told_held IS NULL OR w.told_held < f.held_since)
                      THEN '{nameof(FeedTroubleKind.Held)}'
                  END AS kind,
                  {FeedRow.Columns}
                FROM follows w JOIN feeds f ON f.id = w.feed
                WHERE w.paused IS NULL AND kind IS NOT NULL
                ORDER BY w.place, f.id
                """,
                new
                {
                    failures = FailuresTold,
                    before = StoredInstant.Write(now - FailingTold),
                    recent = StoredInstant.Write(now - HeldTold),
                },
                cancellationToken: cancellation
            ),
            (follow, kind, feed) =>
                follow.ToFollowed(feed.ToFeed()) is { } followed
                    ? new FeedTrouble(followed, Enum.Parse<FeedTroubleKind>(kind))
                    : null,
            splitOn: "kind,id"
        );
        return [.. rows.OfType<FeedTrouble>()];
    }

    /// <summary>Writes down that the place knows, and queues what it is told, both or neither.</summary>
    /// <returns>False where another process told it meanwhile.</returns>
    public async Task<bool> ToldAsync(IReadOnlyList<FeedTrouble> troubles, Post notice, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var trouble in troubles)
        {
            if (!await NoteAsync(transaction, trouble))
                return false;
        }

        await outbox.EnqueueAsync(transaction, notice.Destination, [notice.Reply], cancellation);
        await transaction.CommitAsync(cancellation);
        bell.Ring();
        return true;
    }

    /// <returns>False where it is noted already, or the follow is no more.</returns>
    private static async Task<bool> NoteAsync(SqliteTransaction transaction, FeedTrouble trouble)
    {
        var values = new
        {
            chat = trouble.Followed.Place.Chat.ToString(),
            feed = trouble.Followed.Feed.Id.Value,
            failing = Written(trouble.Followed.Feed.FailingSince),
            held = Written(trouble.Followed.Feed.HeldSince),
        };
        return await transaction.Connection!.ExecuteAsync( // A transaction that was not ended has its connection.
                trouble.Kind == FeedTroubleKind.Held
                    ? """
                    UPDATE follows SET told_held = @held
                    WHERE chat = @chat AND feed = @feed AND (told_held IS NULL OR told_held < @held)
                    """
                    : """
                    UPDATE follows SET told_failing = @failing
                    WHERE chat = @chat AND feed = @feed AND told_failing IS NOT @failing
                    """,
                values,
                transaction
            ) > 0;
    }

    private static string? Written(DateTimeOffset? at) => at is { } instant ? StoredInstant.Write(instant) : null;
}
