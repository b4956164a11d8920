using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Digests;

/// <summary>An article in a digest of a chat, or kept out of it.</summary>
/// <param name="State">Of its message, as the outbox has it: "waiting", "sent"; null where the message is no more kept.</param>
/// <param name="Settled">When its message was sent, or given up.</param>
internal sealed record DigestTrace(
    Destination Destination,
    string Digest,
    DateTimeOffset Created,
    string? State,
    DateTimeOffset? Settled
)
{
    /// <summary>The filter that kept it out; empty where it was none of what is wanted there. Null where it was told.</summary>
    public string? HiddenBy { get; init; }
}

/// <summary>Finds the digests that an article went into, or was kept out of.</summary>
internal sealed class DigestTraces(Database database)
{
    /// <param name="place">Of its whole chat.</param>
    public async Task<IReadOnlyList<DigestTrace>> FindAsync(
        Destination place,
        ArticleId article,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<(
            string Destination,
            string Digest,
            string Created,
            string? State,
            string? Settled,
            string? HiddenBy
        )>(
            new CommandDefinition(
                """
                SELECT d.destination, l.digest, l.created, o.state, o.settled, d.hidden_by
                FROM digest_articles d
                JOIN digest_ledger l ON l.id = d.ledger
                LEFT JOIN outbox o ON o.ledger = d.ledger AND o.part = d.part AND o.piece = 0
                WHERE d.article = @article
                  AND (d.destination = @chat OR substr(d.destination, 1, length(@chat) + 1) = @chat || '/')
                ORDER BY l.created
                """,
                new { article = article.Value, chat = place.Chat.ToString() },
                cancellationToken: cancellation
            )
        );
        return
        [
            .. rows.Where(r => Destination.TryParse(r.Destination) is not null)
                .Select(r => new DigestTrace(
                    Destination.TryParse(r.Destination)!.Value, // Those without were left out.
                    r.Digest,
                    StoredInstant.Read(r.Created),
                    r.State,
                    r.Settled is null ? null : StoredInstant.TryRead(r.Settled)
                )
                {
                    HiddenBy = r.HiddenBy,
                }),
        ];
    }
}
