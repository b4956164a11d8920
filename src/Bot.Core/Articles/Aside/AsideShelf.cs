using Bot.Core.Articles.Formats;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Articles.Aside;

/// <summary>
/// Texts that readers point at in a chat: read like any article and found by their number, but in no list, no search
/// and no digest; seen in that chat alone, and forgotten after a while.
/// </summary>
public sealed class AsideShelf(Database database, ArticleStore articles, TimeProvider time)
{
    /// <summary>The buttons under an answer about it work for so long.</summary>
    private static readonly TimeSpan KeptTold = TimeSpan.FromDays(30);

    /// <summary>A page of somebody else's site is kept while people may still press the buttons under an answer about it, and no longer.</summary>
    private static readonly TimeSpan KeptLinked = TimeSpan.FromDays(1);

    /// <summary>The name under which a chat's pages behind links stand there; the sieve and the removal of chats know its form.</summary>
    public static string LinkedBy(Audience reader) => $"link:{reader.Chat}";

    private static string ToldIn(Audience reader) => $"aside:{reader.Chat}";

    /// <summary>Puts a text there, or finds it where it is, on the shelf or among the articles that the reader sees.</summary>
    /// <returns>Null where the text has no sentence.</returns>
    public async Task<Article?> PutAsync(AsideText text, Audience reader, CancellationToken cancellation)
    {
        var (copy, _) = new SeedCopy(text.Text)
        {
            Title = text.Title,
            Source = text.Source,
            Author = text.Author,
            Published = text.Published,
            Url = text.Url,
        }.ToArticle("");
        var origin = text.IsLinked ? LinkedBy(reader) : ToldIn(reader);
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
        var id = await ledger.FindAsideAsync(origin, copy) ?? await ledger.AddAsideAsync(origin, copy);
        await transaction.CommitAsync(cancellation);
        return await articles.FindAsync(new ArticleId(id), reader, cancellation);
    }

    public async Task ForgetOldAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                $"""
                DELETE FROM articles AS a
                WHERE {Sieve.IsAside} AND withdrawn_at < CASE WHEN substr(origin, 1, 4) = 'link' THEN @linked ELSE @told END
                """,
                new
                {
                    told = StoredInstant.Write(time.GetUtcNow() - KeptTold),
                    linked = StoredInstant.Write(time.GetUtcNow() - KeptLinked),
                },
                cancellationToken: cancellation
            )
        );
    }
}
