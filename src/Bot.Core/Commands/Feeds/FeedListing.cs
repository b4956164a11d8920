using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Following;

namespace Bot.Core.Commands.Feeds;

/// <summary>What <c>/feed list</c> says: the feeds of a place by folder, each with its number.</summary>
internal sealed class FeedListing(FeedBook book, FeedWords words)
{
    /// <param name="isTheirs">True for somebody who may change them.</param>
    public async Task<Reply> WriteAsync(FeedAsk ask, bool isTheirs, CancellationToken cancellation)
    {
        var followed = await book.OfAsync(ask.Place, cancellation);
        if (followed.Count == 0)
            return FeedLookup.NoneFollowed(ask);
        var numbered = followed.Select((f, i) => (Number: i + 1, Followed: f)).ToList();
        var blocks = new List<ReplyBlock>
        {
            new HeadingBlock([new Strong(ask.Edition.Say("feed.count", ("count", followed.Count)))]),
        };
        foreach (var folder in numbered.GroupBy(n => n.Followed.Folder, StringComparer.OrdinalIgnoreCase))
        {
            if (folder.Key.Length > 0)
                blocks.Add(new ParagraphBlock([new Strong(folder.Key)]));
            blocks.Add(
                new NumberedBlock([.. folder.Select(n => new NumberedItem(n.Number, Line(n.Followed, ask), []))])
            );
        }

        blocks.Add(
            new ButtonBlock([
                ask.Button("button.health", "health", isInPlace: false),
                .. isTheirs
                    ?
                    [
                        ask.Button("button.remove-which", "remove", isInPlace: false),
                        ask.Button("button.pause-which", "pause", isInPlace: false),
                    ]
                    : Array.Empty<ReplyButton>(),
            ])
        );
        return new Reply(blocks);
    }

    private IReadOnlyList<Inline> Line(Followed followed, FeedAsk ask) =>
        [new Strong(followed.Name), new Small(string.Concat(Marks(followed, ask).Select(m => $" · {m}")))];

    private IEnumerable<string> Marks(Followed followed, FeedAsk ask)
    {
        var (feed, edition) = (followed.Feed, ask.Edition);
        if (followed.Paused is not null)
            yield return edition.Say("feed.mark-paused");
        else if (feed.State == FeedState.Gone)
            yield return edition.Say("feed.mark-gone");
        else if (feed.Failures > 0)
            yield return edition.Say(
                "feed.mark-failing",
                ("since", words.Ago(feed.FailingSince ?? feed.NextCheck, edition))
            );
        if (feed.LastSuccess is { } read)
            yield return edition.Say("feed.mark-read", ("ago", words.Ago(read, edition)));
        else if (feed.Failures == 0)
            yield return edition.Say("feed.mark-new");
        if (feed.ItemGap is { Ticks: > 0 } gap)
            yield return FeedWords.Pace(TimeSpan.FromDays(1) / gap, edition);
        if (feed.LastNew is { } last)
            yield return edition.Say("feed.mark-last-new", ("ago", words.Ago(last, edition)));
        if (followed.IsFullText)
            yield return edition.Say("feed.mark-full");
    }
}
