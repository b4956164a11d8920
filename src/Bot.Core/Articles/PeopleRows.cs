using Bot.Core.Spelling;
using Bot.Text;
using Bot.Text.Names;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Articles;

/// <summary>The rows by which people are found over all articles; they follow an article's analysis.</summary>
internal static class PeopleRows
{
    public static async Task ReplaceAsync(
        SqliteTransaction transaction,
        ArticleId article,
        AnalyzedText analysis,
        CancellationToken cancellation
    )
    {
        var connection = transaction.Connection!; // Null only after the commit.
        await connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM people WHERE article = @article",
                new { article = article.Value },
                transaction,
                cancellationToken: cancellation
            )
        );
        var quotations = analysis
            .Quotations.SelectMany(q => q.SpeakerIds().Select(id => (Entity: id, q.Utterance)))
            .GroupBy(s => s.Entity)
            .ToDictionary(g => g.Key, g => g.Select(s => s.Utterance).Distinct().Count());
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO people (article, entity, type, name, folded, mentions, quotations)
                VALUES (@article, @Id, @Type, @Name, @Folded, @Mentions, @Quotations)
                """,
                analysis.Entities.Select(e => new
                {
                    article = article.Value,
                    e.Id,
                    Type = Write(e.Type),
                    e.Name,
                    Folded = Unaccented.Of(e.Name),
                    Mentions = e.Mentions.Count,
                    Quotations = quotations.GetValueOrDefault(e.Id),
                }),
                transaction,
                cancellationToken: cancellation
            )
        );
        await connection.ExecuteAsync(
            new CommandDefinition(
                "INSERT OR IGNORE INTO person_names (folded, article, entity) VALUES (@folded, @article, @entity)",
                analysis.Entities.SelectMany(e =>
                    Names(e)
                        .Select(folded => new
                        {
                            folded,
                            article = article.Value,
                            entity = e.Id,
                        })
                ),
                transaction,
                cancellationToken: cancellation
            )
        );
    }

    public static string Write(EntityType type) => type.ToString().ToLowerInvariant();

    public static EntityType Read(string type) => Enum.Parse<EntityType>(type, ignoreCase: true);

    /// <summary>The folded names by which an entity is found: in full, shorter, and of a person the last.</summary>
    public static HashSet<string> Names(Entity entity)
    {
        var folded = entity
            .Aliases.Prepend(entity.Name)
            .Select(name => Unaccented.Of(name))
            .Where(n => n.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        var whole = Unaccented.Of(entity.Name);
        if (entity.Type == EntityType.Person && whole.LastIndexOf(' ') is > 0 and var blank)
            folded.Add(whole[(blank + 1)..]);
        return folded;
    }
}
