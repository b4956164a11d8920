using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Filters;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Filters;

/// <summary>Tries rules on the newest articles that an audience sees.</summary>
internal sealed class FilterTrial(ArticleStore articles, FilterDesk filters)
{
    private const int MostTried = 50;

    public Task<IReadOnlyList<Article>> NewestAsync(Audience reader, CancellationToken cancellation) =>
        articles.LatestAsync(reader, MostTried, 0, cancellation);

    public async Task<TrialFindings> RunAsync(
        Audience reader,
        IReadOnlyList<FilterRule> rules,
        CancellationToken cancellation
    ) => await RunAsync(await NewestAsync(reader, cancellation), rules, cancellation);

    /// <summary>As above, on articles in hand: several topics are tried on the same.</summary>
    public async Task<TrialFindings> RunAsync(
        IReadOnlyList<Article> newest,
        IReadOnlyList<FilterRule> rules,
        CancellationToken cancellation
    )
    {
        var found = new List<(Article, FilterVerdict)>();
        foreach (var article in newest)
            found.Add((article, await filters.JudgeAsync(rules, article, cancellation)));
        return new TrialFindings(found);
    }
}

/// <param name="All">The newest first.</param>
internal sealed record TrialFindings(IReadOnlyList<(Article Article, FilterVerdict Verdict)> All)
{
    public IEnumerable<(Article Article, FilterVerdict.Hidden Verdict)> Hidden =>
        All.Where(f => f.Verdict is FilterVerdict.Hidden).Select(f => (f.Article, (FilterVerdict.Hidden)f.Verdict));

    public IEnumerable<Article> Passing => All.Where(f => f.Verdict is FilterVerdict.Passes).Select(f => f.Article);

    /// <summary>How much is hidden, in a sentence, which says what to look at where it is all or nothing.</summary>
    public IReadOnlyList<Inline> Said(Edition edition)
    {
        var hidden = Hidden.Count();
        return edition.Line(
            All.Count == 0 ? "filter.none-tried"
                : hidden == 0 ? "filter.tried-none"
                : hidden == All.Count ? "filter.tried-all"
                : "filter.tried",
            ("count", All.Count),
            ("hidden", hidden),
            ("passing", All.Count - hidden)
        );
    }
}
