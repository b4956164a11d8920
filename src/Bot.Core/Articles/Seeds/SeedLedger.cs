using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Articles.Seeds;

/// <summary>The seed files as they were when they were last read.</summary>
internal sealed class SeedLedger(SqliteConnection connection)
{
    public async Task<IReadOnlyDictionary<string, SeedState>> ReadAsync(CancellationToken cancellation) =>
        (
            await connection.QueryAsync<SeedState>(
                new CommandDefinition(
                    "SELECT path, size, modified, hash, reader, problems FROM seed_files",
                    cancellationToken: cancellation
                )
            )
        ).ToDictionary(s => s.Path, StringComparer.Ordinal);

    public static Task WriteAsync(
        SqliteTransaction transaction,
        IEnumerable<SeedState> states,
        CancellationToken cancellation
    ) =>
        transaction.Connection!.ExecuteAsync( // Null only after the commit.
            new CommandDefinition(
                """
                INSERT OR REPLACE INTO seed_files (path, size, modified, hash, reader, problems)
                VALUES (@Path, @Size, @Modified, @Hash, @Reader, @Problems)
                """,
                states,
                transaction,
                cancellationToken: cancellation
            )
        );

    public static Task RemoveAsync(
        SqliteTransaction transaction,
        IReadOnlyList<string> paths,
        CancellationToken cancellation
    ) =>
        transaction.Connection!.ExecuteAsync( // Null only after the commit.
            new CommandDefinition(
                "DELETE FROM seed_files WHERE path = @path",
                paths.Select(path => new { path }),
                transaction,
                cancellationToken: cancellation
            )
        );
}
