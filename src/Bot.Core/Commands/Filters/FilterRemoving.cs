using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Filters;

namespace Bot.Core.Commands.Filters;

/// <summary><c>/filter remove 2</c>: of several, one button each.</summary>
internal sealed class FilterRemoving(FilterBook book)
{
    private const int MostOffered = 10;

    public async Task<Reply> AnswerAsync(FilterAsk ask, CancellationToken cancellation)
    {
        var rules = await book.OfAsync(ask.Place, cancellation);
        if (rules.Count == 0)
            return FilterListing.None(ask);
        if (ask.Rule is not { } typed)
            return Which(ask, rules, rules);
        return FilterPick.Find(typed, rules) switch
        {
            [var one] => await RemoveAsync(one, ask, cancellation),
            [] => Reply.Of(
                ask.Edition.Line("filter.no-such", ("name", Excerpt.Of(typed)), ("count", rules.Count)),
                ask.Button("button.filters", "list", isInPlace: false)
            ),
            var several => Which(ask, several, rules),
        };
    }

    private async Task<Reply> RemoveAsync(FilterRule rule, FilterAsk ask, CancellationToken cancellation)
    {
        if (rule.Id is { } id)
            await book.RemoveAsync(ask.Place, id, cancellation);
        return Reply.Of(
            ask.Edition.Line("filter.removed", ("rule", new Strong(FilterWords.Of(rule, ask.Edition)))),
            ask.Button("button.add-again", FilterWords.Adding(rule))
        );
    }

    private static Reply Which(FilterAsk ask, IReadOnlyList<FilterRule> some, IReadOnlyList<FilterRule> all)
    {
        var numbered = all.Select((r, i) => (Number: i + 1, Rule: r)).Where(n => some.Contains(n.Rule)).ToList();
        return new Reply([
            new ParagraphBlock(ask.Edition.Line("filter.which", ("example", ask.Hint($"remove {numbered[0].Number}")))),
            new NumberedBlock([
                .. numbered.Select(n => new NumberedItem(
                    n.Number,
                    [new Plain(FilterWords.Of(n.Rule, ask.Edition))],
                    []
                )),
            ]),
            new ButtonBlock([
                .. numbered
                    .Take(MostOffered)
                    .Select(n => new ReplyButton(
                        ask.Edition.Say("button.remove-number", ("number", n.Number)),
                        ask.Line($"remove #{n.Rule.Id}"),
                        IsInPlace: true
                    )),
            ]),
        ]);
    }
}
