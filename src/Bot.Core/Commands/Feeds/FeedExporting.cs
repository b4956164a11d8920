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
        // A reply has no place for a file: a terminal's reader can copy what it prints, a chat would only read it.
        if (ask.Call.Place != Destination.Terminal)
            return Reply.Of(
                ask.Edition.Line(
                    "feed.export-elsewhere",
                    ("count", followed.Count),
                    ("command", new CommandHint(command))
                ),
                ask.Button("button.feeds", "list", isInPlace: false)
            );
        var title = await places.TitleOfAsync(ask.Place, cancellation);
        var opml = FeedList.ToOpml(followed, title.Length > 0 ? title : "Byline", time.GetUtcNow());
        return new Reply([
            // The one block that a terminal neither indents nor parts with empty lines.
            .. opml.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => new SmallPrintBlock([new Plain(line)])),
            new ParagraphBlock(ask.Edition.Line("feed.export-file", ("command", new CommandHint(command)))),
        ]);
    }
}
