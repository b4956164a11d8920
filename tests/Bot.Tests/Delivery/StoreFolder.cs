using Bot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Delivery;

/// <summary>A store in a folder of its own, which several processes of a test may share.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("byline-").FullName;

    public StoreFolder() => Options = new() { Connection = $"Data Source={Path.Combine(_folder, "bot.db")}" };

    public StoreOptions Options { get; }

    public async Task<Database> MigrateAsync()
    {
        var database = new Database(Options);
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        return database;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
