using Bot.Core.Feeds.Atom;
using Bot.Core.Feeds.Dates;
using Bot.Core.Feeds.Extensions;
using Bot.Core.Feeds.Html;

namespace Bot.Core.Feeds.Rss;

/// <summary>From RSS's records to the desk's.</summary>
internal static class RssAdapter
{
    public static FeedDocument ToDocument(RssChannel channel, FeedFormat format, Prose prose)
    {
        var link = prose.Link(channel.Link, channel.LinkBase) ?? AtomAdapter.Page(channel.AtomLinks, prose);
        return new FeedDocument(format, [.. channel.Items.Select(i => ToItem(i, channel, link, prose))], [])
        {
            Title =
                Prose.Words(channel.Title)
                ?? Prose.Words(channel.Extras.DcTitle)
                ?? Prose.Words(channel.Extras.ItunesTitle)
                ?? link
                ?? prose.Url,
            Link = link ?? prose.Url,
            Rhythm = channel.Rhythm.ToRhythm(),
        };
    }

    private static FeedItem ToItem(RssItem item, RssChannel channel, string? page, Prose prose)
    {
        var extras = item.Extras;
        var content = prose.Html(extras.Encoded) ?? prose.Html(item.Body) ?? prose.Html(item.AtomContent);
        var summary = Summary(item, prose);
        var link = Link(item, prose) ?? page;
        var published =
            FeedDate.Find(item.PubDate) ?? FeedDate.Find(extras.Issued) ?? FeedDate.Find(item.AtomPublished);
        var updated = FeedDate.Find(item.AtomUpdated) ?? FeedDate.Find(extras.Modified);
        var title =
            Prose.Words(item.Title)
            ?? Prose.Words(extras.DcTitle)
            ?? Prose.Words(item.AtomTitle)
            ?? Prose.Words(extras.ItunesTitle)
            ?? Prose.Words(extras.MediaTitle);
        return new FeedItem
        {
            Id = item.Guid ?? item.AtomId ?? item.About ?? extras.DcIdentifier,
            Title = title ?? Prose.Words(item.Description) ?? link,
            HasOwnTitle = title is not null,
            Link = link,
            Published = published ?? updated,
            // RSS has one date; it rises where the feed is edited.
            Updated = updated ?? published,
            Content = content,
            Summary = summary,
            Author = Author(item, channel),
        };
    }

    private static string? Summary(RssItem item, Prose prose) =>
        prose.Html(item.Description)
        ?? prose.Html(item.Summary)
        ?? prose.Html(item.Extras.DcDescription)
        ?? prose.Html(item.AtomSummary)
        ?? prose.Html(item.Extras.ItunesSummary)
        ?? prose.Html(item.Extras.GooglePlayDescription)
        ?? prose.Html(item.Extras.MediaDescription)
        ?? prose.Html(item.Extras.ItunesSubtitle);

    private static string? Link(RssItem item, Prose prose) =>
        prose.Link(item.Link, item.LinkBase)
        ?? AtomAdapter.Page(item.AtomLinks, prose)
        ?? (item.IsGuidLink && SafeLink.IsWeb(item.Guid) ? item.Guid : null)
        ?? (SafeLink.IsWeb(item.About) ? item.About : null)
        ?? prose.Link(item.Comments);

    private static string? Author(RssItem item, RssChannel channel) =>
        item.Author
        ?? Creators(item.Extras)
        ?? AtomAdapter.Names(item.AtomAuthors)
        ?? item.Extras.ItunesAuthor
        ?? item.Extras.GooglePlayAuthor
        ?? Creators(channel.Extras)
        ?? channel.ManagingEditor
        ?? AtomAdapter.Names(channel.AtomAuthors)
        ?? channel.Extras.ItunesAuthor
        ?? channel.Extras.ItunesOwner
        ?? channel.Extras.GooglePlayAuthor
        ?? channel.WebMaster;

    private static string? Creators(Extras extras) => PlainWords.OrNull(string.Join(", ", extras.Creators));
}
