using Bot.Core.Articles;
using Bot.Text.Stories;

namespace Bot.Core.Digests.Writing;

/// <summary>Articles as they were fetched for one story, at hand for the next: those of one round.</summary>
internal sealed class CopyFolder(ArticleStore articles)
{
    /// <summary>With what was understood of them, they are large.</summary>
    private const int MostKept = 500;

    private readonly Dictionary<ArticleId, Article?> found = [];
    private readonly Dictionary<ArticleId, CopyArticle> read = [];
    private readonly Dictionary<ArticleId, StoryReading> readings = [];

    /// <returns>Null where it is withdrawn or gone.</returns>
    public async Task<Article?> FindAsync(ArticleId id, CancellationToken cancellation)
    {
        if (found.TryGetValue(id, out var known))
            return known;
        return Keep(
            found,
            id,
            await articles.FindAsync(id, Audience.Desk, cancellation) is { IsWithdrawn: false } article ? article : null
        );
    }

    /// <returns>With what was understood of it; null where it is withdrawn or gone.</returns>
    public async Task<CopyArticle?> ReadAsync(ArticleId id, CancellationToken cancellation)
    {
        if (read.TryGetValue(id, out var known))
            return known;
        return await FindAsync(id, cancellation) is { } article
            ? Keep(read, id, new CopyArticle(article, await articles.ReadAsync(article, cancellation), News: null))
            : null;
    }

    /// <summary>What the article tells of its event.</summary>
    public StoryReading ReadingOf(Article article) =>
        readings.TryGetValue(article.Id, out var known)
            ? known
            : Keep(
                readings,
                article.Id,
                StoryTracker.Read(
                    new StoryArticle(
                        article.Id.ToString(),
                        article.HasOwnTitle ? article.Title : null,
                        article.Text,
                        article.Source,
                        article.Published ?? article.FirstSeen
                    )
                )
            );

    private static T Keep<T>(Dictionary<ArticleId, T> kept, ArticleId id, T it)
    {
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[id] = it;
    }
}
