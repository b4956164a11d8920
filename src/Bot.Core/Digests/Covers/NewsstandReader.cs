using System.Text.Json;
using Bot.Core.Articles;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Storage;
using Bot.Core.Stories;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Digests.Covers;

/// <summary>Lays out what seeds and feeds have shown of late, each feed once.</summary>
internal static class NewsstandReader
{
    public static async Task<Newsstand> OpenAsync(
        SqliteTransaction reading,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var last = await reading.Connection!.ExecuteScalarAsync<long>(
            new CommandDefinition(
                "SELECT COALESCE(MAX(id), 0) FROM articles",
                transaction: reading,
                cancellationToken: cancellation
            )
        );
        return new Newsstand(now, last);
    }

    /// <summary>Adds the seeds and what the feeds have shown, where it is not there yet.</summary>
    public static async Task LayAsync(
        SqliteTransaction reading,
        Newsstand stand,
        IEnumerable<long> feeds,
        CancellationToken cancellation
    )
    {
        var reach = StoredInstant.Write(stand.Opened - DigestReach.Longest);
        var wanted = feeds.Where(f => !stand.Has(f)).Distinct().ToList();
        var seeds = stand.ForAll is null
            ? (
                await QueryAsync<long>(
                    reading,
                    $"""
                    SELECT a.id FROM articles a INDEXED BY articles_seeds_seen
                    WHERE {Sieve.IsSeed} AND a.withdrawn_at IS NULL AND a.first_seen >= @reach
                    UNION SELECT t.article FROM twins t WHERE substr(t.origin, 1, 5) <> 'feed:'
                    """,
                    new { reach },
                    cancellation
                )
            )
            : [];
        var items = await QueryAsync<(long Feed, long Article, string Seen, string Fate)>(
            reading,
            """
            SELECT i.feed, i.article, i.first_seen, i.fate
            FROM json_each(@wanted) j CROSS JOIN feed_items i ON i.feed = j.value
            WHERE i.article IS NOT NULL AND i.first_seen >= @reach
            """,
            new { wanted = JsonSerializer.Serialize(wanted), reach },
            cancellation
        );
        await LayOffersAsync(reading, stand, seeds.Concat(items.Select(i => i.Article)), reach, cancellation);

        if (stand.ForAll is null)
            stand.ForAll = [.. seeds.Select(stand.Find).OfType<Offer>()];
        var shown = items.ToLookup(i => i.Feed);
        foreach (var feed in wanted)
            stand.LayFeed(
                feed,
                [
                    .. shown[feed]
                        .Where(i => stand.Find(i.Article) is not null)
                        .Select(i => new Shown(stand.Find(i.Article)!, StoredInstant.Read(i.Seen), i.Fate == "taken")),
                ]
            );
    }

    private static async Task LayOffersAsync(
        SqliteTransaction reading,
        Newsstand stand,
        IEnumerable<long> articles,
        string reach,
        CancellationToken cancellation
    )
    {
        var rows = await QueryAsync<(
            long Id,
            string Source,
            string Listed,
            string Seen,
            long? Seq,
            long? Story,
            string? News
        )>(
            reading,
            """
            SELECT a.id, a.source, a.listed_at, a.first_seen, t.seq, t.story,
                   CASE t.relation WHEN 'edited' THEN t.news END
            FROM json_each(@articles) j CROSS JOIN articles a ON a.id = j.value
            LEFT JOIN story_tellings t ON t.seq = (SELECT MAX(seq) FROM story_tellings WHERE article = a.id)
            WHERE a.withdrawn_at IS NULL AND a.first_seen >= @reach
            """,
            new { articles = JsonSerializer.Serialize(articles.Where(a => stand.Find(a) is null).Distinct()), reach },
            cancellation
        );
        foreach (var row in rows)
        {
            var article = new OwedArticle(
                new ArticleId(row.Id),
                row.Seq,
                row.Source,
                StoredInstant.Read(row.Listed),
                StoredInstant.Read(row.Seen),
                Edit: null
            );
            var edited = row.News is null ? null : article with { Edit = StorySpans.Read(row.News) };
            stand.Lay(new Offer(article, edited, row.Story ?? -row.Id)); // One in no story is one of its own.
        }

        var told = await QueryAsync<(long Story, long Article)>(
            reading,
            """
            SELECT DISTINCT t.story, t.article FROM json_each(@stories) j CROSS JOIN story_tellings t ON t.story = j.value
            ORDER BY t.story, t.article DESC
            """,
            new { stories = JsonSerializer.Serialize(rows.Select(r => r.Story).OfType<long>().Distinct()) },
            cancellation
        );
        foreach (var story in told.GroupBy(t => t.Story, t => t.Article))
            stand.LayStory(story.Key, [.. story]);
    }

    private static async Task<IReadOnlyList<T>> QueryAsync<T>(
        SqliteTransaction reading,
        string sql,
        object values,
        CancellationToken cancellation
    ) =>
        (
            await reading.Connection!.QueryAsync<T>(
                new CommandDefinition(sql, values, reading, cancellationToken: cancellation)
            )
        ).AsList();
}
