using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Polling;

namespace Bot.Core.Commands.Feeds;

/// <summary>What <c>/feed health</c> says: each feed that fails, is held or moves, and what to do; the well ones in a line.</summary>
internal sealed class FeedHealth(FeedBook book, FeedWords words, TimeProvider time)
{
    /// <summary>What was held back longer ago is of no use to anybody.</summary>
    private static readonly TimeSpan HeldShown = TimeSpan.FromDays(7);

    public async Task<Reply> WriteAsync(FeedAsk ask, CancellationToken cancellation)
    {
        var followed = await book.OfAsync(ask.Place, cancellation);
        if (followed.Count == 0)
            return FeedLookup.NoneFollowed(ask);
        var blocks = new List<ReplyBlock>();
        var ill = 0;
        foreach (var feed in followed.Where(f => f.Paused is null))
        {
            var findings = await FindingsAsync(feed.Feed, followed, ask, cancellation);
            if (findings.Count == 0)
                continue;
            ill++;
            blocks.Add(new ParagraphBlock([new Strong(feed.Name), new Small($" · {feed.Feed.Url.Host}")]));
            blocks.Add(new BulletBlock(findings));
        }

        if (ill > 0)
            blocks.Insert(0, new HeadingBlock([new Strong(ask.Edition.Say("feed.ill", ("count", ill)))]));
        blocks.Add(new SmallPrintBlock(Well(followed, ill, ask)));
        blocks.Add(new ButtonBlock([ask.Button("button.feeds", "list", isInPlace: false)]));
        return new Reply(blocks);
    }

    private async Task<IReadOnlyList<IReadOnlyList<Inline>>> FindingsAsync(
        Feed feed,
        IReadOnlyList<Followed> followed,
        FeedAsk ask,
        CancellationToken cancellation
    )
    {
        var edition = ask.Edition;
        var findings = new List<IReadOnlyList<Inline>>();
        if (feed.State == FeedState.Gone || feed.Failures > 0)
        {
            var since = feed.FailingSince ?? feed.LastCheck ?? time.GetUtcNow();
            findings.Add(
                edition.Line(
                    "feed.ill-since",
                    ("when", await words.WhenAsync(since, ask.Place, edition, cancellation)),
                    ("count", Math.Max(1, feed.Failures)),
                    ("what", FaultWords.Of(feed.Fault, feed.Url.Host, edition))
                )
            );
            findings.Add([
                new Plain(FaultWords.Mend(feed.Fault, edition)),
                .. feed.State == FeedState.Gone
                    ? Array.Empty<Inline>()
                    : [new Plain(" "), .. edition.Line("feed.next-visit", ("in", words.In(feed.NextCheck, edition)))],
            ]);
        }

        if (feed.HeldSince is { } held && held > time.GetUtcNow() - HeldShown)
            findings.Add(
                edition.Line(
                    "feed.held",
                    ("when", await words.WhenAsync(held, ask.Place, edition, cancellation)),
                    ("count", feed.HeldItems)
                )
            );
        if (feed.MovedTo is { } to)
            findings.Add(
                // Until the move is believed, both are read, each where it is.
                feed.MovedTimes >= FeedDesk.MovesBelieved
                && followed.FirstOrDefault(f => f.Feed.Url == to) is { } other
                    ? edition.Line("feed.meets", ("other", other.Name), ("remove", ask.Hint($"remove #{feed.Id}")))
                    : edition.Line("feed.moving", ("host", to.Host))
            );
        return findings;
    }

    private IReadOnlyList<Inline> Well(IReadOnlyList<Followed> followed, int ill, FeedAsk ask)
    {
        var paused = followed.Count(f => f.Paused is not null);
        var well = followed.Count - ill - paused;
        var last = followed.Max(f => f.Feed.LastSuccess);
        return
        [
            .. ask.Edition.Print("feed.well", ("count", well)),
            .. last is { } read
                ? ask.Edition.Print("feed.well-read", ("ago", words.Ago(read, ask.Edition)))
                : Array.Empty<Inline>(),
            .. paused > 0 ? ask.Edition.Print("feed.well-paused", ("count", paused)) : Array.Empty<Inline>(),
        ];
    }
}
