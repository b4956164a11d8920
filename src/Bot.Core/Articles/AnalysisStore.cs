using Bot.Core.Storage;
using Bot.Text;
using Dapper;

namespace Bot.Core.Articles;

/// <summary>What was understood of each article, and by which version of the analyser.</summary>
internal sealed class AnalysisStore(Database database)
{
    /// <summary>Reading needs a core for itself: one is left for whoever waits to hear that the bot has heard them.</summary>
    private SemaphoreSlim Readers { get; } = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>The stored analysis of just this text by just this analyser; else the text is read now, and the reading stored.</summary>
    public async Task<AnalyzedText> ReadAsync(Article article, CancellationToken cancellation)
    {
        var hash = TextPrint.Exact(article.Text);
        if (await FindAsync(article.Id, hash, cancellation) is { } known)
            return known;
        await Readers.WaitAsync(cancellation);
        try
        {
            // Somebody else may have waited for the same.
            if (await FindAsync(article.Id, hash, cancellation) is { } meanwhile)
                return meanwhile;
            // A made headline is the text's own words: it says nothing that the text does not.
            var analysis = TextAnalyzer.Analyze(article.Text, article.HasOwnTitle ? article.Title : null);
            await SaveAsync(article.Id, hash, analysis, cancellation);
            return analysis;
        }
        finally
        {
            Readers.Release();
        }
    }

    private async Task<AnalyzedText?> FindAsync(ArticleId article, string hash, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var (stored, language) = await connection.QueryFirstOrDefaultAsync<(string? Body, string? Language)>(
            new CommandDefinition(
                """
                SELECT n.body, a.language FROM analyses n JOIN articles a ON a.id = n.article
                WHERE n.article = @id AND n.version = @version AND n.hash = @hash
                """,
                new
                {
                    id = article.Value,
                    version = TextAnalyzer.Version,
                    hash,
                },
                cancellationToken: cancellation
            )
        );
        if (stored is null || AnalysisJson.TryRead(stored) is not { } known)
            return null;
        if (language is null)
            await connection.ExecuteAsync(
                new CommandDefinition(
                    "UPDATE articles SET language = @language WHERE id = @id AND hash = @hash",
                    new
                    {
                        id = article.Value,
                        hash,
                        language = known.Language,
                    },
                    cancellationToken: cancellation
                )
            );
        return known;
    }

    /// <summary>Articles that this analyser has not read, or before it was written down in which language they are; newest first.</summary>
    public async Task<IReadOnlyList<ArticleId>> WaitingAsync(int count, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var ids = await connection.QueryAsync<long>(
            new CommandDefinition(
                """
                SELECT a.id FROM articles a LEFT JOIN analyses n ON n.article = a.id
                WHERE a.withdrawn_at IS NULL AND (n.article IS NULL OR n.version < @version OR n.hash <> a.hash
                                            OR a.language IS NULL)
                ORDER BY a.listed_at DESC, a.id DESC LIMIT @count
                """,
                new { version = TextAnalyzer.Version, count },
                cancellationToken: cancellation
            )
        );
        return [.. ids.Select(id => new ArticleId(id))];
    }

    /// <summary>Kept only while the article still has that text, and no newer program has read it.</summary>
    private async Task SaveAsync(ArticleId id, string hash, AnalyzedText analysis, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var saved = await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO analyses (article, version, hash, body)
                SELECT id, @version, hash, @body FROM articles WHERE id = @id AND hash = @hash
                ON CONFLICT (article) DO UPDATE SET version = excluded.version, hash = excluded.hash, body = excluded.body
                WHERE version <= excluded.version
                """,
                new
                {
                    id = id.Value,
                    version = TextAnalyzer.Version,
                    hash,
                    body = AnalysisJson.Write(analysis),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        // A newer program's reading stays; that there is a language at all is what is waited for.
        await connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE articles SET language = @language WHERE id = @id AND hash = @hash AND (@saved > 0 OR language IS NULL)",
                new
                {
                    id = id.Value,
                    hash,
                    language = analysis.Language,
                    saved,
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        if (saved > 0)
            await PeopleRows.ReplaceAsync(transaction, id, analysis, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
