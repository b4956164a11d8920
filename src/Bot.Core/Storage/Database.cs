using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Storage;

/// <summary>The store: one SQLite file, opened anew for each piece of work (the driver pools).</summary>
public sealed class Database(StoreOptions options)
{
    /// <summary>Opens a connection with write-ahead log and foreign keys on.</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(options.Connection);
        await connection.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;",
                cancellationToken: cancellation
            )
        );
        return connection;
    }

    /// <summary>Brings the schema up to date, each numbered migration in a transaction of its own.</summary>
    /// <returns>The schema's version before and after.</returns>
    public async Task<(int From, int To)> MigrateAsync(CancellationToken cancellation)
    {
        var file = new SqliteConnectionStringBuilder(options.Connection).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        await using var connection = await OpenAsync(cancellation);
        var from = await connection.ExecuteScalarAsync<int>("PRAGMA user_version");
        var to = from;
        foreach (var (number, sql) in Migrations().Where(m => m.Number > from))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync(sql, transaction: transaction);
            await connection.ExecuteAsync(
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"),
                transaction: transaction
            );
            await transaction.CommitAsync(cancellation);
            to = number;
        }

        return (from, to);
    }

    private static IEnumerable<(int Number, string Sql)> Migrations()
    {
        var assembly = typeof(Database).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(n => n.Contains(".Sqlite.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            var file = name[(name.IndexOf(".Sqlite.", StringComparison.Ordinal) + ".Sqlite.".Length)..].TrimStart('_');
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
