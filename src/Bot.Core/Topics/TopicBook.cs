using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Filters;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Topics;

/// <summary>The topics of each chat, whatever place within it asks.</summary>
public sealed class TopicBook(Database database, TimeProvider time)
{
    public const int MostInChat = 25;
    public const int MostRules = 20;

    /// <summary>In the order in which they were begun.</summary>
    public async Task<IReadOnlyList<Topic>> OfAsync(Destination place, CancellationToken cancellation) =>
        (await OfAllAsync([place.Chat], cancellation)).GetValueOrDefault(place.Chat, []);

    /// <returns>Those of the chats that have topics.</returns>
    public async Task<IReadOnlyDictionary<Destination, IReadOnlyList<Topic>>> OfAllAsync(
        IReadOnlyCollection<Destination> chats,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<TopicRow>(
            new CommandDefinition(
                """
                SELECT t.chat, t.name, t.words, t.field, t.outlet, t.sources, t.quoted, t.about, t.language
                FROM json_each(@chats) j CROSS JOIN topics t ON t.chat = j.value ORDER BY t.id
                """,
                new { chats = JsonSerializer.Serialize(chats.Select(c => c.ToString())) },
                cancellationToken: cancellation
            )
        );
        var topics = rows.GroupBy(r => (r.Chat, Key: Topic.KeyOf(r.Name)))
            .ToLookup(
                g => g.Key.Chat,
                g => new Topic(g.First().Name, [.. g.Select(r => r.ToRule()).OfType<FilterRule>()]),
                StringComparer.Ordinal
            );
        return chats
            .Distinct()
            .Where(c => topics.Contains(c.ToString()))
            .ToDictionary(c => c, IReadOnlyList<Topic> (c) => [.. topics[c.ToString()]]);
    }

    /// <summary>Begins the topic, or gives it a further alternative. It keeps the name that it was given first.</summary>
    /// <param name="madeBy">The platform and its id of the person.</param>
    public async Task<TopicOutcome> AddAsync(
        Destination place,
        string name,
        FilterRule rule,
        string madeBy,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var values = new DynamicParameters(FilterRow.Of(rule));
        values.AddDynamicParams(
            new
            {
                chat = place.Chat.ToString(),
                topic = name,
                key = Topic.KeyOf(name),
                madeBy,
                now = StoredInstant.Write(time.GetUtcNow()),
            }
        );
        var (topics, rules, isThere) = await connection.QuerySingleAsync<(long Topics, long Rules, bool IsThere)>(
            new CommandDefinition(
                """
                SELECT (SELECT COUNT(DISTINCT name_key) FROM topics WHERE chat = @chat),
                       (SELECT COUNT(*) FROM topics WHERE chat = @chat AND name_key = @key),
                       EXISTS (SELECT 1 FROM topics WHERE chat = @chat AND name_key = @key AND words = @Words
                                 AND field = @Field AND outlet = @Outlet AND quoted = @Quoted AND about = @About
                                 AND language = @Language)
                """,
                values,
                transaction,
                cancellationToken: cancellation
            )
        );
        if (isThere)
            return TopicOutcome.WasThere;
        if (rules == 0 && topics >= MostInChat)
            return TopicOutcome.ChatIsFull;
        if (rules >= MostRules)
            return TopicOutcome.TopicIsFull;
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO topics
                  (chat, name, name_key, words, field, outlet, sources, quoted, about, language, made_by, made)
                VALUES (@chat,
                  COALESCE((SELECT name FROM topics WHERE chat = @chat AND name_key = @key ORDER BY id LIMIT 1), @topic),
                  @key, @Words, @Field, @Outlet, @Sources, @Quoted, @About, @Language, @madeBy, @now)
                """,
                values,
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
        return rules == 0 ? TopicOutcome.Begun : TopicOutcome.Widened;
    }

    /// <summary>With all its alternatives.</summary>
    /// <returns>False where it is gone.</returns>
    public async Task<bool> RemoveAsync(Destination place, string name, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
                new CommandDefinition(
                    "DELETE FROM topics WHERE chat = @chat AND name_key = @key",
                    new { chat = place.Chat.ToString(), key = Topic.KeyOf(name) },
                    cancellationToken: cancellation
                )
            ) > 0;
    }
}

/// <summary>What became of a rule that somebody put under a topic's name.</summary>
public enum TopicOutcome
{
    Begun,

    /// <summary>There was such a topic: it takes this too now.</summary>
    Widened,

    /// <summary>The topic has that very rule.</summary>
    WasThere,

    /// <summary>It has <see cref="TopicBook.MostInChat"/>.</summary>
    ChatIsFull,

    /// <summary>It has <see cref="TopicBook.MostRules"/>.</summary>
    TopicIsFull,
}
