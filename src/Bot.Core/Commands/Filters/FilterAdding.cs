using Bot.Core.Chat;
using Bot.Core.Filters;

namespace Bot.Core.Commands.Filters;

/// <summary><c>/filter add football in:title</c>: makes the rule and says what it would have hidden.</summary>
internal sealed class FilterAdding(FilterRuleReader reader, FilterBook book, FilterTrial trial)
{
    public async Task<Reply> AnswerAsync(FilterAsk ask, CancellationToken cancellation) =>
        await reader.ReadAsync(ask, cancellation) switch
        {
            FilterReading.Wrong wrong => wrong.Answer,
            FilterReading.Understood understood => await AddAsync(understood, ask, cancellation),
            _ => throw new InvalidOperationException("A rule is understood or wrong."),
        };

    private async Task<Reply> AddAsync(
        FilterReading.Understood understood,
        FilterAsk ask,
        CancellationToken cancellation
    )
    {
        var (rule, edition) = (understood.Rule, ask.Edition);
        switch (await book.AddAsync(ask.Place, rule, ask.Call.By, cancellation))
        {
            case FilterOutcome.PlaceIsFull:
                return Reply.Of(
                    edition.Line("filter.too-many", ("count", FilterBook.MostInPlace), ("remove", ask.Hint("remove"))),
                    ask.Button("button.filters", "list", isInPlace: false)
                );
            case FilterOutcome.WasThere there:
                return Reply.Of(
                    edition.Line("filter.was-there", ("rule", FilterWords.Of(rule, edition))),
                    ask.Button("button.remove", $"remove #{there.Id}")
                );
            case FilterOutcome.Added added:
                return await AddedAsync(added.Id, understood, ask, cancellation);
            default:
                throw new InvalidOperationException("A rule is added, was there or has no room.");
        }
    }

    private async Task<Reply> AddedAsync(
        FilterId id,
        FilterReading.Understood understood,
        FilterAsk ask,
        CancellationToken cancellation
    )
    {
        var (rule, edition) = (understood.Rule, ask.Edition);
        // What lets in stands beside others that do; what hides is measured alone.
        IReadOnlyList<FilterRule> tried =
            rule.Effect == FilterEffect.Exclude
                ? [rule]
                : [.. (await book.OfAsync(ask.Place, cancellation)).Where(r => r.Effect == FilterEffect.Include)];
        var findings = await trial.RunAsync(ask.Reader, tried, cancellation);
        return new Reply([
            new ParagraphBlock(
                edition.Line(
                    rule.Effect == FilterEffect.Exclude ? "filter.added-hides"
                        : tried.Count > 1 ? "filter.added-lets-in-too"
                        : "filter.added-lets-in",
                    ("what", new Strong(FilterWords.Terms(rule, edition)))
                )
            ),
            .. understood.Strangers.Select(name => new ParagraphBlock(edition.Line("filter.stranger", ("name", name)))),
            new ParagraphBlock(findings.Said(edition)),
            new ButtonBlock([
                ask.Button("button.test", $"test #{id}", isInPlace: false),
                ask.Button("button.remove", $"remove #{id}"),
            ]),
        ]);
    }
}
