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
        var rows = await connection.QueryAsync<FollowRow, FeedRow, FeedTrouble?>(
            new CommandDefinition(
                $"""
                SELECT w.chat, w.title AS Own_title, w.folder, w.full_text, w.place, w.added, w.added_by, w.told_failing,
                       m.at AS Told_held, {FeedRow.Columns}
                FROM follows w JOIN feeds f ON f.id = w.feed
                LEFT JOIN moments m ON m.name = '{HeldMoment}' || w.chat || ' ' || w.feed
                WHERE w.paused IS NULL AND (
                    (f.failing_since IS NOT NULL AND f.failing_since IS NOT w.told_failing
                      AND (f.failures >= @failures OR f.failing_since <= @before OR f.state = 'gone'))
                    OR (f.failing_since IS NULL AND w.told_failing IS NOT NULL)
                    OR (f.held_since > @recent AND f.held_since >= w.added AND (m.at IS NULL OR m.at < f.held_since)))
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
            (follow, feed) => follow.ToTrouble(feed.ToFeed(), now),
            splitOn: "id"
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

        await outbox.EnqueueAsync(
            transaction,
            notice.Destination,
            [notice.Reply],
            ledger: null,
            isMine: false,
            cancellation
        );
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
            name = $"{HeldMoment}{trouble.Followed.Place.Chat} {trouble.Followed.Feed.Id}",
            failing = Written(trouble.Followed.Feed.FailingSince),
            held = Written(trouble.Followed.Feed.HeldSince),
        };
        return await transaction.Connection!.ExecuteAsync( // A transaction that was not ended has its connection.
                trouble.Kind == FeedTroubleKind.Held
                    ? """
                    INSERT INTO moments (name, at) VALUES (@name, @held)
                    ON CONFLICT DO UPDATE SET at = excluded.at WHERE at < excluded.at
                    """
                    : """
                    UPDATE follows SET told_failing = @failing
                    WHERE chat = @chat AND feed = @feed AND told_failing IS NOT @failing
                    """,
                values,
                transaction
            ) > 0;
    }

    /// <summary>Begins the name of the moment up to which a chat knows what was held back of a feed.</summary>
    private const string HeldMoment = "held told ";

    private static string? Written(DateTimeOffset? at) => at is { } instant ? StoredInstant.Write(instant) : null;

    private sealed record FollowRow(
        string Chat,
        string Own_title,
        string Folder,
        long Full_text,
        string Place,
        string Added,
        string Added_by,
        string? Told_failing,
        string? Told_held
    )
    {
        /// <returns>Null where another version of the program wrote a place that this one cannot read.</returns>
        public FeedTrouble? ToTrouble(Feed feed, DateTimeOffset now)
        {
            if (Destination.TryParse(Place) is not { } place)
                return null;
            var followed = new Followed(
                feed,
                Own_title,
                Folder,
                Full_text != 0,
                place,
                StoredInstant.Read(Added),
                Added_by
            );
            var isFailing = feed.FailingSince is { } since && Written(since) != Told_failing;
            return isFailing
                && (
                    feed.Failures >= FailuresTold
                    || feed.State == FeedState.Gone
                    || now - feed.FailingSince >= FailingTold
                )
                    ? new FeedTrouble(followed, FeedTroubleKind.Failing)
                : feed.FailingSince is null && Told_failing is not null
                    ? new FeedTrouble(followed, FeedTroubleKind.Recovered)
                : new FeedTrouble(followed, FeedTroubleKind.Held);
        }
    }
}
