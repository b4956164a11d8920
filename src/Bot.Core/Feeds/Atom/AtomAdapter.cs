using Bot.Core.Feeds.Dates;
using Bot.Core.Feeds.Html;

namespace Bot.Core.Feeds.Atom;

/// <summary>From Atom's records to the desk's.</summary>
internal static class AtomAdapter
{
    public static FeedDocument ToDocument(AtomFeed feed, Prose prose)
    {
        var page = Page(feed.Links, prose);
        return new FeedDocument(FeedFormat.Atom, [.. feed.Entries.Select(e => ToItem(e, feed, page, prose))], [])
        {
            Title = Prose.Words(feed.Title) ?? Prose.Words(feed.Extras.DcTitle) ?? page ?? prose.Url,
            Link = page ?? prose.Url,
            Rhythm = feed.Rhythm.ToRhythm(),
        };
    }

    /// <summary>The page that stands for a feed or an entry among its links.</summary>
    public static string? Page(IReadOnlyList<AtomLink> links, Prose prose)
    {
        var found =
            links.FirstOrDefault(l => l.Rel == "alternate" && IsPage(l.Type))
            ?? links.FirstOrDefault(l => l.Rel == "alternate");
        return found is null ? null : prose.Link(found.Href, found.Base);
    }

    public static string? Names(IEnumerable<AtomPerson> people)
    {
        var names = people.Select(p => p.Name ?? p.Email).OfType<string>().Distinct(StringComparer.Ordinal);
        return PlainWords.OrNull(string.Join(", ", names));
    }

    private static FeedItem ToItem(AtomEntry entry, AtomFeed feed, string? page, Prose prose)
    {
        var link = Page(entry.Links, prose) ?? (SafeLink.IsWeb(entry.Id) ? entry.Id : null) ?? page;
        var extras = entry.Extras;
        var published = FeedDate.Find(entry.Published) ?? FeedDate.Find(extras.Issued);
        var updated = FeedDate.Find(entry.Updated) ?? FeedDate.Find(extras.Modified);
        var title = Prose.Words(entry.Title) ?? Prose.Words(extras.DcTitle) ?? Prose.Words(extras.MediaTitle);
        return new FeedItem
        {
            Id = entry.Id,
            Title = title ?? Prose.Words(entry.Summary) ?? Prose.Words(entry.Content) ?? link,
            HasOwnTitle = title is not null,
            Link = link,
            Published = published ?? updated,
            Updated = updated ?? published,
            Content = prose.Html(entry.Content) ?? prose.Html(extras.Encoded),
            Summary =
                prose.Html(entry.Summary) ?? prose.Html(extras.DcDescription) ?? prose.Html(extras.MediaDescription),
            Author =
                Names(entry.Authors)
                ?? PlainWords.OrNull(string.Join(", ", extras.Creators))
                ?? Names(entry.SourceAuthors)
                ?? Names(feed.Authors)
                ?? PlainWords.OrNull(string.Join(", ", feed.Extras.Creators)),
        };
    }

    private static bool IsPage(string? type) =>
        type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);
}
