using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("byline-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string StoreFile => Path.Combine(home.FullName, "data", "bot.db");

    private Database Store => new(new StoreOptions { Connection = $"Data Source={StoreFile}" });

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        home.Delete(recursive: true);
    }

    [Fact]
    public async Task A_new_store_is_made_with_its_folder_and_brought_up_to_date_once()
    {
        Assert.Equal((0, Database.NewestSchema), await Store.MigrateAsync(Stop));
        Assert.Equal((Database.NewestSchema, Database.NewestSchema), await Store.MigrateAsync(Stop));
    }

    [Fact]
    public async Task Several_programs_may_bring_it_up_to_date_at_once()
    {
        var all = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.MigrateAsync(Stop), Stop))
        );

        Assert.All(all, versions => Assert.Equal(Database.NewestSchema, versions.To));
    }

    [Fact]
    public async Task Deliveries_outlive_a_power_failure_and_articles_need_not()
    {
        await Store.MigrateAsync(Stop);
        await using var durable = await Store.OpenAsync(Stop);
        await using var relaxed = await Store.OpenRelaxedAsync(Stop);

        Assert.Equal("wal", await durable.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
        Assert.Equal(2, await durable.ExecuteScalarAsync<int>("PRAGMA synchronous"));
        Assert.Equal(1, await relaxed.ExecuteScalarAsync<int>("PRAGMA synchronous"));
        Assert.Equal(1, await relaxed.ExecuteScalarAsync<int>("PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task A_newer_store_is_refused_and_left_as_it_is()
    {
        await Store.MigrateAsync(Stop);
        await using (var connection = await Store.OpenAsync(Stop))
            await connection.ExecuteAsync("PRAGMA user_version = 99");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.MigrateAsync(Stop));

        Assert.Contains("its schema is 99, this program knows", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(StoreFile, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StoreFile)!);
        await using (var connection = new SqliteConnection($"Data Source={StoreFile}"))
            await connection.ExecuteAsync("CREATE TABLE recipes (name TEXT)");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.MigrateAsync(Stop));

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StoreFile)!);
        await File.WriteAllTextAsync(StoreFile, new string('x', 5000), Stop);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.MigrateAsync(Stop));

        Assert.Contains("is no SQLite database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_a_folder_is_refused()
    {
        Directory.CreateDirectory(StoreFile);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.MigrateAsync(Stop));

        Assert.Contains("It is a folder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "data"), "in the way", Stop);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.MigrateAsync(Stop));

        Assert.Contains("cannot be made", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_may_not_be_written_is_told_as_read_only()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StoreFile)!);
        await File.WriteAllBytesAsync(StoreFile, [], Stop);
        var store = new Database(new StoreOptions { Connection = $"Data Source={StoreFile};Mode=ReadOnly" });

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(Stop));

        Assert.Contains("is read-only", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:", "names no file")]
    [InlineData("Data Source=x;Mode=Memory", "names no file")]
    [InlineData("", "names no file")]
    [InlineData("Host=db.example.org;Database=byline", "names a database server")]
    [InlineData("data/bot.db", "is no connection")]
    public async Task A_connection_that_names_no_file_is_answered_with_one_that_does(string connection, string why)
    {
        var store = new Database(new StoreOptions { Connection = connection });

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(Stop));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("Write Data Source=data/bot.db.", refusal.Message, StringComparison.Ordinal);
    }
}
