using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Digests.Covers;

/// <summary>Reads what places see and what they have had, many at once.</summary>
internal static class HistoryReader
{
    /// <summary>One may be the network's.</summary>
    private const int FewestFailures = 2;

    /// <summary>Without what each has had: that is read once it is known what is on offer.</summary>
    public static async Task<IReadOnlyDictionary<Destination, PlaceHistory>> ReadAsync(
        SqliteTransaction reading,
        IReadOnlyList<Destination> places,
        CancellationToken cancellation
    )
    {
        var follows = (
            await reading.Connection!.QueryAsync<(
                string Chat,
                long Feed,
                string Url,
                string Added,
                string? Paused,
                string? Failing
            )>(
                new CommandDefinition(
                    """
                    SELECT f.chat, f.feed, r.url, f.added, f.paused, CASE WHEN r.failures >= @fewest THEN r.failing_since END
                    FROM json_each(@chats) j CROSS JOIN follows f ON f.chat = j.value JOIN feeds r ON r.id = f.feed
                    """,
                    new { chats = Json(places.Select(p => p.Chat).Distinct()), fewest = FewestFailures },
                    reading,
                    cancellationToken: cancellation
                )
            )
        ).ToLookup(
            f => f.Chat,
            f => new FollowedFeed(
                f.Feed,
                f.Url,
                StoredInstant.TryRead(f.Added) ?? DateTimeOffset.MinValue,
                f.Paused is null ? null : StoredInstant.TryRead(f.Paused),
                f.Failing is null ? null : StoredInstant.TryRead(f.Failing)
            ),
            StringComparer.Ordinal
        );
        var states = await reading.Connection!.QueryAsync<(string Place, long? Last, string? From, string? Previous)>(
            new CommandDefinition(
                """
                SELECT j.value, b.last_article, b.covers_from,
                  (SELECT MAX(created) FROM digest_ledger WHERE destination = j.value AND state <> 'missed')
                FROM json_each(@places) j LEFT JOIN digest_beginnings b ON b.destination = j.value
                """,
                new { places = Json(places) },
                reading,
                cancellationToken: cancellation
            )
        );
        return states
            .Zip(places)
            .ToDictionary(
                s => s.Second,
                s => new PlaceHistory
                {
                    Beginning = s.First.Last is { } last
                        ? new PlaceBeginning(last, StoredInstant.Read(s.First.From!)) // Of one row.
                        : null,
                    Previous = s.First.Previous is { } previous ? StoredInstant.Read(previous) : null,
                    Feeds = [.. follows[s.Second.Chat.ToString()]],
                }
            );
    }

    /// <summary>Adds what each has had, or was kept from it, of the articles from one on.</summary>
    public static async Task AddHadAsync(
        SqliteTransaction reading,
        IReadOnlyDictionary<Destination, PlaceHistory> histories,
        long firstArticle,
        CancellationToken cancellation
    )
    {
        var places = histories.ToList();
        await using var query = reading.Connection!.CreateCommand();
        query.Transaction = reading;
        // By its number among those asked for: the place's name is not read with each of its articles.
        query.CommandText = """
            SELECT j.key, d.article, d.telling, d.hidden_by IS NOT NULL
            FROM json_each(@places) j CROSS JOIN digest_articles d ON d.destination = j.value
            WHERE d.article >= @first
            """;
        query.Parameters.AddWithValue("@places", Json(places.Select(p => p.Key)));
        query.Parameters.AddWithValue("@first", firstArticle);
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            places[rows.GetInt32(0)]
                .Value.Add(
                    rows.GetInt64(1),
                    await rows.IsDBNullAsync(2, cancellation) ? null : rows.GetInt64(2),
                    rows.GetBoolean(3)
                );
    }

    private static string Json(IEnumerable<Destination> places) =>
        JsonSerializer.Serialize(places.Select(p => p.ToString()));
}
