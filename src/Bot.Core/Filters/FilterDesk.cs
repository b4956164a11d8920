using System.Text.RegularExpressions;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Filters;

/// <summary>Says of articles whether the rules of a place let them pass, and which hides them.</summary>
public sealed partial class FilterDesk(FilterBook book, ArticleStore articles, ILogger<FilterDesk> log)
{
    /// <summary>So many texts are held at once.</summary>
    private const int Armful = 100;

    /// <returns>The rules of those of the places that have some.</returns>
    public Task<IReadOnlyDictionary<Destination, IReadOnlyList<FilterRule>>> RulesAsync(
        IReadOnlyCollection<Destination> places,
        CancellationToken cancellation
    ) => book.OfAllAsync(places, cancellation);

    public async Task<IReadOnlyDictionary<ArticleId, FilterVerdict.Hidden>> HiddenAsync(
        Destination place,
        IReadOnlyList<ArticleId> ids,
        CancellationToken cancellation
    ) => await HiddenAsync(await book.OfAsync(place, cancellation), ids, cancellation);

    /// <summary>What rules hide of the articles. No text is read where there are none.</summary>
    public async Task<IReadOnlyDictionary<ArticleId, FilterVerdict.Hidden>> HiddenAsync(
        IReadOnlyList<FilterRule> rules,
        IReadOnlyList<ArticleId> ids,
        CancellationToken cancellation
    )
    {
        var hidden = new Dictionary<ArticleId, FilterVerdict.Hidden>();
        if (ids.Count == 0 || rules.Count == 0)
            return hidden;
        foreach (var some in ids.Chunk(Armful))
        {
            foreach (var article in await articles.FindAllAsync(some, cancellation))
            {
                if (await JudgeAsync(rules, article, cancellation) is FilterVerdict.Hidden verdict)
                    hidden[article.Id] = verdict;
            }
        }

        return hidden;
    }

    /// <summary>Those of the articles that one of the rules fits, each of which includes; none where there are no rules.</summary>
    public async Task<IReadOnlySet<ArticleId>> TakenAsync(
        IReadOnlyList<FilterRule> rules,
        IReadOnlyList<ArticleId> ids,
        CancellationToken cancellation
    )
    {
        if (rules.Count == 0)
            return new HashSet<ArticleId>();
        var others = await HiddenAsync(rules, ids, cancellation);
        return ids.Where(id => !others.ContainsKey(id)).ToHashSet();
    }

    /// <summary>One rule that excludes hides; where there are rules that include, one of them must fit.</summary>
    public async Task<FilterVerdict> JudgeAsync(
        IReadOnlyList<FilterRule> rules,
        Article article,
        CancellationToken cancellation
    )
    {
        var filtered = new FilteredArticle(article);
        foreach (var rule in rules.Where(r => r.Effect == FilterEffect.Exclude))
        {
            if (await FitsAsync(rule, filtered, cancellation))
                return new FilterVerdict.HiddenBy(rule);
        }

        var isAnyWanted = true;
        foreach (var rule in rules.Where(r => r.Effect == FilterEffect.Include))
        {
            if (await FitsAsync(rule, filtered, cancellation))
                return new FilterVerdict.Passes(rule);
            isAnyWanted = false;
        }

        return isAnyWanted ? new FilterVerdict.Passes(null) : new FilterVerdict.NotWanted();
    }

    private async Task<bool> FitsAsync(FilterRule rule, FilteredArticle article, CancellationToken cancellation)
    {
        try
        {
            if (!rule.OfTheText.All(t => t.HoldsOf(article)))
                return false;
            var ofTheReading = rule.OfTheReading.ToList();
            if (ofTheReading.Count == 0)
                return true;
            if (!article.IsRead)
                article.Reading = await articles.ReadAsync(article.Article, cancellation);
            return ofTheReading.TrueForAll(t => t.HoldsOf(article));
        }
        catch (RegexMatchTimeoutException slow)
        {
            LogTooSlow(slow, rule.Id?.Value, article.Article.Id);
            return false;
        }
    }

    [LoggerMessage(
        530,
        LogLevel.Warning,
        "Filter {Filter} took too long over article {ArticleId} and is taken not to fit"
    )]
    private partial void LogTooSlow(Exception slow, long? filter, ArticleId articleId);
}
