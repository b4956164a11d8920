using Bot.Core.Chat;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Feeds.Following;

/// <summary>Which chats follow which feeds.</summary>
public sealed class FeedBook(Database database, TimeProvider time)
{
    public const int MostInChat = 250;
    public const int MostOfOwner = 1000;

    /// <summary>Of a feed that nobody reads, or that was gone: when it is read again, what it holds is archive, as a new one's is.</summary>
    private const string IsAsleep =
        "(state = 'gone' OR NOT EXISTS (SELECT 1 FROM follows w WHERE w.feed = feeds.id AND w.paused IS NULL))";

    /// <summary>Follows the feeds in one transaction, in their order.</summary>
    /// <returns>What became of each.</returns>
    public async Task<IReadOnlyList<FollowOutcome>> FollowAsync(
        IReadOnlyList<FollowOrder> orders,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var outcomes = new List<FollowOutcome>();
        foreach (var order in orders)
            outcomes.Add(await FollowAsync(transaction, order));
        await transaction.CommitAsync(cancellation);
        return outcomes;
    }

    /// <summary>The feeds that the place's chat follows, by folder and name.</summary>
    public async Task<IReadOnlyList<Followed>> OfAsync(Destination place, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<FollowRow, FeedRow, Followed?>(
            new CommandDefinition(
                $"""
                SELECT {FollowRow.Columns}, {FeedRow.Columns}
                FROM follows w JOIN feeds f ON f.id = w.feed WHERE w.chat = @chat
                """,
                new { chat = place.Chat.ToString() },
                cancellationToken: cancellation
            ),
            (follow, feed) => follow.ToFollowed(feed.ToFeed()),
            splitOn: "id"
        );
        return
        [
            .. rows.OfType<Followed>()
                .OrderBy(f => f.Folder, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(f => f.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    /// <summary>A feed that nobody follows any more is forgotten, with what is known of its items; its articles stay for what was posted of them.</summary>
    /// <returns>False where the chat does not follow it.</returns>
    public async Task<bool> UnfollowAsync(Destination place, FeedId feed, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var values = new { chat = place.Chat.ToString(), feed = feed.Value };
        var left = await connection.ExecuteAsync(
            "DELETE FROM follows WHERE chat = @chat AND feed = @feed",
            values,
            transaction
        );
        await connection.ExecuteAsync(
            "DELETE FROM feeds WHERE id = @feed AND NOT EXISTS (SELECT 1 FROM follows WHERE feed = @feed)",
            values,
            transaction
        );
        await transaction.CommitAsync(cancellation);
        return left > 0;
    }

    /// <returns>False where there is nothing to change.</returns>
    public Task<bool> PauseAsync(Destination place, FeedId feed, CancellationToken cancellation) =>
        ChangeAsync("paused = @now", "AND paused IS NULL", place, feed, cancellation);

    /// <summary>What came in the meantime is read, and told as archive: a pause is no debt.</summary>
    /// <returns>False where there is nothing to change.</returns>
    public async Task<bool> ResumeAsync(Destination place, FeedId feed, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var values = new
        {
            chat = place.Chat.ToString(),
            feed = feed.Value,
            now = StoredInstant.Write(time.GetUtcNow()),
        };
        var resumed = await connection.ExecuteScalarAsync<int>(
            $"""
            UPDATE feeds SET state = 'new', next_check = MAX(next_check, @now)
            WHERE id = @feed AND {IsAsleep}
              AND EXISTS (SELECT 1 FROM follows WHERE chat = @chat AND feed = @feed AND paused IS NOT NULL);
            UPDATE follows SET paused = NULL, added = @now WHERE chat = @chat AND feed = @feed AND paused IS NOT NULL;
            SELECT changes();
            """,
            values,
            transaction
        );
        await transaction.CommitAsync(cancellation);
        return resumed > 0;
    }

    /// <returns>False where there is nothing to change.</returns>
    public Task<bool> SetFullTextAsync(
        Destination place,
        FeedId feed,
        bool isFullText,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            isFullText ? "full_text = 1" : "full_text = 0",
            isFullText ? "AND full_text = 0" : "AND full_text = 1",
            place,
            feed,
            cancellation
        );

    private async Task<FollowOutcome> FollowAsync(SqliteTransaction transaction, FollowOrder order)
    {
        var connection = transaction.Connection!; // A transaction that was not ended has its connection.
        var now = time.GetUtcNow();
        var values = new
        {
            chat = order.Place.Chat.ToString(),
            place = order.Place.ToString(),
            url = order.Url.AbsoluteUri,
            host = FetchAddress.Lane(order.Url),
            by = order.By,
            title = order.Title,
            folder = order.Folder,
            fullText = order.IsFullText,
            now = StoredInstant.Write(now),
            first = StoredInstant.Write(now + order.Delay),
        };
        var (isFollowed, inChat, ofOwner) = await connection.QuerySingleAsync<(bool, int, int)>(
            """
            SELECT EXISTS (SELECT 1 FROM follows w JOIN feeds f ON f.id = w.feed WHERE w.chat = @chat AND f.url = @url),
                   (SELECT COUNT(*) FROM follows WHERE chat = @chat),
                   (SELECT COUNT(*) FROM follows WHERE added_by = @by)
            """,
            values,
            transaction
        );
        if (isFollowed)
            return FollowOutcome.AlreadyFollowed;
        if (inChat >= MostInChat)
            return FollowOutcome.ChatIsFull;
        if (ofOwner >= MostOfOwner)
            return FollowOutcome.OwnerIsFull;
        await connection.ExecuteAsync(
            $"""
            INSERT INTO feeds (url, host, added, next_check) VALUES (@url, @host, @now, @first) ON CONFLICT (url) DO NOTHING;
            UPDATE feeds SET state = 'new', next_check = MAX(next_check, @first) WHERE url = @url AND {IsAsleep};
            INSERT INTO follows (chat, feed, title, folder, full_text, place, added, added_by)
            SELECT @chat, id, @title, @folder, @fullText, @place, @now, @by FROM feeds WHERE url = @url;
            """,
            values,
            transaction
        );
        return FollowOutcome.Followed;
    }

    private async Task<bool> ChangeAsync(
        string change,
        string where,
        Destination place,
        FeedId feed,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
                new CommandDefinition(
                    $"UPDATE follows SET {change} WHERE chat = @chat AND feed = @feed {where}",
                    new
                    {
                        chat = place.Chat.ToString(),
                        feed = feed.Value,
                        now = StoredInstant.Write(time.GetUtcNow()),
                    },
                    cancellationToken: cancellation
                )
            ) > 0;
    }
}
