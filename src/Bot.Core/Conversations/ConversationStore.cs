using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Conversations;

/// <summary>What each conversation was last shown, so that "/summary 2" means the second of that list.</summary>
public sealed class ConversationStore(Database database, TimeProvider time)
{
    /// <summary>Forgets the list before it.</summary>
    /// <param name="first">The number that the reader saw before the first article.</param>
    public async Task RememberListAsync(
        Destination place,
        int first,
        IReadOnlyList<ArticleId> articles,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM listed_articles WHERE place = @place",
                new { place = place.ToString() },
                transaction,
                cancellationToken: cancellation
            )
        );
        var now = time.GetUtcNow().ToString("O");
        await connection.ExecuteAsync(
            new CommandDefinition(
                "INSERT INTO listed_articles (place, number, article_id, listed) VALUES (@place, @number, @article, @now)",
                articles.Select(
                    (id, i) =>
                        new
                        {
                            place = place.ToString(),
                            number = first + i,
                            article = id.Value,
                            now,
                        }
                ),
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
    }

    /// <returns>The articles of the last list by the numbers that the reader saw; empty where there was no list.</returns>
    public async Task<IReadOnlyDictionary<int, ArticleId>> LastListAsync(
        Destination place,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<(long Number, long Article)>(
            new CommandDefinition(
                "SELECT number, article_id FROM listed_articles WHERE place = @place ORDER BY number",
                new { place = place.ToString() },
                cancellationToken: cancellation
            )
        );
        return rows.ToDictionary(r => (int)r.Number, r => new ArticleId(r.Article));
    }
}
