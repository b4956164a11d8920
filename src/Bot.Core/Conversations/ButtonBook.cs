using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Conversations;

/// <summary>What each button that was sent does, by its key: a press is understood after a restart and months later.</summary>
public sealed class ButtonBook(Database database, TimeProvider time)
{
    /// <summary>A button that nobody sent or pressed for so long is forgotten.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>To be called before the message with the buttons is sent.</summary>
    public async Task KeepAsync(IEnumerable<ButtonAction> actions, CancellationToken cancellation)
    {
        var rows = actions
            .Select(a => new
            {
                key = a.Key,
                action = JsonSerializer.Serialize(a),
                now = Now(),
            })
            .ToList();
        if (rows.Count == 0)
            return;
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO buttons (key, action, used) VALUES (@key, @action, @now)
                ON CONFLICT (key) DO UPDATE SET used = excluded.used
                """,
                rows,
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
    }

    /// <returns>Null where the key is of no button of ours, or of one that is forgotten.</returns>
    public async Task<ButtonAction?> FindAsync(string key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var action = await connection.ExecuteScalarAsync<string?>(
            new CommandDefinition(
                "UPDATE buttons SET used = @now WHERE key = @key RETURNING action",
                new { key, now = Now() },
                cancellationToken: cancellation
            )
        );
        return action is null ? null : JsonSerializer.Deserialize<ButtonAction>(action);
    }

    public async Task ForgetOldAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM buttons WHERE used < @before",
                new { before = StoredInstant.Write(time.GetUtcNow() - Kept) },
                cancellationToken: cancellation
            )
        );
    }

    private string Now() => StoredInstant.Write(time.GetUtcNow());
}
