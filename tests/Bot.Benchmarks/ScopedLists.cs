using System.Diagnostics;
using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Digests.Covers;
using Bot.Core.Digests.Schedules;
using Bot.Core.Filters;
using Bot.Core.Places;
using Bot.Core.Storage;
using Bot.Core.Stories;
using Bot.Core.Topics;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>
/// What lists, counts and a digest's cover cost chats that follow little or much, in a store of so many articles of
/// 500 feeds: a chat with 5 rare feeds (20 articles each), one with 200 busy ones, one that follows nothing.
/// </summary>
internal static class ScopedLists
{
    private const int Times = 10;

    /// <summary>Feeds 1 to 5 show little and long ago; the others share the rest. One article in a thousand is a seed.</summary>
    private const string Fill = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @articles)
        INSERT INTO articles (origin, item, source, title, has_own_title, first_seen, listed_at, text, hash, likeness, language)
        SELECT CASE WHEN i % 1000 = 0 THEN 'seed' || i ELSE 'feed:' || i END, 0, 'Outlet ' || (i % 500), 'Story ' || i, 1,
          strftime('%Y-%m-%dT%H:%M:%S.000Z', 1767225600 - (@articles - i) * 90, 'unixepoch'),
          strftime('%Y-%m-%dT%H:%M:%S.000Z', 1767225600 - (@articles - i) * 90 - (i * 7919) % 3600, 'unixepoch'),
          'The minister spoke of story ' || i || '. ' || substr(hex(zeroblob(1500)), 1, 3000), i, i,
          CASE WHEN i % 50 = 0 THEN 'de' ELSE 'en' END
        FROM n;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
        INSERT INTO feeds (id, url, title, added, next_check) SELECT i, 'https://f' || i || '.example/', 'Feed ' || i, '', '' FROM n;
        INSERT INTO feed_items (feed, key, origin, article, prints, first_seen, last_seen, fate)
        SELECT CASE WHEN id <= 100 THEN 1 + id % 5 ELSE 6 + id % 495 END, id, id, '', first_seen, first_seen, 'taken'
        FROM articles WHERE origin LIKE 'feed:%';
        INSERT INTO follows (chat, feed, place, added, added_by)
        SELECT CASE WHEN id <= 5 THEN 'discord:1' ELSE 'discord:2' END, id, '', '', '' FROM feeds WHERE id <= 205;
        """;

    public static async Task<int> MeasureAsync(int articles)
    {
        var home = Directory.CreateTempSubdirectory("byline-scope-");
        try
        {
            var database = new Database(new StoreOptions { Connection = $"Data Source={home.FullName}/bot.db" });
            await database.MigrateAsync(CancellationToken.None);
            await using (var connection = await database.OpenRelaxedAsync(CancellationToken.None))
                await connection.ExecuteAsync(new CommandDefinition(Fill, new { articles }, commandTimeout: 3600));
            var store = new ArticleStore(database);
            var covers = new CoverReader(
                database,
                store,
                new StoryDesk(new StoryBook(database, new StoppedClock()), NullLogger<StoryDesk>.Instance),
                new FilterDesk(new FilterBook(database, new StoppedClock()), store, NullLogger<FilterDesk>.Instance),
                new TopicBook(database, new StoppedClock()),
                new StoppedClock()
            );
            foreach (var chat in new[] { "discord:1", "discord:2", "discord:3" })
            {
                var reader = Audience.Of(chat);
                var german = ArticleFilter.None with { Language = "de" };
                var outlet = ArticleFilter.None with { From = new Outlet("Feed 3", [], ["Feed 3"], [3]) };
                await PrintAsync($"{chat} latest", () => store.LatestAsync(reader, 10, 0, CancellationToken.None));
                await PrintAsync($"{chat} page 20", () => store.LatestAsync(reader, 10, 190, CancellationToken.None));
                await PrintAsync($"{chat} count", () => store.CountAsync(reader, CancellationToken.None));
                await PrintAsync(
                    $"{chat} latest lang:de",
                    () => store.LatestAsync(reader, german, 10, 0, CancellationToken.None)
                );
                await PrintAsync(
                    $"{chat} count lang:de",
                    () => store.CountAsync(reader, german, CancellationToken.None)
                );
                await PrintAsync(
                    $"{chat} latest from:",
                    () => store.LatestAsync(reader, outlet, 10, 0, CancellationToken.None)
                );
                await PrintAsync($"{chat} count from:", () => store.CountAsync(reader, outlet, CancellationToken.None));
                await PrintAsync(
                    $"{chat} outlets",
                    () => new OutletStore(database).SeenByAsync(reader, CancellationToken.None)
                );
                await PrintAsync(
                    $"{chat} cover",
                    () =>
                        covers.ReadAsync(
                            new DigestOrder(
                                "Digest",
                                Destination.TryParse(chat)!.Value,
                                TimeZoneInfo.Utc,
                                ReadingSize.Normal
                            ),
                            CancellationToken.None
                        )
                );
            }

            return 0;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task PrintAsync(string what, Func<Task> work)
    {
        await work();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
            await work();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -28} {clock.Elapsed.TotalMilliseconds / Times, 9:0.0} ms"
            )
        );
    }

    /// <summary>The moment at which the last article came.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
