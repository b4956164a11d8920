using Bot.Core.Storage;
using Bot.Text;
using Dapper;

namespace Bot.Core.Articles;

/// <summary>
/// The articles and what was understood of them, each list as its audience sees it. Withdrawn ones are found by their
/// number alone.
/// </summary>
public sealed class ArticleStore(Database database)
{
    private readonly AnalysisStore analyses = new(database);

    /// <summary>The article of that number, withdrawn or not; null where the audience may not see it.</summary>
    public async Task<Article?> FindAsync(ArticleId id, Audience audience, CancellationToken cancellation) =>
        await QueryAsync(
            $"SELECT {ArticleRow.Columns} FROM articles a WHERE a.id = @id AND {Sieve.SeenBy(audience)}",
            new { id = id.Value, chat = audience.Chat },
            cancellation
        )
            is [var article]
            ? article
            : null;

    /// <summary>Those of the articles that there are, withdrawn or not, in no order; whoever asks knows who may see them.</summary>
    public Task<IReadOnlyList<Article>> FindAllAsync(IReadOnlyList<ArticleId> ids, CancellationToken cancellation) =>
        QueryAsync(
            $"SELECT {ArticleRow.Columns} FROM articles a WHERE a.id IN (SELECT value FROM json_each(@ids))",
            new { ids = $"[{string.Join(',', ids)}]" },
            cancellation
        );

    /// <summary>Newest first: by date of publication, by first sight where there is none or it lies in the future.</summary>
    public Task<IReadOnlyList<Article>> LatestAsync(
        Audience audience,
        int count,
        int skip,
        CancellationToken cancellation
    ) => LatestAsync(audience, ArticleFilter.None, count, skip, cancellation);

    /// <summary>As above, of those that the filter leaves.</summary>
    public async Task<IReadOnlyList<Article>> LatestAsync(
        Audience audience,
        ArticleFilter filter,
        int count,
        int skip,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var ids = await new ArticleLists(connection).NewestAsync(
            new Sieve(audience, filter),
            count,
            skip,
            cancellation
        );
        var rows = await connection.QueryAsync<ArticleRow>(
            new CommandDefinition(
                $"SELECT {ArticleRow.Columns} FROM articles a WHERE a.id IN @ids {Sieve.NewestFirst}",
                new { ids },
                cancellationToken: cancellation
            )
        );
        return [.. rows.Select(r => r.ToArticle())];
    }

    /// <summary>Full-text search over title and body, newest first; without case and accents, the last word may be a beginning.</summary>
    /// <param name="words">As a reader types them; no query language. All of them are to be found.</param>
    public async Task<IReadOnlyList<Article>> SearchAsync(
        string words,
        Audience audience,
        ArticleFilter filter,
        int count,
        int skip,
        CancellationToken cancellation
    )
    {
        if (SearchWords.All(words) is not { } query)
            return [];
        var sieve = new Sieve(audience, filter);
        var values = sieve.Values();
        values.AddDynamicParams(
            new
            {
                query,
                count,
                skip,
            }
        );
        return await QueryAsync(
            $"""
            SELECT {ArticleRow.Columns} FROM article_words w CROSS JOIN articles a ON a.id = w.rowid
            WHERE article_words MATCH @query AND {sieve.Condition} {Sieve.NewestFirst} LIMIT @count OFFSET @skip
            """,
            values,
            cancellation
        );
    }

    /// <summary>How many articles <see cref="SearchAsync"/> would find in all.</summary>
    public async Task<ArticleCount> CountFoundAsync(
        string words,
        Audience audience,
        ArticleFilter filter,
        CancellationToken cancellation
    )
    {
        if (SearchWords.All(words) is not { } query)
            return new ArticleCount(0, IsExact: true);
        var sieve = new Sieve(audience, filter);
        var values = sieve.Values();
        values.AddDynamicParams(new { query, most = ArticleCount.Most + 1 });
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        return ArticleCount.Of(
            await connection.ExecuteScalarAsync<int>(
                new CommandDefinition(
                    $"""
                    SELECT COUNT(*) FROM (
                      SELECT 1 FROM article_words w CROSS JOIN articles a ON a.id = w.rowid
                      WHERE article_words MATCH @query AND {sieve.Condition} LIMIT @most)
                    """,
                    values,
                    cancellationToken: cancellation
                )
            )
        );
    }

    /// <summary>Articles by words of their headlines: those that have all of the words, newest first; else the best matches.</summary>
    public async Task<IReadOnlyList<Article>> FindByTitleAsync(
        string words,
        Audience audience,
        int count,
        CancellationToken cancellation
    )
    {
        if (SearchWords.All(words) is not { } all || SearchWords.Any(words) is not { } any)
            return [];
        var sieve = new Sieve(audience, ArticleFilter.None);
        var found = await TitledAsync(all, "a.listed_at DESC, a.id DESC");
        return found.Count > 0 ? found : await TitledAsync(any, "bm25(article_words), a.listed_at DESC, a.id DESC");

        Task<IReadOnlyList<Article>> TitledAsync(string query, string order) =>
            QueryAsync(
                $$"""
                SELECT {{ArticleRow.Columns}} FROM article_words w CROSS JOIN articles a ON a.id = w.rowid
                WHERE article_words MATCH @query AND {{sieve.Condition}} ORDER BY {{order}} LIMIT @count
                """,
                new
                {
                    query = $"{{title}} : ({query})",
                    chat = audience.Chat,
                    count,
                },
                cancellation
            );
    }

    /// <summary>True where the audience sees any article at all.</summary>
    public async Task<bool> HasAnyAsync(Audience audience, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var newest = await new ArticleLists(connection).NewestAsync(
            new Sieve(audience, ArticleFilter.None),
            count: 1,
            skip: 0,
            cancellation
        );
        return newest.Count > 0;
    }

    public Task<ArticleCount> CountAsync(Audience audience, CancellationToken cancellation) =>
        CountAsync(audience, ArticleFilter.None, cancellation);

    /// <summary>How many articles the audience sees that the filter leaves.</summary>
    public async Task<ArticleCount> CountAsync(Audience audience, ArticleFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        return await new ArticleLists(connection).CountAsync(new Sieve(audience, filter), cancellation);
    }

    /// <summary>How many articles the desk has, however many that is.</summary>
    public async Task<int> CountAllAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(
            new CommandDefinition(
                "SELECT COUNT(*) FROM articles WHERE withdrawn_at IS NULL",
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>What was understood of the article: as stored, or read now where this analyser has not read it yet.</summary>
    public Task<AnalyzedText> ReadAsync(Article article, CancellationToken cancellation) =>
        analyses.ReadAsync(article, cancellation);

    private async Task<IReadOnlyList<Article>> QueryAsync(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<ArticleRow>(
            new CommandDefinition(sql, values, cancellationToken: cancellation)
        );
        return [.. rows.Select(r => r.ToArticle())];
    }
}
