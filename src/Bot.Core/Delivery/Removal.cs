using System.Data.Common;
using Bot.Core.Chat;
using Dapper;

namespace Bot.Core.Delivery;

/// <summary>Rewrites all that is kept under a chat's address, and under the addresses of places within it, to another; or deletes it; what readers there pointed at goes with it.</summary>
internal static class Removal
{
    /// <summary>
    /// Every column that holds a place's address; a test holds this against the schema. What refers to a row stands
    /// before what it refers to.
    /// </summary>
    public static readonly IReadOnlyList<(string Table, string Column)> Addresses =
    [
        ("outbox", "destination"),
        ("outbox", "chat"),
        ("digest_terms", "destination"),
        ("digest_articles", "destination"),
        ("digest_ledger", "destination"),
        ("digest_beginnings", "destination"),
        ("listed_articles", "place"),
        ("places", "chat"),
        ("digests", "destination"),
        ("filters", "destination"),
        ("topics", "chat"),
        ("paused_destinations", "destination"),
        ("told_pauses", "destination"),
        ("imports", "place"),
        ("follows", "place"),
        ("follows", "chat"),
    ];

    /// <summary>Where both addresses have a row of one key, the new one's stays: it is what people there know. Of a feed that both follow nothing is left under the old one.</summary>
    public static async Task RewriteAsync(
        DbTransaction transaction,
        Destination from,
        Destination to,
        CancellationToken cancellation
    )
    {
        var connection = transaction.Connection!; // Null only once the transaction is over.
        var values = new { from = from.ToString(), to = to.ToString() };
        foreach (var (table, column) in Addresses)
            await connection.ExecuteAsync(
                new CommandDefinition(
                    $"""
                    UPDATE OR IGNORE {table} SET {column} = @to || substr({column}, length(@from) + 1)
                    WHERE {IsWithin(column)}
                    """,
                    values,
                    transaction,
                    cancellationToken: cancellation
                )
            );
        await connection.ExecuteAsync(
            new CommandDefinition(
                $"""
                DELETE FROM follows WHERE {IsWithin("chat")};
                UPDATE articles SET origin = 'aside:' || @chat WHERE origin = 'aside:' || @from;
                UPDATE articles SET origin = 'link:' || @chat WHERE origin = 'link:' || @from;
                """,
                new { from = from.ToString(), chat = to.Chat.ToString() },
                transaction,
                cancellationToken: cancellation
            )
        );
        // A channel that was named alone lies in a server now.
        if (to.Topic is null)
            return;
        await connection.ExecuteAsync(
            new CommandDefinition(
                $"""
                UPDATE outbox SET chat = @chat WHERE {IsWithin("destination")};
                UPDATE OR IGNORE follows SET chat = @chat WHERE {IsWithin("place")};
                DELETE FROM follows WHERE {IsWithin("chat")};
                UPDATE OR IGNORE topics SET chat = @chat WHERE {IsWithin("chat")};
                DELETE FROM topics WHERE {IsWithin("chat")};
                """,
                new { from = to.ToString(), chat = to.Chat.ToString() },
                transaction,
                cancellationToken: cancellation
            )
        );
    }

    public static async Task DeleteAsync(DbTransaction transaction, Destination chat, CancellationToken cancellation)
    {
        var connection = transaction.Connection!; // As above.
        foreach (
            var (table, column) in Addresses
                .Append(("moved_destinations", "destination"))
                .Append(("moved_destinations", "moved_to"))
        )
            await connection.ExecuteAsync(
                new CommandDefinition(
                    $"DELETE FROM {table} WHERE {IsWithin(column)}",
                    new { from = chat.ToString() },
                    transaction,
                    cancellationToken: cancellation
                )
            );
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                DELETE FROM articles WHERE origin IN ('aside:' || @chat, 'link:' || @chat);
                -- What nobody follows any more is not kept.
                DELETE FROM feeds WHERE NOT EXISTS (SELECT 1 FROM follows w WHERE w.feed = feeds.id);
                """,
                new { chat = chat.ToString() },
                transaction,
                cancellationToken: cancellation
            )
        );
    }

    private static string IsWithin(string column) =>
        $"({column} = @from OR substr({column}, 1, length(@from) + 1) = @from || '/')";
}
