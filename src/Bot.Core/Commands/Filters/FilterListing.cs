using Bot.Core.Chat;
using Bot.Core.Filters;

namespace Bot.Core.Commands.Filters;

/// <summary>What <c>/filter list</c> says: the rules of a place, each with its number.</summary>
internal sealed class FilterListing(FilterBook book)
{
    /// <param name="isTheirs">True for somebody who may change them.</param>
    public async Task<Reply> WriteAsync(FilterAsk ask, bool isTheirs, CancellationToken cancellation)
    {
        var rules = await book.OfAsync(ask.Place, cancellation);
        if (rules.Count == 0)
            return None(ask);
        var edition = ask.Edition;
        var blocks = new List<ReplyBlock>
        {
            new HeadingBlock([new Strong(edition.Say("filter.count", ("count", rules.Count)))]),
            new NumberedBlock([
                .. rules.Select((r, i) => new NumberedItem(i + 1, [new Plain(FilterWords.Of(r, edition))], [])),
            ]),
        };
        if (rules.Any(r => r.Effect == FilterEffect.Include))
            blocks.Add(new SmallPrintBlock(edition.Print("filter.all-else")));
        blocks.Add(
            new ButtonBlock([
                ask.Button("button.test", "test", isInPlace: false),
                .. isTheirs
                    ? [ask.Button("button.remove-which", "remove", isInPlace: false)]
                    : Array.Empty<ReplyButton>(),
            ])
        );
        return new Reply(blocks);
    }

    public static Reply None(FilterAsk ask) =>
        Reply.Of(ask.Edition.Line("filter.none", ("example", ask.Hint("add football"))));
}
