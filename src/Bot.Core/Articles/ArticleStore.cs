using System.Globalization;
using Bot.Core.Storage;
using Bot.Text;
using Dapper;

namespace Bot.Core.Articles;

/// <summary>The articles and what was understood of them.</summary>
public sealed class ArticleStore(Database database)
{
    private const string Columns = "id, source, title, has_own_title, url, author, published, first_seen, text";

    public async Task<Article?> FindAsync(ArticleId id, CancellationToken cancellation) =>
        await QueryAsync($"SELECT {Columns} FROM articles WHERE id = @id", new { id = id.Value }, cancellation)
            is [var article]
            ? article
            : null;

    /// <summary>Newest first: by date of publication, by first sight where there is none.</summary>
    public Task<IReadOnlyList<Article>> LatestAsync(int count, int skip, CancellationToken cancellation) =>
        QueryAsync(
            $"SELECT {Columns} FROM articles ORDER BY COALESCE(published, first_seen) DESC, id DESC LIMIT @count OFFSET @skip",
            new { count, skip },
            cancellation
        );

    /// <summary>Full-text search over title and body, newest first.</summary>
    /// <param name="words">As a reader types them; no query language.</param>
    public Task<IReadOnlyList<Article>> SearchAsync(
        string words,
        int count,
        int skip,
        CancellationToken cancellation
    ) =>
        QueryAsync(
            $"SELECT {Columns} FROM articles WHERE text LIKE '%' || @words || '%' LIMIT @count OFFSET @skip",
            new
            {
                words,
                count,
                skip,
            },
            cancellation
        );

    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM articles");
    }

    /// <summary>What was understood of the article: as stored, or read now where this analyser has not read it yet.</summary>
    public async Task<AnalyzedText> ReadAsync(Article article, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return TextAnalyzer.Analyze(article.Text);
    }

    private async Task<IReadOnlyList<Article>> QueryAsync(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<ArticleRow>(
            new CommandDefinition(sql, values, cancellationToken: cancellation)
        );
        return [.. rows.Select(r => r.ToArticle())];
    }

    private sealed record ArticleRow(
        long Id,
        string Source,
        string Title,
        long Has_own_title,
        string? Url,
        string? Author,
        string? Published,
        string First_seen,
        string Text
    )
    {
        public Article ToArticle() =>
            new(
                new ArticleId(Id),
                Source,
                Title,
                Has_own_title != 0,
                Url is null ? null : new Uri(Url),
                Author,
                Published is null ? null : Instant(Published),
                Instant(First_seen),
                Text
            );

        private static DateTimeOffset Instant(string text) =>
            DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
