using Bot.Core.Articles;
using Bot.Core.Storage;
using Bot.Text.Stories;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Stories;

/// <summary>The stories as rows: which article is in which, and what the clusterer knows of each.</summary>
public sealed class StoryBook(Database database, TimeProvider time)
{
    /// <summary>After so many articles the counts of terms are kept: losing as many changes no decision that one would notice.</summary>
    private const int BetweenCounts = 256;

    /// <summary>Articles of the last days are put to stories anew where the clusterer's form has changed.</summary>
    private static readonly TimeSpan PlacedAnew = TimeSpan.FromDays(14);

    public async Task<bool> HasWaitingAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(
                "SELECT EXISTS (SELECT 1 FROM articles WHERE placed = 0 AND withdrawn_at IS NULL)",
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>In the order in which they came.</summary>
    public async Task<IReadOnlyList<WaitingArticle>> WaitingAsync(int count, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<WaitingRow>(
            new CommandDefinition(
                """
                SELECT id, hash, source, title, has_own_title, text, listed_at, first_seen
                FROM articles INDEXED BY articles_unplaced WHERE placed = 0 AND withdrawn_at IS NULL ORDER BY id LIMIT @count
                """,
                new { count },
                cancellationToken: cancellation
            )
        );
        return [.. rows.Select(r => r.ToArticle())];
    }

    /// <summary>A tracker that goes on where the store's was left.</summary>
    public async Task<KnownStories> RestoreAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var counts = await connection.QueryFirstOrDefaultAsync<byte[]?>(
            "SELECT state FROM story_counts WHERE version = @Version",
            new { StoryTracker.Version },
            transaction
        );
        var tracker = counts is null
            ? null
            : StoryTracker.Restore(StoryStates.Read<StoryTrackerState>(counts) with { Stories = [] });
        if (tracker is null)
            await ForgetFormAsync(connection, transaction);
        // A form of which no counts are kept is a form that nobody can go on from.
        var stories = new KnownStories(tracker ?? new StoryTracker())
        {
            SinceCounts = tracker is null ? BetweenCounts : 0,
        };
        await CatchUpAsync(connection, transaction, stories);
        await transaction.CommitAsync(cancellation);
        return stories;
    }

    /// <summary>Decides on what is read, and writes down what was decided, in one transaction.</summary>
    /// <param name="stories">Is behind afterwards where this fails; then it is to be restored.</param>
    /// <returns>How many articles were put to a story: not those that another process was first with.</returns>
    public async Task<int> PlaceAsync(
        KnownStories stories,
        IReadOnlyList<(WaitingArticle Article, StoryReading? Reading)> readings,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await CatchUpAsync(connection, transaction, stories);
        var grown = new HashSet<StoryId>();
        var placed = 0;
        foreach (var (article, reading) in readings)
        {
            var isMine = await connection.ExecuteAsync(
                "UPDATE articles SET placed = @placed WHERE id = @id AND hash = @Hash AND placed = 0",
                new
                {
                    placed = reading is null ? 2 : 1,
                    id = article.Id.Value,
                    article.Hash,
                },
                transaction
            );
            if (isMine == 0 || reading is null)
                continue;
            var decision = stories.Tracker.Add(reading);
            grown.Add(decision.Story);
            await EnterAsync(connection, transaction, article, decision);
            placed++;
        }

        await KeepAsync(connection, transaction, stories, grown, placed);
        await transaction.CommitAsync(cancellation);
        return placed;
    }

    /// <summary>How the article's story grew, in the order in which it did; nothing where the article is in none.</summary>
    public async Task<IReadOnlyList<StoryTelling>> TellingsAsync(ArticleId article, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<(long Article, string Relation, string News)>(
            new CommandDefinition(
                """
                SELECT t.article, t.relation, CASE WHEN t.hash = a.hash THEN t.news ELSE '' END
                FROM story_tellings t JOIN articles a ON a.id = t.article
                WHERE t.story = (SELECT story FROM story_tellings WHERE article = @id ORDER BY seq DESC LIMIT 1)
                  AND t.relation <> 'again'
                ORDER BY t.seq
                """,
                new { id = article.Value },
                cancellationToken: cancellation
            )
        );
        return [.. rows.Select(r => new StoryTelling(new ArticleId(r.Article), r.Relation, StorySpans.Read(r.News)))];
    }

    private async Task EnterAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        WaitingArticle article,
        StoryDecision decision
    )
    {
        var before = await connection.QueryFirstOrDefaultAsync<string?>(
            "SELECT hash FROM story_tellings WHERE article = @id ORDER BY seq DESC LIMIT 1",
            new { id = article.Id.Value },
            transaction
        );
        await connection.ExecuteAsync(
            """
            INSERT INTO story_tellings (article, hash, story, relation, news, placed_at)
            VALUES (@id, @Hash, @story, @relation, @news, @now)
            """,
            new
            {
                id = article.Id.Value,
                article.Hash,
                story = decision.Story.Number,
                relation = before is null ? Written(decision.Relation)
                : before != article.Hash && decision.NewSentences.Count > 0 ? "edited"
                : "again",
                news = StorySpans.Write(decision.NewSentences),
                now = StoredInstant.Write(time.GetUtcNow()),
            },
            transaction
        );
    }

    /// <summary>What other processes decided since.</summary>
    private static async Task CatchUpAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        KnownStories stories
    )
    {
        var last = await LastSeqAsync(connection, transaction);
        if (last == stories.LastSeq)
            return;
        var states = await connection.QueryAsync<byte[]>(
            "SELECT state FROM stories WHERE last_seq > @LastSeq AND version = @Version ORDER BY number",
            new { stories.LastSeq, StoryTracker.Version },
            transaction
        );
        foreach (var state in states)
            stories.Tracker.Take(StoryStates.Read<StoryState>(state));
        stories.Tracker.NumberAfter(
            await connection.ExecuteScalarAsync<int>(
                "SELECT COALESCE(MAX(story), 0) FROM story_tellings",
                transaction: transaction
            )
        );
        stories.LastSeq = last;
    }

    private static async Task KeepAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        KnownStories stories,
        HashSet<StoryId> grown,
        int placed
    )
    {
        if (placed == 0)
            return;
        stories.LastSeq = await LastSeqAsync(connection, transaction);
        foreach (var id in grown)
        {
            if (stories.Tracker.SaveStory(id) is not { } state)
                continue;
            await connection.ExecuteAsync(
                """
                INSERT OR REPLACE INTO stories (number, version, last_seq, last_article, state)
                VALUES (@Number, @Version, @LastSeq, @last, @body)
                """,
                new
                {
                    state.Number,
                    StoryTracker.Version,
                    stories.LastSeq,
                    last = StoredInstant.Write(state.Last),
                    body = StoryStates.Write(state),
                },
                transaction
            );
        }

        stories.SinceCounts += placed;
        if (stories.SinceCounts < BetweenCounts)
            return;
        stories.SinceCounts = 0;
        await connection.ExecuteAsync(
            """
            INSERT OR REPLACE INTO story_counts (id, version, state) VALUES (1, @Version, @body);
            DELETE FROM stories WHERE last_article < @over;
            """,
            new
            {
                StoryTracker.Version,
                body = StoryStates.Write(stories.Tracker.SaveCounts()),
                over = StoredInstant.Write(stories.Tracker.ClosedBefore),
            },
            transaction
        );
    }

    /// <summary>A first start, or a clusterer of another form: what is fresh is put to stories of the new form.</summary>
    private Task<int> ForgetFormAsync(SqliteConnection connection, SqliteTransaction transaction) =>
        connection.ExecuteAsync(
            """
            DELETE FROM stories WHERE version <> @Version;
            UPDATE articles SET placed = 0
            WHERE placed = 1 AND first_seen >= @since AND NOT EXISTS (SELECT 1 FROM stories);
            """,
            new { StoryTracker.Version, since = StoredInstant.Write(time.GetUtcNow() - PlacedAnew) },
            transaction
        );

    private static Task<long> LastSeqAsync(SqliteConnection connection, SqliteTransaction transaction) =>
        connection.ExecuteScalarAsync<long>(
            "SELECT COALESCE(MAX(seq), 0) FROM story_tellings",
            transaction: transaction
        );

    private static string Written(StoryRelation relation) => relation.ToString().ToLowerInvariant();

    private sealed record WaitingRow(
        long Id,
        string Hash,
        string Source,
        string Title,
        long Has_own_title,
        string Text,
        string Listed_at,
        string First_seen
    )
    {
        public WaitingArticle ToArticle() =>
            new(
                new ArticleId(Id),
                Hash,
                Source,
                Has_own_title != 0 ? Title : null,
                Text,
                StoredInstant.Read(Listed_at),
                StoredInstant.Read(First_seen)
            );
    }
}
