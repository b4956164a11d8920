using System.Globalization;
using System.Text.Json;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Feeds.Polling;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Terminal;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks;

/// <summary>
/// A year of articles replayed into the daily digest of one channel: each filed when it was published, and a digest
/// each morning. What was posted is written as text, a file a day; then it is counted what readers would mind.
/// </summary>
internal static class DigestYear
{
    private static readonly Destination Channel = new("discord", "1");

    public static async Task<int> MeasureAsync(string file, string folder)
    {
        var home = Directory.CreateTempSubdirectory("byline-year-");
        Directory.CreateDirectory(folder);
        try
        {
            var articles = File.ReadLines(file).Select(Read).OrderBy(a => a.Published).ToList();
            var clock = new SetClock { Now = articles[0].Published!.Value };
            var paper = new DigestPaper();
            await using var desk = Services(home, clock, paper);
            await desk.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
            var intake = desk.GetRequiredService<ArticleIntake>();
            var planned = (await desk.GetRequiredService<DigestBook>().ReadAsync(CancellationToken.None)).Digests[0];
            var schedule = planned.Schedule;
            var (filed, digests, late) = (0, 0, 0);
            // The first ring begins the schedule; nothing before is owed.
            await desk.GetRequiredService<DigestRound>().RunAsync([planned], CancellationToken.None);
            for (
                var slot = schedule.Next(clock.Now);
                filed < articles.Count || late++ == 0;
                slot = schedule.Next(slot.Due)
            )
            {
                for (; filed < articles.Count && articles[filed].Published <= slot.Due; filed++)
                {
                    clock.Now = articles[filed].Published!.Value;
                    await intake.FileAsync($"{filed}.txt", [articles[filed]], CancellationToken.None);
                }

                clock.Now = slot.Due;
                if (
                    await desk.GetRequiredService<DigestRound>().RunAsync([planned], CancellationToken.None)
                    is [DigestOutcome.Owed]
                )
                {
                    digests++;
                    await desk.GetRequiredService<Courier>().DeliverToAsync(Channel, CancellationToken.None);
                    await WriteAsync(desk, paper, Path.Combine(folder, $"{slot.Date:yyyy-MM-dd}.txt"));
                }
            }

            await PrintAsync(desk, filed, digests);
            return 0;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(ServiceProvider desk, DigestPaper paper, string path)
    {
        var edition = desk.GetRequiredService<Phrasebook>().In(CultureInfo.GetCultureInfo("en"));
        await File.WriteAllTextAsync(
            path,
            string.Join("\n\n", paper.Posts.Select(p => TerminalRenderer.ToText(p.Reply, TerminalDress.Piped, edition)))
        );
        paper.Posts.Clear();
    }

    private static async Task PrintAsync(ServiceProvider desk, int filed, int digests)
    {
        await using var connection = await desk.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        async Task<long> CountAsync(string sql) => await connection.ExecuteScalarAsync<long>(sql);
        Console.WriteLine($"articles {filed}, digests {digests}");
        Console.WriteLine($"articles told {await CountAsync("SELECT COUNT(*) FROM digest_articles")}");
        Console.WriteLine(
            $"stories {await CountAsync("SELECT COUNT(DISTINCT story) FROM story_tellings")}, of several articles {await CountAsync("SELECT COUNT(*) FROM (SELECT 1 FROM story_tellings GROUP BY story HAVING COUNT(DISTINCT article) > 1)")}"
        );
        Console.WriteLine(
            $"stories told on more than one day {await CountAsync("SELECT COUNT(*) FROM (SELECT 1 FROM story_tellings t JOIN digest_articles d ON d.article = t.article GROUP BY t.story HAVING COUNT(DISTINCT d.ledger) > 1)")}"
        );
        Console.WriteLine(
            $"most articles in one digest {await CountAsync("SELECT MAX(n) FROM (SELECT COUNT(*) n FROM digest_articles GROUP BY ledger)")}, most messages {await CountAsync("SELECT MAX(n) FROM (SELECT COUNT(*) n FROM outbox GROUP BY ledger)")}"
        );
    }

    private static ServiceProvider Services(DirectoryInfo home, TimeProvider time, IChatPlatform platform) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(platform)
            .AddStorage(new StoreOptions { Connection = $"Data Source={home.FullName}/bot.db" })
            .AddArticles()
            .AddDelivery()
            .AddDigests([
                new DigestOptions
                {
                    Name = "Morning digest",
                    At = "07:30",
                    Zone = "America/New_York",
                    Destination = Channel.ToString(),
                },
            ])
            .AddFeedDesk()
            .AddCommands()
            .BuildServiceProvider();

    /// <summary>The first line is the headline, where it stands alone.</summary>
    private static ArticleCopy Read(string line)
    {
        using var article = JsonDocument.Parse(line);
        var text = article.RootElement.GetProperty("text").GetString()!;
        var (title, body) = text.Split("\n\n", 2) is [var first, var rest] ? (first, rest) : (text, text);
        return new ArticleCopy(
            article.RootElement.GetProperty("source").GetString()!,
            title.TrimEnd('.'),
            HasOwnTitle: true,
            Url: null,
            Author: null,
            article.RootElement.GetProperty("published").GetDateTimeOffset(),
            body
        );
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
