using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bot.Core.Articles;
using Bot.Core.Articles.Seeds;
using Bot.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>
/// A folder of many made-up articles: how long it takes to load them, to look again when nothing has changed, and to
/// search them. One run of each; the folder and the store are real.
/// </summary>
internal static class SeedsAndSearch
{
    private const int Searches = 50;

    private static readonly string[] Words = (
        "minister harbour election storm treaty market council bridge hospital strike river budget court reform pipeline "
        + "festival senator climate village railway museum army border drought vaccine orchestra glacier union verdict satellite"
    ).Split(' ');

    public static async Task<int> MeasureAsync(int articles)
    {
        var home = Directory.CreateTempSubdirectory("byline-seeds-");
        try
        {
            var folder = home.CreateSubdirectory("seeds").FullName;
            var random = new Random(7);
            for (var i = 0; i < articles; i++)
                await File.WriteAllTextAsync(Path.Combine(folder, $"{i:000000}.txt"), Story(random, i));

            var database = new Database(new StoreOptions { Connection = $"Data Source={home.FullName}/bot.db" });
            var store = new ArticleStore(database);
            var intake = new ArticleIntake(database, TimeProvider.System);
            await database.MigrateAsync(CancellationToken.None);
            using var first = Loader();
            await PrintAsync($"load {articles} files", 1, () => first.LoadAsync(CancellationToken.None));
            using var second = Loader();
            await PrintAsync("look again, nothing changed", 1, () => second.LoadAsync(CancellationToken.None));
            foreach (var words in new[] { "minister", "glacier verdict", "orch", "unheard-of" })
                await PrintAsync(
                    $"search “{words}”",
                    Searches,
                    () => store.SearchAsync(words, Audience.Desk, ArticleFilter.None, 10, 0, CancellationToken.None)
                );
            await PrintAsync(
                "ten newest",
                Searches,
                () => store.LatestAsync(Audience.Desk, 10, 0, CancellationToken.None)
            );
            return 0;

            SeedLoader Loader() =>
                new(new SeedOptions { Folder = folder }, database, intake, store, NullLogger<SeedLoader>.Instance);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    /// <summary>About 600 words in ten paragraphs.</summary>
    private static string Story(Random random, int number)
    {
        var story = new StringBuilder();
        story.Append(
            CultureInfo.InvariantCulture,
            $" date 2025-{1 + number % 12:00}-{1 + number % 28:00} Story {number} began."
        );
        for (var paragraph = 0; paragraph < 10; paragraph++)
        {
            for (var sentence = 0; sentence < 5; sentence++)
            {
                story.Append(" The");
                for (var word = 0; word < 11; word++)
                    story.Append(' ').Append(Words[random.Next(Words.Length)]);
                story.Append('.');
            }

            story.Append("\n\n");
        }

        return story.ToString();
    }

    private static async Task PrintAsync(string what, int times, Func<Task> work)
    {
        if (times > 1)
            await work();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
            await work();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -32} {clock.Elapsed.TotalMilliseconds / times, 10:0.00} ms"
            )
        );
    }
}
