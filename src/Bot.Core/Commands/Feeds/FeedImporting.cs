using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Finding;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Packs;
using Bot.Core.Feeds.Polling;

namespace Bot.Core.Commands.Feeds;

/// <summary>Many feeds at once: a list by its address, or one of the packs.</summary>
internal sealed class FeedImporting(FeedBook book, FeedBell bell)
{
    public Task<Reply> ImportAsync(FeedAsk ask, FeedFound.List list, CancellationToken cancellation) =>
        AnswerAsync(ask, list.Url.Host, [.. list.Feeds], $"import \"{list.Url.AbsoluteUri}\"", cancellation);

    public Task<Reply> AddAsync(FeedAsk ask, FeedPack pack, CancellationToken cancellation)
    {
        var title = FeedPacksPage.Title(pack, ask.Edition);
        return AnswerAsync(
            ask,
            title,
            [.. pack.Feeds.Select(f => new ListedFeed(f.Name, f.Url.AbsoluteUri, null, title))],
            $"add pack:{pack.Name}",
            cancellation
        );
    }

    /// <param name="source">What it is a list of, or where it is from.</param>
    /// <param name="line">The command that asked for it.</param>
    private async Task<Reply> AnswerAsync(
        FeedAsk ask,
        string source,
        IReadOnlyList<ListedFeed> listed,
        string line,
        CancellationToken cancellation
    )
    {
        var orders = Orders(ask, listed);
        var followed = (await book.OfAsync(ask.Place, cancellation)).Select(f => f.Feed.Url).ToHashSet();
        var open = orders.Where(o => !followed.Contains(o.Url)).ToList();
        if (open.Count == 0)
            return Reply.Of(
                ask.Edition.Line(
                    orders.Count == 0 ? "feed.list-empty" : "feed.list-followed",
                    ("source", new Strong(source)),
                    ("count", orders.Count)
                ),
                ask.Button("button.feeds", "list", isInPlace: false)
            );
        if (ask.IsSure)
            return Told(ask, await book.FollowAsync(open, cancellation));
        return new Reply([
            new ParagraphBlock(ask.Edition.Line("feed.list", ("source", new Strong(source)), ("count", orders.Count))),
            new BulletBlock([.. Facts(ask, listed.Count - orders.Count, orders.Count - open.Count, open)]),
            new ButtonBlock([
                new ReplyButton(
                    ask.Edition.Say("button.import", ("count", open.Count)),
                    ask.Line($"{line}{ask.Wishes} yes:yes"),
                    IsInPlace: true
                ),
                ask.Button("button.cancel", $"{line} yes:no"),
            ]),
        ]);
    }

    private static IEnumerable<IReadOnlyList<Inline>> Facts(
        FeedAsk ask,
        int unreadable,
        int already,
        List<FollowOrder> open
    )
    {
        const int MostNamed = 8;
        var names = open.Select(o => o.Title.Length > 0 ? o.Title : o.Url.Host).Distinct().ToList();
        yield return [new Plain(string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? " …" : ""))];
        if (already > 0)
            yield return ask.Edition.Line("feed.list-already", ("count", already));
        if (unreadable > 0)
            yield return ask.Edition.Line("feed.list-unreadable", ("count", unreadable));
    }

    private Reply Told(FeedAsk ask, IReadOnlyList<FollowOutcome> outcomes)
    {
        bell.Ring();
        var lines = new List<ReplyBlock>();
        var added = outcomes.Count(o => o == FollowOutcome.Followed);
        if (added > 0)
            lines.Add(new ParagraphBlock(ask.Edition.Line("feed.imported", ("count", added))));
        foreach (var full in new[] { FollowOutcome.ChatIsFull, FollowOutcome.OwnerIsFull })
        {
            if (outcomes.Count(o => o == full) is > 0 and var left)
                lines.Add(
                    new ParagraphBlock([
                        .. ask.Edition.Line("feed.not-imported", ("count", left)),
                        .. FeedArrival.Full(ask, full),
                    ])
                );
        }

        return new Reply([.. lines, new ButtonBlock([ask.Button("button.feeds", "list", isInPlace: false)])]);
    }

    /// <summary>As the list has them, but for what was said with its address.</summary>
    private static List<FollowOrder> Orders(FeedAsk ask, IReadOnlyList<ListedFeed> listed)
    {
        var folder = ask.NameFor(FeedWishes.Folder);
        return
        [
            .. ListedOrders
                .Of(listed, ask.Place, ask.Call.By)
                .Select(o =>
                    o with
                    {
                        Folder = folder.Length > 0 ? folder : o.Folder,
                        IsFullText = ask.IsFullText ?? o.IsFullText,
                    }
                ),
        ];
    }
}
