using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Filters;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Filters;

/// <summary><c>/filter test [rule]</c>: what of the newest would pass and what not, by all rules, one of them, or a new one.</summary>
internal sealed class FilterTesting(FilterRuleReader reader, FilterBook book, FilterTrial trial)
{
    private const int MostHidden = 10;
    private const int MostPassing = 5;

    public async Task<Reply> AnswerAsync(FilterAsk ask, CancellationToken cancellation)
    {
        var rules = await book.OfAsync(ask.Place, cancellation);
        if (!ask.HasTerms)
            return rules.Count == 0 ? FilterListing.None(ask) : await TryAsync(rules, ask, cancellation);
        if (ask.IsRuleAlone && ask.Rule is { } typed && FilterPick.Find(typed, rules) is [var known])
            return await TryAsync([known], ask, cancellation);
        return await reader.ReadAsync(ask, cancellation) switch
        {
            FilterReading.Wrong wrong => wrong.Answer,
            FilterReading.Understood understood => await TryAsync([understood.Rule], ask, cancellation),
            _ => throw new InvalidOperationException("A rule is understood or wrong."),
        };
    }

    private async Task<Reply> TryAsync(IReadOnlyList<FilterRule> rules, FilterAsk ask, CancellationToken cancellation)
    {
        var edition = ask.Edition;
        var findings = await trial.RunAsync(ask.Reader, rules, cancellation);
        var blocks = new List<ReplyBlock> { new ParagraphBlock(findings.Said(edition)) };
        if (rules.Count > 1)
            blocks.AddRange(Counts(findings, edition));
        var hidden = findings.Hidden.ToList();
        if (hidden.Count > 0)
        {
            blocks.Add(new ParagraphBlock([new Strong(edition.Say("filter.hidden"))]));
            blocks.Add(
                new BulletBlock([
                    .. hidden
                        .Take(MostHidden)
                        .Select(h =>
                            (IReadOnlyList<Inline>)
                                [
                                    .. ArticleLines.Title(h.Article),
                                    new Small($" · {h.Article.Source} · {FilterWords.Of(h.Verdict, edition)}"),
                                ]
                        ),
                ])
            );
        }

        var passing = findings.Passing.Take(MostPassing).ToList();
        if (passing.Count > 0)
        {
            blocks.Add(new ParagraphBlock([new Strong(edition.Say("filter.passing"))]));
            blocks.Add(
                new BulletBlock([
                    .. passing.Select(a =>
                        (IReadOnlyList<Inline>)[.. ArticleLines.Title(a), new Small($" · {a.Source}")]
                    ),
                ])
            );
        }

        // A rule that is only tried can be made as it is.
        if (rules is [{ Id: null } tried])
            blocks.Add(new ButtonBlock([ask.Button("button.add-filter", FilterWords.Adding(tried))]));
        return new Reply(blocks);
    }

    private static IEnumerable<ReplyBlock> Counts(TrialFindings findings, Edition edition)
    {
        var counts = findings
            .Hidden.GroupBy(h => FilterWords.Of(h.Verdict, edition))
            .OrderByDescending(g => g.Count())
            .Select(g => (IReadOnlyList<Inline>)[new Strong(edition.Number(g.Count())), new Plain($" · {g.Key}")])
            .ToList();
        if (counts.Count > 0)
            yield return new BulletBlock(counts);
    }
}
