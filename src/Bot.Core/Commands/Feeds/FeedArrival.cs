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
        var order = new FollowOrder(ask.Place, url, ask.By)
        {
            Title = ask.NameFor(FeedWishes.Title),
            Folder = ask.NameFor(FeedWishes.Folder),
            IsFullText = ask.IsFullText == true,
            Delay = Delay,
        };
        var outcome = (await book.FollowAsync([order], cancellation))[0];
        if (outcome is FollowOutcome.ChatIsFull or FollowOutcome.OwnerIsFull)
            return Reply.Of(Full(ask, outcome), ask.Button("button.feeds", "list", isInPlace: false));
        var followed = await GetAsync(ask, f => f.Url == url, cancellation);
        if (outcome == FollowOutcome.AlreadyFollowed)
            return FeedPreview.Followed(ask, followed);
        var report =
            followed.Feed.LastSuccess > time.GetUtcNow() - Fresh
                ? null
                : await desk.VisitAsync(followed.Feed.Id, cancellation);
        bell.Ring();
        followed = await GetAsync(ask, f => f.Id == followed.Feed.Id, cancellation);
        if (followed.Feed.LastSuccess is not null)
            return Welcome(ask, followed, report);
        // It was never read and cannot be: somebody typed the address and never saw what stands there.
        await book.UnfollowAsync(ask.Place, followed.Feed.Id, cancellation);
        return FeedPreview.Nothing(
            ask,
            url,
            new FeedFound.None(followed.Feed.Fault ?? "", followed.Feed.FaultWords ?? "")
        );
    }

    public static IReadOnlyList<Inline> Full(FeedAsk ask, FollowOutcome outcome) =>
        outcome == FollowOutcome.ChatIsFull
            ? ask.Edition.Line("feed.chat-full", ("count", FeedBook.MostInChat), ("remove", ask.Hint("remove NAME")))
            : ask.Edition.Line("feed.owner-full", ("count", FeedBook.MostOfOwner));

    private async Task<Followed> GetAsync(FeedAsk ask, Func<Feed, bool> isIt, CancellationToken cancellation) =>
        (await book.OfAsync(ask.Place, cancellation)).First(f => isIt(f.Feed));

    private static Reply Welcome(FeedAsk ask, Followed followed, IntakeReport? report)
    {
        var edition = ask.Edition;
        return new Reply([
            new ParagraphBlock([
                .. edition.Line("feed.added", ("title", new Strong(followed.Name))),
                .. report is null
                    ? edition.Line("feed.added-known")
                    : edition.Line("feed.added-read", ("count", report.New)),
            ]),
            new ParagraphBlock(
                edition.Line(
                    followed.IsFullText ? "feed.from-now-full" : "feed.from-now",
                    ("digest", new CommandHint("/digest add at:07:30"))
                )
            ),
            new ButtonBlock([
                new ReplyButton(edition.Say("button.latest"), "/latest"),
                new ReplyButton(edition.Say("button.plan"), "/help digest", "/digest add at:07:30")
                {
                    Form = "digest add",
                },
                ask.Button("button.remove", $"remove #{followed.Feed.Id}"),
            ]),
        ]);
    }
}
