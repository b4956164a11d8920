using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Feeds.Following;

namespace Bot.Core.Commands.Feeds;

/// <summary>Finds the feed that is meant among those of a place; where none is or several are, asks.</summary>
internal sealed class FeedLookup(FeedBook book)
{
    private const int MostOffered = 10;

    /// <param name="wish">The rest of the command, for each of several: "remove", "text … text:full".</param>
    /// <param name="isOpen">Which of them the command can be about, where none was named.</param>
    /// <returns>The feed, or what is answered in its stead.</returns>
    public async Task<(Followed? Feed, Reply? Answer)> FindAsync(
        FeedAsk ask,
        Func<Followed, string> wish,
        Func<Followed, bool> isOpen,
        CancellationToken cancellation
    )
    {
        var followed = await book.OfAsync(ask.Place, cancellation);
        if (followed.Count == 0)
            return (null, NoneFollowed(ask));
        var found = ask.Name is { } typed ? FeedPick.Find(typed, followed) : [.. followed.Where(isOpen)];
        return found switch
        {
            [var one] when ask.Name is not null => (one, null),
            [] => (null, NoSuch(ask, followed)),
            _ => (null, Which(ask, found, wish)),
        };
    }

    /// <returns>Null where none or several are meant.</returns>
    public async Task<Followed?> FindNamedAsync(FeedAsk ask, CancellationToken cancellation) =>
        ask.Name is { } typed && FeedPick.Find(typed, await book.OfAsync(ask.Place, cancellation)) is [var one]
            ? one
            : null;

    public static Reply NoneFollowed(FeedAsk ask) =>
        Reply.Of(
            ask.Edition.Line("feed.none", ("add", ask.Hint("add https://…")), ("packs", ask.Hint("packs"))),
            ask.Button("button.packs", "packs", isInPlace: false)
        );

    private static Reply NoSuch(FeedAsk ask, IReadOnlyList<Followed> followed)
    {
        var list = ask.Button("button.feeds", "list", isInPlace: false);
        if (ask.Name is not { } typed)
            return Reply.Of(ask.Edition.Line("feed.none-open"), list);
        return FeedPick.Nearest(typed, followed) is { } nearest
            ? Reply.Of(
                ask.Edition.Line("feed.no-such-near", ("name", Excerpt.Of(typed)), ("nearest", new Strong(nearest))),
                list
            )
            : Reply.Of(ask.Edition.Line("feed.no-such", ("name", Excerpt.Of(typed))), list);
    }

    private static Reply Which(FeedAsk ask, IReadOnlyList<Followed> found, Func<Followed, string> wish) =>
        new([
            new ParagraphBlock(
                found.Count > MostOffered
                    ? ask.Edition.Line("feed.which-many", ("count", found.Count), ("list", ask.Hint("list")))
                    : ask.Edition.Line("feed.which-one")
            ),
            new BulletBlock([
                .. found
                    .Take(MostOffered)
                    .Select(f => (IReadOnlyList<Inline>)[new Strong(f.Name), new Small($" · {f.Feed.Url.Host}")]),
            ]),
            new ButtonBlock([
                .. found.Take(MostOffered).Select(f => new ReplyButton(f.Name, ask.Line(wish(f)), IsInPlace: true)),
            ]),
        ]);
}
