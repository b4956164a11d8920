using Bot.Core.Articles;
using Bot.Core.Filters;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Sifting;

/// <summary>Finds the articles that a topic takes, among those that an audience sees.</summary>
internal sealed class TopicShelf(ArticleStore articles, FilterDesk filters)
{
    /// <summary>So many of the newest are looked through: a topic asks of whole texts what no index holds.</summary>
    public const int MostLookedThrough = 500;

    /// <param name="filter">What must hold besides.</param>
    /// <param name="words">What is looked for besides; null for anything.</param>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<ArticleId>> TakenAsync(
        Topic topic,
        Audience reader,
        ArticleFilter filter,
        string? words,
        CancellationToken cancellation
    )
    {
        var newest = words is null
            ? await articles.LatestAsync(reader, filter, MostLookedThrough, 0, cancellation)
            : await articles.SearchAsync(words, reader, filter, MostLookedThrough, 0, cancellation);
        var taken = new List<ArticleId>();
        // No rule would let all pass; a topic none of whose rules can be read takes nothing.
        foreach (var article in topic.Rules.Count == 0 ? [] : newest)
        {
            if (await filters.JudgeAsync(topic.Rules, article, cancellation) is FilterVerdict.Passes)
                taken.Add(article.Id);
        }

        return taken;
    }
}
