using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Articles;

/// <summary>The rows that an intake reads and writes, inside its transaction.</summary>
internal sealed class IntakeLedger(SqliteConnection connection, SqliteTransaction transaction, DateTimeOffset now)
{
    /// <summary>A day's grace: a date without zone may lie ahead of UTC.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private const string Known =
        "SELECT id, item, source, title, has_own_title, url, author, published, hash, likeness FROM articles a";

    public async Task<List<FiledArticle>> OfOriginAsync(string origin) =>
        (
            await connection.QueryAsync<FiledArticle>(
                Known + " WHERE origin = @origin AND withdrawn_at IS NULL ORDER BY item",
                new { origin },
                transaction
            )
        ).AsList();

    public async Task<FiledArticle?> FindLikeAsync(string likeness) =>
        await connection.QueryFirstOrDefaultAsync<FiledArticle>(
            Known + " WHERE likeness = @likeness AND withdrawn_at IS NULL",
            new { likeness },
            transaction
        );

    /// <summary>One that was withdrawn, with the same words; what a chat has set aside stays that chat's.</summary>
    public async Task<FiledArticle?> FindGoneAsync(string likeness) =>
        await connection.QueryFirstOrDefaultAsync<FiledArticle>(
            $"{Known} WHERE likeness = @likeness AND withdrawn_at IS NOT NULL AND NOT {Sieve.IsAside} ORDER BY id DESC",
            new { likeness },
            transaction
        );

    public Task AddAsync(string origin, ArticleCopy copy) => InsertAsync(origin, copy, isListed: true);

    /// <summary>One that is in no list from the first.</summary>
    public Task<long> AddAsideAsync(string origin, ArticleCopy copy) => InsertAsync(origin, copy, isListed: false);

    /// <summary>
    /// One of the origin that is in no list, with the same words of the same author and address: whoever repeats a
    /// message is not taken for its author. It counts as put there now.
    /// </summary>
    public Task<long?> FindAsideAsync(string origin, ArticleCopy copy) =>
        connection.ExecuteScalarAsync<long?>(
            """
            UPDATE articles SET withdrawn_at = @now
            WHERE id = (SELECT MAX(id) FROM articles
                        WHERE likeness = @Likeness AND origin = @origin AND withdrawn_at IS NOT NULL
                          AND source = @Source AND author IS @Author AND url IS @Url)
            RETURNING id
            """,
            new
            {
                origin,
                copy.Likeness,
                copy.Source,
                copy.Author,
                Url = copy.Url?.AbsoluteUri,
                now = StoredInstant.Write(now),
            },
            transaction
        );

    /// <summary>The copy takes the row's place; its number and the time of its first sight stay.</summary>
    public Task ReplaceAsync(long id, string origin, ArticleCopy copy) =>
        connection.ExecuteAsync(
            """
            UPDATE articles SET
              origin = @Origin, item = @Item, source = @Source, title = @Title, has_own_title = @HasOwnTitle, url = @Url,
              author = @Author, published = @Published, text = @Text, hash = @Hash, likeness = @Likeness, withdrawn_at = NULL,
              listed_at = CASE WHEN @Published IS NULL OR @Published > @Latest THEN first_seen ELSE @Published END
            WHERE id = @id
            """,
            Values(origin, copy, id),
            transaction
        );

    public Task RenumberAsync(long id, int item) =>
        connection.ExecuteAsync("UPDATE articles SET item = @item WHERE id = @id", new { id, item }, transaction);

    public Task WithdrawAsync(long id) =>
        connection.ExecuteAsync(
            "UPDATE articles SET withdrawn_at = @now WHERE id = @id",
            new { id, now = StoredInstant.Write(now) },
            transaction
        );

    public async Task<List<Twin>> TwinsOfAsync(long id) =>
        (
            await connection.QueryAsync<Twin>(
                "SELECT origin, item FROM twins WHERE article = @id ORDER BY origin, item",
                new { id },
                transaction
            )
        ).AsList();

    public Task AddTwinAsync(string origin, int item, long article) =>
        connection.ExecuteAsync(
            "INSERT OR REPLACE INTO twins (origin, item, article) VALUES (@origin, @item, @article)",
            new
            {
                origin,
                item,
                article,
            },
            transaction
        );

    public Task RemoveTwinsOfOriginAsync(string origin) =>
        connection.ExecuteAsync("DELETE FROM twins WHERE origin = @origin", new { origin }, transaction);

    public Task RemoveTwinsOfArticleAsync(long id) =>
        connection.ExecuteAsync("DELETE FROM twins WHERE article = @id", new { id }, transaction);

    /// <summary>The twin's origin becomes the article's own.</summary>
    public Task PromoteAsync(long id, Twin twin) =>
        connection.ExecuteAsync(
            """
            DELETE FROM twins WHERE origin = @Origin AND item = @Item;
            UPDATE articles SET origin = @Origin, item = @Item WHERE id = @id;
            """,
            new
            {
                id,
                twin.Origin,
                twin.Item,
            },
            transaction
        );

    /// <summary>
    /// What its source remembers of the origin does not hold any more: a seed file is read again at the next look, a
    /// feed's item at the next visit, and until then it shows what is filed under its own name alone.
    /// </summary>
    public Task ForgetStateAsync(string origin) =>
        connection.ExecuteAsync(
            """
            UPDATE seed_files SET size = -1, hash = '' WHERE path = @origin;
            UPDATE feeds SET etag = NULL, last_modified = NULL, body_hash = NULL
            WHERE id = (SELECT feed FROM feed_items WHERE origin = @origin);
            UPDATE feed_items SET prints = '',
              article = COALESCE((SELECT id FROM articles WHERE origin = @origin AND item = 0 AND withdrawn_at IS NULL),
                                 (SELECT article FROM twins WHERE origin = @origin AND item = 0))
            WHERE origin = @origin;
            """,
            new { origin },
            transaction
        );

    private Task<long> InsertAsync(string origin, ArticleCopy copy, bool isListed) =>
        connection.ExecuteScalarAsync<long>(
            $"""
            INSERT INTO articles
              (origin, item, source, title, has_own_title, url, author, published, first_seen, listed_at, text, hash, likeness,
               withdrawn_at)
            VALUES
              (@Origin, @Item, @Source, @Title, @HasOwnTitle, @Url, @Author, @Published, @Now, @ListedAt, @Text, @Hash, @Likeness,
               {(isListed ? "NULL" : "@Now")})
            RETURNING id
            """,
            Values(origin, copy),
            transaction
        );

    private object Values(string origin, ArticleCopy copy, long id = 0)
    {
        var latest = now + Ahead;
        return new
        {
            id,
            Origin = origin,
            copy.Item,
            copy.Source,
            copy.Title,
            copy.HasOwnTitle,
            Url = copy.Url?.AbsoluteUri,
            copy.Author,
            Published = copy.Published is { } published ? StoredInstant.Write(published) : null,
            Now = StoredInstant.Write(now),
            Latest = StoredInstant.Write(latest),
            ListedAt = StoredInstant.Write(copy.Published is { } date && date <= latest ? date : now),
            copy.Text,
            copy.Hash,
            copy.Likeness,
        };
    }
}

/// <summary>Another name of an article that the desk has.</summary>
internal sealed record Twin(string Origin, long Item);
