using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Finding;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Items;
using Bot.Core.Feeds.Polling;

namespace Bot.Core.Commands.Feeds;

/// <summary>A feed is followed: it is read at once, and whoever asked is told what came of it.</summary>
internal sealed class FeedArrival(FeedBook book, FeedDesk desk, FeedBell bell, TimeProvider time)
{
    /// <summary>The rounds leave the first visit to us; should this process end, they make it up.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    /// <summary>What was read so lately for another place needs no visit.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public async Task<Reply> FollowAsync(FeedAsk ask, Uri url, CancellationToken cancellation)
    {
        var order = new FollowOrder(ask.Place, url, ask.Call.By)
        {
            Title = ask.NameFor(FeedWishes.Title),
            Folder = ask.NameFor(FeedWishes.Folder),
            IsFullText = ask.IsFullText == true,
            Delay = Delay,
        };
        var outcome = (await book.FollowAsync([order], cancellation))[0];
        if (outcome is FollowOutcome.ChatIsFull or FollowOutcome.OwnerIsFull)
            return Reply.Of(Full(ask, outcome), ask.Button("button.feeds", "list", isInPlace: false));
        if (await FindAsync(ask, f => f.Url == url, cancellation) is not { } followed)
            return Moved(ask, url);
        if (outcome == FollowOutcome.AlreadyFollowed)
            return FeedPreview.Followed(ask, followed);
        var report =
            followed.Feed.LastSuccess > time.GetUtcNow() - Fresh
                ? null
                : await desk.VisitAsync(followed.Feed.Id, cancellation);
        bell.Ring();
        if (await FindAsync(ask, f => f.Id == followed.Feed.Id, cancellation) is not { } visited)
            return Moved(ask, url);
        if (visited.Feed is { LastSuccess: not null } or { Failures: 0 })
            return Welcome(ask, visited, report);
        // It was never read and cannot be: somebody typed the address and never saw what stands there.
        await book.UnfollowAsync(ask.Place, visited.Feed.Id, cancellation);
        return FeedPreview.Nothing(
            ask,
            url,
            new FeedFound.None(visited.Feed.Fault ?? "", visited.Feed.FaultWords ?? "")
        );
    }

    public static IReadOnlyList<Inline> Full(FeedAsk ask, FollowOutcome outcome) =>
        outcome == FollowOutcome.ChatIsFull
            ? ask.Edition.Line("feed.chat-full", ("count", FeedBook.MostInChat), ("remove", ask.Hint("remove NAME")))
            : ask.Edition.Line("feed.owner-full", ("count", FeedBook.MostOfOwner));

    /// <returns>Null where a visit has found that it is the same as another feed, and the place follows that one now.</returns>
    private async Task<Followed?> FindAsync(FeedAsk ask, Func<Feed, bool> isIt, CancellationToken cancellation) =>
        (await book.OfAsync(ask.Place, cancellation)).FirstOrDefault(f => isIt(f.Feed));

    private static Reply Moved(FeedAsk ask, Uri url) =>
        Reply.Of(
            ask.Edition.Line("feed.added-moved", ("host", url.Host)),
            ask.Button("button.feeds", "list", isInPlace: false)
        );

    private static Reply Welcome(FeedAsk ask, Followed followed, IntakeReport? report)
    {
        var edition = ask.Edition;
        var remove = ask.Button("button.remove", $"remove #{followed.Feed.Id}");
        return new Reply([
            new ParagraphBlock([
                .. edition.Line("feed.added", ("title", new Strong(followed.Name))),
                .. State(ask, followed.Feed, report),
            ]),
            new ParagraphBlock(
                edition.Line(
                    followed.IsFullText ? "feed.from-now-full" : "feed.from-now",
                    ("digest", new CommandHint($"/digest add at:07:30{ask.Which}"))
                )
            ),
            // What is asked by a button is asked of the place where it is pressed.
            new ButtonBlock(
                ask.Which.Length > 0
                    ? [remove]
                    :
                    [
                        new ReplyButton(edition.Say("button.latest"), "/latest"),
                        new ReplyButton(edition.Say("button.plan"), "/help digest", "/digest add at:07:30")
                        {
                            Form = "digest add",
                        },
                        remove,
                    ]
            ),
        ]);
    }

    private static IReadOnlyList<Inline> State(FeedAsk ask, Feed feed, IntakeReport? report) =>
        report is not null ? ask.Edition.Line("feed.added-read", ("count", report.New))
        : feed.Failures > 0
            ?
            [
                .. ask.Edition.Line(
                    "feed.added-failing",
                    ("what", FaultWords.Of(feed.Fault, feed.Url.Host, ask.Edition)),
                    ("mend", FaultWords.Mend(feed.Fault, ask.Edition))
                ),
            ]
        // Another process has it in hand.
        : feed.LastSuccess is null ? ask.Edition.Line("feed.added-unread")
        : ask.Edition.Line("feed.added-known");
}
