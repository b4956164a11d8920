using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Finding;
using Bot.Core.Feeds.Following;

namespace Bot.Core.Commands.Feeds;

/// <summary>What stands at an address, before it is followed.</summary>
internal sealed class FeedPreview(FeedBook book, FeedWords words, TimeProvider time)
{
    private const int MostOffered = 10;

    public async Task<Reply> ShowAsync(FeedAsk ask, FeedFound.One found, CancellationToken cancellation)
    {
        if (await FindFollowedAsync(ask, found.Url, cancellation) is { } followed)
            return Followed(ask, followed);
        var glance = FeedGlance.Of(found.Document, time.GetUtcNow());
        return new Reply([
            new ParagraphBlock([
                new Strong(glance.Title ?? found.Url.Host),
                new Plain($" · {string.Join(" · ", Facts(found.Document, glance, ask))}"),
            ]),
            glance.Newest.Count == 0
                ? new ParagraphBlock(ask.Edition.Line("feed.preview-empty"))
                : new BulletBlock([.. glance.Newest.Select(n => Headline(n.Headline, n.Published, ask))]),
            new SmallPrintBlock(ask.Edition.Print(TextKey(glance))),
            Buttons(ask, found.Url, glance),
        ]);
    }

    public async Task<Reply> ChooseAsync(FeedAsk ask, FeedFound.Several several, CancellationToken cancellation)
    {
        var followed = await book.OfAsync(ask.Place, cancellation);
        var open = several.Feeds.Where(u => !followed.Any(f => f.Feed.Url == u)).ToList();
        if (open.Count == 0)
            return Reply.Of(
                ask.Edition.Line("feed.page-followed", ("host", several.Page.Host), ("count", several.Feeds.Count)),
                ask.Button("button.feeds", "list", isInPlace: false)
            );
        return new Reply([
            new ParagraphBlock(
                ask.Edition.Line("feed.page", ("host", several.Page.Host), ("count", several.Feeds.Count))
            ),
            new BulletBlock([.. open.Take(MostOffered).Select(u => (IReadOnlyList<Inline>)[new Plain(Shown(u))])]),
            new ButtonBlock([
                .. open.Take(MostOffered)
                    .Select(u => new ReplyButton(
                        Label(u),
                        ask.Line($"add \"{u.AbsoluteUri}\"{ask.Wishes}"),
                        IsInPlace: true
                    )),
            ]),
        ]);
    }

    /// <summary>Why there is nothing to follow, and what can be done.</summary>
    public static Reply Nothing(FeedAsk ask, Uri url, FeedFound.None none) =>
        new([
            new ParagraphBlock([
                new Plain(FaultWords.Of(none.Fault, url.Host, ask.Edition)),
                new Plain(" "),
                new Plain(FaultWords.Mend(none.Fault, ask.Edition)),
            ]),
            // What is plain from the fault alone is not said twice.
            .. FaultWords.TellsAll(none.Fault)
                ? Array.Empty<ReplyBlock>()
                : [new SmallPrintBlock([new Small(none.Words)])],
        ]);

    /// <summary>It is followed here already: what else may have been wanted.</summary>
    public static Reply Followed(FeedAsk ask, Followed followed)
    {
        var id = $"#{followed.Feed.Id}";
        return Reply.Of(
            ask.Edition.Line("feed.followed-already", ("title", new Strong(followed.Name))),
            followed.IsFullText
                ? ask.Button("button.teasers", $"text {id} text:teaser")
                : ask.Button("button.full-text", $"text {id} text:full"),
            followed.Paused is null
                ? ask.Button("button.pause", $"pause {id}")
                : ask.Button("button.resume", $"resume {id}"),
            ask.Button("button.remove", $"remove {id}")
        );
    }

    private async Task<Followed?> FindFollowedAsync(FeedAsk ask, Uri url, CancellationToken cancellation) =>
        (await book.OfAsync(ask.Place, cancellation)).FirstOrDefault(f => f.Feed.Url == url);

    private static IEnumerable<string> Facts(FeedDocument document, FeedGlance glance, FeedAsk ask)
    {
        yield return FeedWords.Format(document.Format);
        if (glance.PerDay is { } perDay)
            yield return FeedWords.Pace(perDay, ask.Edition);
        if (glance.Language is { } language)
            yield return ask.Edition.LanguageName(language);
    }

    private IReadOnlyList<Inline> Headline(string headline, DateTimeOffset? published, FeedAsk ask) =>
        published is { } at && at <= time.GetUtcNow()
            ? [new Plain(headline), new Small($" · {words.Ago(at, ask.Edition)}")]
            : [new Plain(headline)];

    private static string TextKey(FeedGlance glance) =>
        glance.Whole + glance.Teasers == 0 ? "feed.carries-headlines"
        : glance.HasTeasers ? "feed.carries-teasers"
        : "feed.carries-text";

    /// <summary>Where its text was asked for already, or where the feed has it, there is nothing to choose.</summary>
    private static ButtonBlock Buttons(FeedAsk ask, Uri url, FeedGlance glance)
    {
        var add = $"add \"{url.AbsoluteUri}\"{ask.Wishes}";
        var hasChoice = ask.IsFullText is null && (glance.HasTeasers || glance.Whole == 0);
        return new([
            ask.Button("button.add", $"{add} yes:yes"),
            .. hasChoice ? [ask.Button("button.add-full", $"{add} text:full yes:yes")] : Array.Empty<ReplyButton>(),
            ask.Button("button.cancel", $"add \"{url.AbsoluteUri}\" yes:no"),
        ]);
    }

    /// <summary>Without its query: it may hold a key.</summary>
    private static string Shown(Uri url) => $"{url.Host}{url.AbsolutePath}";

    /// <summary>"world" of "/news/world/rss.xml".</summary>
    public static string Label(Uri url) =>
        url.Segments.Select(s => s.Trim('/')).LastOrDefault(IsTelling) is { } telling
            ? Uri.UnescapeDataString(telling)
            : url.Host;

    private static bool IsTelling(string segment) =>
        segment.Length > 0
        && !segment.StartsWith("rss", StringComparison.OrdinalIgnoreCase)
        && !segment.StartsWith("feed", StringComparison.OrdinalIgnoreCase)
        && !segment.StartsWith("atom", StringComparison.OrdinalIgnoreCase)
        && !segment.StartsWith("index", StringComparison.OrdinalIgnoreCase);
}
