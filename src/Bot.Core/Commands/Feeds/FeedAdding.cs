using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Feeds.Finding;
using Bot.Core.Feeds.Packs;

namespace Bot.Core.Commands.Feeds;

/// <summary>
/// <c>/feed add URL [title:] [folder:] [text:full]</c> and <c>/feed import URL</c>: looks first, says what is there, and
/// follows it once somebody says yes.
/// </summary>
internal sealed class FeedAdding(
    FeedFinder finder,
    FeedPreview preview,
    FeedArrival arrival,
    FeedImporting importing,
    FeedPacks packs
)
{
    public async Task<Reply> AddAsync(FeedAsk ask, CancellationToken cancellation)
    {
        if (ask.IsDeclined)
            return NotAdded(ask);
        if (ask.Name is not { } typed)
            return Reply.Of(
                ask.Edition.Line("feed.add-what", ("example", ask.Hint("add https://…")), ("packs", ask.Hint("packs"))),
                ask.Button("button.packs", "packs", isInPlace: false)
            );
        if (FeedPacks.NameIn(typed) is { } name)
            return packs.Find(name) is { } pack
                ? await importing.AddAsync(ask, pack, cancellation)
                : Reply.Of(
                    ask.Edition.Line("feed.no-pack", ("name", Excerpt.Of(name)), ("packs", ask.Hint("packs"))),
                    ask.Button("button.packs", "packs", isInPlace: false)
                );
        var (url, wrong) = FeedAddress.Read(ask, typed);
        if (url is null)
            return wrong!; // One or the other.
        return ask.IsSure
            ? await arrival.FollowAsync(ask, url, cancellation)
            : await finder.FindAsync(url, cancellation) switch
            {
                FeedFound.One one => await preview.ShowAsync(ask, one, cancellation),
                FeedFound.Several several => await preview.ChooseAsync(ask, several, cancellation),
                FeedFound.List list => await importing.ImportAsync(ask, list, cancellation),
                FeedFound.None none => FeedPreview.Nothing(ask, url, none),
                _ => throw new InvalidOperationException("At an address stands a feed, several, a list or nothing."),
            };
    }

    public async Task<Reply> ImportAsync(FeedAsk ask, CancellationToken cancellation)
    {
        if (ask.IsDeclined)
            return NotAdded(ask);
        if (ask.Name is not { } typed)
            return Reply.Of(ask.Edition.Line("feed.import-what", ("example", ask.Hint("import https://…"))));
        var (url, wrong) = FeedAddress.Read(ask, typed);
        if (url is null)
            return wrong!; // As above.
        return await finder.FindAsync(url, cancellation) switch
        {
            FeedFound.List list => await importing.ImportAsync(ask, list, cancellation),
            FeedFound.None none => FeedPreview.Nothing(ask, url, none),
            _ => Reply.Of(
                ask.Edition.Line("feed.no-list", ("host", url.Host)),
                ask.Button("button.look", $"add \"{url.AbsoluteUri}\"")
            ),
        };
    }

    private static Reply NotAdded(FeedAsk ask) => Reply.Of(ask.Edition.Line("feed.not-added"));
}
