using Bot.Core.Chat;
using Bot.Core.Commands.Filters;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Feeds.Finding;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Items;
using Bot.Core.Filters;
using Bot.Core.Places;

namespace Bot.Core.Commands.Feeds;

/// <summary><c>/feed why LINK</c>: what became of an article that somebody has seen elsewhere.</summary>
internal sealed class FeedTracing(
    FeedBook book,
    ItemTraces items,
    DigestTraces digests,
    FilterDesk filters,
    PlaceBook places,
    FeedWords words
)
{
    public async Task<Reply> AnswerAsync(FeedAsk ask, CancellationToken cancellation)
    {
        if (ask.Name is not { } typed)
            return Reply.Of(ask.Edition.Line("feed.why-what", ("example", ask.Hint("why https://…"))));
        var article = ArticleReference.IdIn(typed);
        var address = article is null ? FeedFinder.TryRead(typed) : null;
        if (article is null && address is null)
            return Reply.Of(
                ask.Edition.Line("feed.why-wrong", ("value", Excerpt.Of(typed)), ("example", ask.Hint("why https://…")))
            );
        // In full: the chat has a WebLink too.
        var link = address is null ? null : Bot.Core.Feeds.Items.WebLink.Canonical(address.AbsoluteUri);
        var traces = await items.FindAsync(ask.Place, link, article, cancellation);
        if (traces.Count == 0 && (await book.OfAsync(ask.Place, cancellation)).Count == 0)
            return FeedLookup.NoneFollowed(ask);
        if (traces.Count == 0)
            return Reply.Of(
                ask.Edition.Line("feed.why-unseen", ("link", Excerpt.Of(typed)), ("health", ask.Hint("health"))),
                ask.Button("button.feeds", "list", isInPlace: false)
            );
        var blocks = new List<ReplyBlock>();
        foreach (var trace in traces)
        {
            blocks.Add(
                new ParagraphBlock(
                    ask.Edition.Line(
                        "feed.why-seen",
                        ("feed", new Strong(trace.Feed)),
                        ("when", await words.WhenAsync(trace.FirstSeen, ask.Place, ask.Edition, cancellation))
                    )
                )
            );
            blocks.Add(new BulletBlock([.. await FindingsAsync(trace, ask, cancellation)]));
        }

        if (traces.Select(t => t.Article).FirstOrDefault(a => a is not null) is { } found)
        {
            if (await DigestsAsync(found, traces, ask, cancellation) is { Count: > 0 } digested)
                blocks.Add(new BulletBlock(digested));
            blocks.Add(
                new ButtonBlock([
                    new ReplyButton(ask.Edition.Say("button.summary"), $"/summary #{found.Id}"),
                    new ReplyButton(ask.Edition.Say("button.read"), $"/read #{found.Id}"),
                ])
            );
        }

        return new Reply(blocks);
    }

    private async Task<List<IReadOnlyList<Inline>>> FindingsAsync(
        ItemTrace trace,
        FeedAsk ask,
        CancellationToken cancellation
    )
    {
        var edition = ask.Edition;
        var findings = new List<IReadOnlyList<Inline>>
        {
            edition.Line(
                trace.Fate switch
                {
                    ItemFate.Archive => "feed.why-archive",
                    ItemFate.Held => "feed.why-held",
                    ItemFate.Empty => "feed.why-empty",
                    _ => trace.IsAfterAdded ? "feed.why-news" : "feed.why-before",
                }
            ),
        };
        if (trace.Changed is { } changed)
            findings.Add(
                edition.Line(
                    "feed.why-changed",
                    ("when", await words.WhenAsync(changed, ask.Place, edition, cancellation))
                )
            );
        if (PageKey(trace.Page) is { } page)
            findings.Add(
                edition.Line(
                    page,
                    ("count", trace.Page.Tries),
                    ("in", trace.Page.Next is { } next ? words.In(next, edition) : "")
                )
            );
        if (trace.Article is { IsTwin: true } twin)
            findings.Add(
                edition.Line(
                    "feed.why-twin",
                    ("source", new Strong(twin.Source)),
                    ("when", await words.WhenAsync(twin.FirstSeen, ask.Place, edition, cancellation))
                )
            );
        if (trace.Article is { } article)
            findings.Add(edition.Line(article.IsRead ? "feed.why-read" : "feed.why-unread", ("id", $"#{article.Id}")));
        return findings;
    }

    private static string? PageKey(TracedPage page) =>
        page.State switch
        {
            "wanted" => "feed.why-page-wanted",
            "read" => "feed.why-page-read",
            "refused" => "feed.why-page-refused",
            _ => null,
        };

    private async Task<List<IReadOnlyList<Inline>>> DigestsAsync(
        TracedArticle article,
        IReadOnlyList<ItemTrace> traces,
        FeedAsk ask,
        CancellationToken cancellation
    )
    {
        var lines = new List<IReadOnlyList<Inline>>();
        foreach (var digest in await digests.FindAsync(ask.Place, article.Id, cancellation))
        {
            var title = await places.TitleOfAsync(digest.Destination, cancellation);
            lines.Add(
                ask.Edition.Line(
                    digest switch
                    {
                        { HiddenBy: "" } => "feed.why-not-wanted",
                        { HiddenBy: not null } => "feed.why-hidden",
                        { State: var state } => KeyOf(state),
                    },
                    ("rule", digest.HiddenBy ?? ""),
                    ("digest", new Strong(digest.Digest)),
                    (
                        "place",
                        digest.Destination == ask.Place
                            ? ask.Edition.Say("digest.here")
                            : ask.Edition.Say(
                                "digest.there",
                                ("address", title.Length > 0 ? title : digest.Destination.ToString())
                            )
                    ),
                    (
                        "when",
                        await words.WhenAsync(digest.Settled ?? digest.Created, ask.Place, ask.Edition, cancellation)
                    )
                )
            );
        }

        if (lines.Count == 0 && traces.Any(t => t.Fate == ItemFate.Taken && t.IsAfterAdded))
            lines.Add(await OwedAsync(article, ask, cancellation));
        return lines;
    }

    /// <summary>Of what no digest has had: when one may, or which filter keeps it out.</summary>
    private async Task<IReadOnlyList<Inline>> OwedAsync(
        TracedArticle article,
        FeedAsk ask,
        CancellationToken cancellation
    )
    {
        var hidden = await filters.HiddenAsync(ask.Place, [article.Id], cancellation);
        return hidden.TryGetValue(article.Id, out var verdict)
            ? ask.Edition.Line(
                "feed.why-filtered",
                ("rule", FilterWords.Of(verdict, ask.Edition)),
                ("list", new CommandHint($"/filter list{ask.Which}"))
            )
            : ask.Edition.Line("feed.why-no-digest", ("list", new CommandHint($"/digest list{ask.Which}")));
    }

    private static string KeyOf(string? state) =>
        state switch
        {
            "waiting" or "sending" => "feed.why-digest-waiting",
            "sent" or null => "feed.why-digest",
            _ => "feed.why-digest-failed",
        };
}
