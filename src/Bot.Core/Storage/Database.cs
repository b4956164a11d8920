using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Storage;

/// <summary>The store: one SQLite file, opened anew for each piece of work (the driver pools).</summary>
public sealed class Database(StoreOptions options)
{
    /// <summary>"BYLN" in the file's header: tells our store from another program's database.</summary>
    private const int ApplicationId = 0x42594C4E;

    /// <summary>Of each connection: the driver keeps as many as ever worked at once, and the system caches the file for all of them.</summary>
    private const int CacheKibibytes = 512;

    /// <summary>So long the store itself waits for another's writing, looking often; the driver then looks again every 150 ms.</summary>
    private const int BusyMilliseconds = 1_000;

    private readonly Lazy<StoreFile> file = new(() => StoreFile.Parse(options.Connection));

    /// <summary>The full path of the store's file.</summary>
    /// <exception cref="StoreException">The connection names no SQLite file.</exception>
    public string Path => file.Value.Path;

    /// <summary>Opens a connection whose commits outlive a power failure: for deliveries, whose loss would repeat or lose a post.</summary>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public Task<SqliteConnection> OpenAsync(CancellationToken cancellation) => OpenAsync("FULL", cancellation);

    /// <summary>
    /// Opens a connection whose last commits a power failure may undo (never a crash of the program): for what can be
    /// read again, as articles and analyses can.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public Task<SqliteConnection> OpenRelaxedAsync(CancellationToken cancellation) => OpenAsync("NORMAL", cancellation);

    /// <summary>The schema's version that this program works with.</summary>
    public static int NewestSchema => Migration.Newest;

    /// <summary>Brings the schema up to date, each numbered migration in a transaction of its own.</summary>
    /// <returns>The schema's version before and after.</returns>
    /// <exception cref="StoreException">The store cannot be used, is another program's, or is newer than this program.</exception>
    public async Task<(int From, int To)> MigrateAsync(CancellationToken cancellation)
    {
        file.Value.MakeFolder();
        try
        {
            await using var connection = await OpenAsync(cancellation);
            var from = await SchemaAsync(connection);
            if (from < Migration.Newest)
                await connection.ExecuteAsync(
                    new CommandDefinition("PRAGMA journal_mode = WAL", cancellationToken: cancellation)
                );
            foreach (var migration in Migration.All.Where(m => m.Number > from))
                await ApplyAsync(connection, migration, cancellation);
            return (from, await SchemaAsync(connection));
        }
        catch (SqliteException error)
        {
            throw file.Value.Explain(error);
        }
    }

    /// <returns>The schema's version as it is, 0 in an empty store.</returns>
    /// <exception cref="StoreException">The store cannot be used, is another program's, or is newer than this program.</exception>
    public async Task<int> ReadSchemaAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return await SchemaAsync(connection);
    }

    private async Task<SqliteConnection> OpenAsync(string synchronous, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(file.Value.Connection);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync(
                new CommandDefinition(
                    $"PRAGMA synchronous = {synchronous}; PRAGMA cache_size = -{CacheKibibytes}; PRAGMA busy_timeout = {BusyMilliseconds}",
                    cancellationToken: cancellation
                )
            );
            return connection;
        }
        catch (SqliteException error)
        {
            await connection.DisposeAsync();
            throw file.Value.Explain(error);
        }
    }

    /// <summary>Immediate, so that of two processes one waits and then finds the work done.</summary>
    private async Task ApplyAsync(SqliteConnection connection, Migration migration, CancellationToken cancellation)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (await SchemaAsync(connection) >= migration.Number)
            return;
        await connection.ExecuteAsync(
            new CommandDefinition(migration.Sql, transaction: transaction, cancellationToken: cancellation)
        );
        await connection.ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA user_version = {migration.Number}; PRAGMA application_id = {ApplicationId};"
            ),
            transaction: transaction
        );
        await transaction.CommitAsync(cancellation);
    }

    private async Task<int> SchemaAsync(SqliteConnection connection)
    {
        var schema = await connection.ExecuteScalarAsync<int>("PRAGMA user_version");
        var owner = await connection.ExecuteScalarAsync<int>("PRAGMA application_id");
        if (
            owner != ApplicationId
            && (owner != 0 || await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM sqlite_schema") > 0)
        )
            throw new StoreException(
                $"{Path} is the database of another program. Name another file in Store:Connection; this one stays untouched."
            );
        return schema <= Migration.Newest
            ? schema
            : throw new StoreException(
                $"The store {Path} was written by a newer Byline: its schema is {schema}, this program knows {Migration.Newest}. Start the newer program, or name another file in Store:Connection; this one stays untouched."
            );
    }
}
