using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Feeds.Items;

/// <summary>Finds what a chat's feeds have shown under a link.</summary>
internal sealed class ItemTraces(Database database)
{
    /// <param name="link">Canonical; null where the article is named by its number.</param>
    /// <returns>One a feed that showed it, the first to show it first.</returns>
    public async Task<IReadOnlyList<ItemTrace>> FindAsync(
        Destination place,
        string? link,
        long? article,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition(
                """
                SELECT w.title AS Own_title, f.title, f.url, w.added, i.first_seen, i.changed, i.fate, i.origin,
                       i.page, i.page_tries, i.page_next, a.id AS Article, a.title AS Article_title,
                       a.source AS Article_source, a.origin AS Article_origin, a.first_seen AS Article_seen,
                       n.version AS Read_by
                FROM feed_items i
                JOIN follows w ON w.feed = i.feed AND w.chat = @chat
                JOIN feeds f ON f.id = i.feed
                LEFT JOIN articles a ON a.id = i.article AND a.withdrawn_at IS NULL
                LEFT JOIN analyses n ON n.article = a.id
                WHERE i.link = @link OR i.article = @article
                ORDER BY i.first_seen
                """,
                new
                {
                    chat = place.Chat.ToString(),
                    link,
                    article,
                },
                cancellationToken: cancellation
            )
        );
        return [.. rows.Select(r => r.ToTrace())];
    }

    private sealed record Row(
        string Own_title,
        string Title,
        string Url,
        string Added,
        string First_seen,
        string? Changed,
        string Fate,
        string Origin,
        string Page,
        long Page_tries,
        string? Page_next,
        long? Article,
        string? Article_title,
        string? Article_source,
        string? Article_origin,
        string? Article_seen,
        long? Read_by
    )
    {
        public ItemTrace ToTrace() =>
            new(
                Own_title.Length > 0 ? Own_title
                    : Title.Length > 0 ? Title
                    : new Uri(Url).Host,
                StoredInstant.Read(First_seen),
                Instant(Changed),
                Enum.Parse<ItemFate>(Fate, ignoreCase: true),
                StoredInstant.Read(First_seen) >= StoredInstant.Read(Added),
                Article is { } id
                    ? new TracedArticle(
                        new ArticleId(id),
                        Article_title ?? "",
                        Article_source ?? "",
                        Instant(Article_seen) ?? StoredInstant.Read(First_seen),
                        Article_origin != Origin,
                        Read_by is not null
                    )
                    : null,
                new TracedPage(Page, (int)Page_tries, Instant(Page_next))
            );

        private static DateTimeOffset? Instant(string? stored) => stored is null ? null : StoredInstant.TryRead(stored);
    }
}
