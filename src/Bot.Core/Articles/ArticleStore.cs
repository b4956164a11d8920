using Bot.Core.Storage;
using Bot.Text;
using Dapper;

namespace Bot.Core.Articles;

/// <summary>The articles and what was understood of them. Withdrawn ones are found by their number alone.</summary>
public sealed class ArticleStore(Database database)
{
    private readonly AnalysisStore analyses = new(database);

    /// <summary>The article of that number, withdrawn or not.</summary>
    public async Task<Article?> FindAsync(ArticleId id, CancellationToken cancellation) =>
        await QueryAsync(
            $"SELECT {ArticleRow.Columns} FROM articles a WHERE a.id = @id",
            new { id = id.Value },
            cancellation
        )
            is [var article]
            ? article
            : null;

    /// <summary>Newest first: by date of publication, by first sight where there is none or it lies in the future.</summary>
    public Task<IReadOnlyList<Article>> LatestAsync(int count, int skip, CancellationToken cancellation) =>
        QueryAsync(
            $"""
            SELECT {ArticleRow.Columns} FROM articles a WHERE a.withdrawn_at IS NULL
            ORDER BY a.listed_at DESC, a.id DESC LIMIT @count OFFSET @skip
            """,
            new { count, skip },
            cancellation
        );

    /// <summary>Full-text search over title and body, newest first; without case and accents, the last word may be a beginning.</summary>
    /// <param name="words">As a reader types them; no query language. All of them are to be found.</param>
    public async Task<IReadOnlyList<Article>> SearchAsync(
        string words,
        int count,
        int skip,
        CancellationToken cancellation
    ) =>
        SearchWords.All(words) is not { } query
            ? []
            : await QueryAsync(
                $"""
                SELECT {ArticleRow.Columns} FROM article_words w JOIN articles a ON a.id = w.rowid
                WHERE article_words MATCH @query AND a.withdrawn_at IS NULL
                ORDER BY a.listed_at DESC, a.id DESC LIMIT @count OFFSET @skip
                """,
                new
                {
                    query,
                    count,
                    skip,
                },
                cancellation
            );

    /// <summary>How many articles <see cref="SearchAsync"/> would find in all.</summary>
    public async Task<int> CountFoundAsync(string words, CancellationToken cancellation) =>
        SearchWords.All(words) is not { } query
            ? 0
            : await CountAsync(
                "SELECT COUNT(*) FROM article_words w JOIN articles a ON a.id = w.rowid WHERE article_words MATCH @query AND a.withdrawn_at IS NULL",
                new { query },
                cancellation
            );

    /// <summary>Articles by words of their headlines: those that have all of the words, newest first; else the best matches.</summary>
    public async Task<IReadOnlyList<Article>> FindByTitleAsync(string words, int count, CancellationToken cancellation)
    {
        if (SearchWords.All(words) is not { } all || SearchWords.Any(words) is not { } any)
            return [];
        var found = await TitledAsync(all, "a.listed_at DESC, a.id DESC");
        return found.Count > 0 ? found : await TitledAsync(any, "bm25(article_words), a.listed_at DESC, a.id DESC");

        Task<IReadOnlyList<Article>> TitledAsync(string query, string order) =>
            QueryAsync(
                $$"""
                SELECT {{ArticleRow.Columns}} FROM article_words w JOIN articles a ON a.id = w.rowid
                WHERE article_words MATCH @query AND a.withdrawn_at IS NULL ORDER BY {{order}} LIMIT @count
                """,
                new { query = $"{{title}} : ({query})", count },
                cancellation
            );
    }

    public Task<int> CountAsync(CancellationToken cancellation) =>
        CountAsync("SELECT COUNT(*) FROM articles WHERE withdrawn_at IS NULL", new { }, cancellation);

    /// <summary>What was understood of the article: as stored, or read now where this analyser has not read it yet.</summary>
    public Task<AnalyzedText> ReadAsync(Article article, CancellationToken cancellation) =>
        analyses.ReadAsync(article, cancellation);

    private async Task<int> CountAsync(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(
            new CommandDefinition(sql, values, cancellationToken: cancellation)
        );
    }

    private async Task<IReadOnlyList<Article>> QueryAsync(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<ArticleRow>(
            new CommandDefinition(sql, values, cancellationToken: cancellation)
        );
        return [.. rows.Select(r => r.ToArticle())];
    }
}
