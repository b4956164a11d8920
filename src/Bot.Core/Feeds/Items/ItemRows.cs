using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Feeds.Items;

/// <summary>The rows of one feed's items.</summary>
internal sealed class ItemRows(SqliteConnection connection, FeedId feed)
{
    /// <summary>That an item is still there is written down once a day.</summary>
    private static readonly TimeSpan SeenAgain = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<KnownItem>> KnownAsync(
        IReadOnlyList<ItemSign> signs,
        CancellationToken cancellation
    ) =>
        (
            await connection.QueryAsync<KnownItem>(
                new CommandDefinition(
                    """
                    SELECT key, origin, article, link, titled, prints, fate, is_whole FROM feed_items
                    WHERE feed = @feed AND (key IN @keys OR link IN @links OR titled IN @titles)
                    """,
                    new
                    {
                        feed = feed.Value,
                        keys = signs.Select(s => s.Key),
                        links = signs.Select(s => s.Link).OfType<string>(),
                        titles = signs.Select(s => s.Titled).OfType<string>(),
                    },
                    cancellationToken: cancellation
                )
            )
        ).AsList();

    /// <summary>How many items the feed has shown, counted up to <paramref name="most"/>.</summary>
    public Task<int> CountAsync(int most, CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<int>(
            new CommandDefinition(
                "SELECT COUNT(*) FROM (SELECT 1 FROM feed_items WHERE feed = @feed LIMIT @most)",
                new { feed = feed.Value, most },
                cancellationToken: cancellation
            )
        );

    /// <summary>How many of them it has shown for the first time since then.</summary>
    public Task<int> CountSinceAsync(DateTimeOffset since, int most, CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<int>(
            new CommandDefinition(
                "SELECT COUNT(*) FROM (SELECT 1 FROM feed_items WHERE feed = @feed AND first_seen > @since LIMIT @most)",
                new
                {
                    feed = feed.Value,
                    since = StoredInstant.Write(since),
                    most,
                },
                cancellationToken: cancellation
            )
        );

    /// <summary>Whether anybody who follows the feed wants its articles whole.</summary>
    public Task<bool> WantsPagesAsync(CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(
                "SELECT EXISTS (SELECT 1 FROM follows WHERE feed = @feed AND full_text <> 0)",
                new { feed = feed.Value },
                cancellationToken: cancellation
            )
        );

    /// <summary>After the article was filed under the item's origin.</summary>
    public Task WriteAsync(SqliteTransaction transaction, TakenItem item, DateTimeOffset now) =>
        connection.ExecuteAsync(
            item.Known is null
                ? """
                INSERT INTO feed_items
                  (feed, key, origin, article, link, titled, prints, first_seen, last_seen, fate, page, teaser_letters, page_next)
                VALUES (@feed, @key, @origin,
                  COALESCE((SELECT id FROM articles WHERE origin = @origin AND item = 0 AND withdrawn_at IS NULL),
                           (SELECT article FROM twins WHERE origin = @origin AND item = 0)),
                  @link, @titled, @prints, @now, @now, @fate, @page, @teaser, CASE @page WHEN 'wanted' THEN @now END)
                """
                : """
                UPDATE feed_items SET
                  key = @key, link = COALESCE(@link, link), titled = COALESCE(@titled, titled), prints = @prints, last_seen = @now,
                  article = COALESCE((SELECT id FROM articles WHERE origin = @origin AND item = 0 AND withdrawn_at IS NULL),
                                     (SELECT article FROM twins WHERE origin = @origin AND item = 0), article),
                  changed = CASE WHEN @isChanged THEN @now ELSE changed END,
                  page = CASE WHEN @isChanged THEN @page ELSE page END,
                  teaser_letters = CASE WHEN @isChanged THEN @teaser ELSE teaser_letters END,
                  is_whole = CASE WHEN @isFiled THEN 0 ELSE is_whole END,
                  page_tries = CASE WHEN @isChanged THEN 0 ELSE page_tries END,
                  page_next = CASE WHEN @isChanged AND @page = 'wanted' THEN @now ELSE page_next END
                WHERE feed = @feed AND key = @oldKey
                """,
            new
            {
                feed = feed.Value,
                key = item.Sign.Key,
                oldKey = item.Known?.Key,
                origin = item.Origin,
                link = item.Sign.Link,
                titled = item.Sign.Titled,
                prints = item.Known?.PrintsAnd(item.Sign.Print) ?? item.Sign.Print,
                fate = item.Fate.ToString().ToLowerInvariant(),
                page = item.TeaserLetters is null ? "none" : "wanted",
                teaser = item.TeaserLetters,
                isFiled = item.Copy is not null,
                isChanged = item.IsChanged,
                now = StoredInstant.Write(now),
            },
            transaction
        );

    /// <summary>Items last shown before then, and the articles that stand for nothing else.</summary>
    public Task ForgetAsync(SqliteTransaction transaction, DateTimeOffset before) =>
        connection.ExecuteAsync(
            """
            DELETE FROM articles WHERE id IN (
              SELECT i.article FROM feed_items i JOIN articles a ON a.id = i.article AND a.origin = i.origin
              WHERE i.feed = @feed AND i.last_seen < @before
                AND NOT EXISTS (SELECT 1 FROM twins t WHERE t.article = i.article)
                AND NOT EXISTS (SELECT 1 FROM feed_items o WHERE o.article = i.article AND o.origin <> i.origin));
            DELETE FROM twins WHERE origin IN (SELECT origin FROM feed_items WHERE feed = @feed AND last_seen < @before);
            DELETE FROM feed_items WHERE feed = @feed AND last_seen < @before;
            """,
            new { feed = feed.Value, before = StoredInstant.Write(before) },
            transaction
        );

    public Task SeenAsync(SqliteTransaction transaction, IEnumerable<KnownItem> items, DateTimeOffset now) =>
        connection.ExecuteAsync(
            "UPDATE feed_items SET last_seen = @now WHERE feed = @feed AND key IN @keys AND last_seen < @before",
            new
            {
                feed = feed.Value,
                keys = items.Select(i => i.Key),
                now = StoredInstant.Write(now),
                before = StoredInstant.Write(now - SeenAgain),
            },
            transaction
        );
}
