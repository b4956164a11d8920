using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Tests.Articles;

/// <summary>Feeds, who follows them, and what they have shown, as rows.</summary>
internal sealed class FeedRows(Database database, ArticleIntake intake)
{
    private int shown;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<long> AddFeedAsync(string url, string title = "", string? site = null) =>
        await ScalarAsync(
            "INSERT INTO feeds (url, title, site, added, next_check) VALUES (@url, @title, @site, '', '') RETURNING id",
            new
            {
                url,
                title,
                site,
            }
        );

    /// <param name="added">As the store writes instants.</param>
    public Task FollowAsync(
        string chat,
        long feed,
        string? paused = null,
        string title = "",
        string added = "2025-01-01T00:00:00.000Z"
    ) =>
        ScalarAsync(
            """
            INSERT OR REPLACE INTO follows (chat, feed, title, paused, place, added, added_by)
            VALUES (@chat, @feed, @title, @paused, @chat, @added, '')
            """,
            new
            {
                chat,
                feed,
                title,
                paused,
                added,
            }
        );

    public Task UnfollowAsync(string chat, long feed) =>
        ScalarAsync("DELETE FROM follows WHERE chat = @chat AND feed = @feed", new { chat, feed });

    /// <summary>The feed shows an article for the first time; one whose words the store has already is filed as a twin.</summary>
    public async Task<ArticleId> ShowAsync(
        long feed,
        string title,
        string text,
        string published = "2025-12-28",
        string seen = "2026-01-01T00:00:00.000Z",
        string source = "The Wire"
    )
    {
        var origin = string.Create(CultureInfo.InvariantCulture, $"feed:{feed}:{++shown}");
        await intake.FileAsync(
            origin,
            [
                new ArticleCopy(
                    source,
                    title,
                    HasOwnTitle: true,
                    Url: null,
                    Author: null,
                    DateTimeOffset.Parse($"{published}T00:00:00Z", CultureInfo.InvariantCulture),
                    text
                ),
            ],
            Stop
        );
        var article = await ScalarAsync(
            """
            SELECT id FROM articles WHERE origin = @origin
            UNION ALL SELECT article FROM twins WHERE origin = @origin LIMIT 1
            """,
            new { origin }
        );
        await ScalarAsync(
            """
            INSERT INTO feed_items (feed, key, origin, article, prints, first_seen, last_seen, fate)
            VALUES (@feed, @origin, @origin, @article, '', @seen, @seen, 'taken')
            """,
            new
            {
                feed,
                origin,
                article,
                seen,
            }
        );
        return new ArticleId(article);
    }

    private async Task<long> ScalarAsync(string sql, object values)
    {
        await using var connection = await database.OpenAsync(Stop);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, values, cancellationToken: Stop));
    }
}
