using Bot.Core.Articles.Formats;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Articles.Aside;

/// <summary>
/// Texts that readers point at in a chat: read like any article and found by their number, but in no list, no search
/// and no digest; forgotten after a while.
/// </summary>
public sealed class AsideShelf(Database database, ArticleStore articles, TimeProvider time)
{
    private const string Origin = "aside";

    /// <summary>The buttons under an answer about it work for so long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Puts a text there, or finds it where it is, on the shelf or among the articles that the reader sees.</summary>
    /// <param name="source">Who wrote it, as readers would say.</param>
    /// <returns>Null where the text has no sentence.</returns>
    public async Task<Article?> PutAsync(
        string text,
        string source,
        DateTimeOffset? published,
        Uri? url,
        Audience reader,
        CancellationToken cancellation
    )
    {
        var (copy, _) = new SeedCopy(text)
        {
            Source = source,
            Published = published,
            Url = url,
        }.ToArticle("");
        if (copy is null)
            return null;
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var ledger = new IntakeLedger(connection, transaction, time.GetUtcNow());
        if (
            await ledger.FindLikeAsync(copy.Likeness) is { } filed
            && await articles.FindAsync(new ArticleId(filed.Id), reader, cancellation) is { } known
        )
            return known;
        var id = await ledger.FindAsideAsync(Origin, copy.Likeness) ?? await ledger.AddAsideAsync(Origin, copy);
        await transaction.CommitAsync(cancellation);
        return await articles.FindAsync(new ArticleId(id), reader, cancellation);
    }

    public async Task ForgetOldAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM articles WHERE origin = @Origin AND withdrawn_at < @before",
                new { Origin, before = StoredInstant.Write(time.GetUtcNow() - Kept) },
                cancellationToken: cancellation
            )
        );
    }
}
