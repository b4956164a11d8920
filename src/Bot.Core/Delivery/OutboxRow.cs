using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Delivery;

/// <summary>A message as its row has it.</summary>
internal sealed record OutboxRow(
    long Id,
    string Destination,
    long Batch,
    long Part,
    string Reply,
    string Key,
    string State,
    long Attempts,
    string NotBefore,
    string? MessageIds,
    string? Why,
    string Created,
    long Page,
    long Turned,
    string? Answers,
    string? Edits,
    string? Expires,
    string? Tried,
    string? First,
    long? Ledger,
    string? Thread
)
{
    public const string Columns = """
        id AS Id, destination AS Destination, batch AS Batch, part AS Part, reply AS Reply, key AS Key, state AS State,
        attempts AS Attempts, not_before AS NotBefore, message_ids AS MessageIds, why AS Why, created AS Created,
        page AS Page, turned AS Turned, answers AS Answers, edits AS Edits, expires AS Expires,
        tried AS Tried,
        (
          SELECT f.message_ids FROM outbox f WHERE f.batch = outbox.batch AND f.state = 'sent' ORDER BY f.part, f.piece LIMIT 1
        ) AS First,
        ledger AS Ledger, thread AS Thread
        """;

    public static async Task<IReadOnlyList<OutboxItem>> QueryAsync(
        Database database,
        string sql,
        object values,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<OutboxRow>(
            new CommandDefinition(sql, values, cancellationToken: cancellation)
        );
        return [.. rows.Select(r => r.ToItem()).OfType<OutboxItem>()];
    }

    /// <returns>Null where the destination is of a platform that this program does not know.</returns>
    private OutboxItem? ToItem() =>
        Chat.Destination.TryParse(Destination) is { } destination
            ? new OutboxItem(
                Id,
                destination,
                Batch,
                (int)Part,
                Reply,
                Key,
                Enum.Parse<OutboxState>(State, ignoreCase: true),
                (int)Attempts,
                StoredInstant.Read(NotBefore),
                MessageIds is null ? [] : MessageIds.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                Why,
                StoredInstant.Read(Created),
                (int)Page,
                Turned != 0,
                Answers,
                Edits,
                Expires is null ? null : StoredInstant.Read(Expires),
                Tried is null ? null : StoredInstant.Read(Tried),
                First?.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(),
                Ledger is not null,
                Thread
            )
            : null;
}
