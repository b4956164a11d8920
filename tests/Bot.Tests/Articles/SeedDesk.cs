using Bot.Core.Articles;
using Bot.Core.Articles.Seeds;
using Bot.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Articles;

/// <summary>A desk with a real store and a real folder of seeds, both gone when the test ends.</summary>
internal sealed class SeedDesk : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("byline-");

    public SeedDesk()
    {
        Folder = Path.Combine(home.FullName, "seeds");
        StoreFile = Path.Combine(home.FullName, "bot.db");
        Directory.CreateDirectory(Folder);
        Database = new Database(new StoreOptions { Connection = $"Data Source={StoreFile}" });
        Articles = new ArticleStore(Database);
        People = new PersonStore(Database);
        Intake = new ArticleIntake(Database, Clock);
        Loader = NewLoader();
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Folder { get; }

    public string StoreFile { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));

    public Database Database { get; }

    public ArticleStore Articles { get; }

    public PersonStore People { get; }

    public ArticleIntake Intake { get; }

    public SeedLoader Loader { get; }

    public static async Task<SeedDesk> OpenAsync()
    {
        var desk = new SeedDesk();
        await desk.Database.MigrateAsync(Stop);
        return desk;
    }

    /// <summary>As another process would have it: it remembers nothing but what the store holds.</summary>
    public SeedLoader NewLoader() =>
        new(new SeedOptions { Folder = Folder }, Database, Intake, Articles, NullLogger<SeedLoader>.Instance);

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        // Two writes within one tick of the file system's clock would look like one.
        File.SetLastWriteTimeUtc(path, Clock.GetUtcNow().UtcDateTime);
        Clock.Advance(TimeSpan.FromSeconds(1));
        return path;
    }

    public void Remove(string name) => File.Delete(Path.Combine(Folder, name));

    public Task<SeedReport> LoadAsync() => Loader.LoadAsync(Stop);

    public Task<IReadOnlyList<Article>> LatestAsync() => Articles.LatestAsync(Audience.Desk, 100, 0, Stop);

    public async Task<Article> OnlyAsync() => Assert.Single(await LatestAsync());

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Loader.Dispose();
        home.Delete(recursive: true);
    }
}
