using System.Text;
using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Core.Places;

namespace Bot.Core.Commands.Feeds;

/// <summary><c>/feed export</c>: the feeds of a place as OPML.</summary>
internal sealed class FeedExporting(FeedBook book, PlaceBook places, TimeProvider time)
{
    public async Task<Reply> WriteAsync(FeedAsk ask, CancellationToken cancellation)
    {
        var followed = await book.OfAsync(ask.Place, cancellation);
        if (followed.Count == 0)
            return FeedLookup.NoneFollowed(ask);
        var command =
            ask.Place == Destination.Terminal
                ? "bot export feeds.opml"
                : $"bot export --place {ask.Place.Chat} feeds.opml";
        var title = await places.PublicTitleOfAsync(ask.Place, cancellation);
        var opml = FeedList.ToOpml(followed, title.Length > 0 ? title : "Byline", time.GetUtcNow());
        var file = new FileBlock(
            "feeds.opml",
            "text/x-opml",
            Encoding.UTF8.GetBytes(opml),
            ask.Edition.Line("feed.export-elsewhere", ("command", new CommandHint(command)))
        );
        // A terminal shows the file itself: what is said of it stands below, where it is copied from.
        return ask.Call.Place == Destination.Terminal
            ? new Reply([
                file,
                new ParagraphBlock(ask.Edition.Line("feed.export-file", ("command", new CommandHint(command)))),
            ])
            : new Reply([
                new ParagraphBlock(ask.Edition.Line("feed.export", ("count", followed.Count))),
                file,
                new ButtonBlock([ask.Button("button.feeds", "list", isInPlace: false)]),
            ]);
    }
}
