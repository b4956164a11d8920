using Dapper;

namespace Bot.Core.Storage;

/// <summary>When things were last done that must not be done again too soon: the next process knows it too.</summary>
public sealed class MomentBook(Database database)
{
    public async Task NoteAsync(string name, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "INSERT INTO moments (name, at) VALUES (@name, @at) ON CONFLICT DO UPDATE SET at = excluded.at",
                new { name, at = StoredInstant.Write(at) },
                cancellationToken: cancellation
            )
        );
    }

    /// <returns>Null where it was never done.</returns>
    public async Task<DateTimeOffset?> LastAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var at = await connection.ExecuteScalarAsync<string?>(
            new CommandDefinition(
                "SELECT at FROM moments WHERE name = @name",
                new { name },
                cancellationToken: cancellation
            )
        );
        return at is null ? null : StoredInstant.TryRead(at);
    }
}
