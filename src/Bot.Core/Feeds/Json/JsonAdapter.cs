using Bot.Core.Feeds.Dates;
using Bot.Core.Feeds.Html;

namespace Bot.Core.Feeds.Json;

/// <summary>From JSON Feed's records to the desk's.</summary>
internal static class JsonAdapter
{
    private const int LongestTitle = 100;

    public static FeedDocument ToDocument(JsonFeed feed, Prose prose)
    {
        var link = prose.Link(feed.HomePage) ?? prose.Link(feed.FeedUrl) ?? prose.Url;
        return new FeedDocument(FeedFormat.Json, [.. feed.Items.Select(i => ToItem(i, feed, prose))], [])
        {
            Title = Line(feed.Title) ?? link,
            Link = link,
        };
    }

    private static FeedItem ToItem(JsonFeedItem item, JsonFeed feed, Prose prose)
    {
        var link = prose.Link(item.Url) ?? prose.Link(item.ExternalUrl) ?? (SafeLink.IsWeb(item.Id) ? item.Id : null);
        return new FeedItem
        {
            Id = item.Id,
            HasOwnTitle = Line(item.Title) is not null,
            Title = Line(item.Title) ?? Line(item.Summary) ?? MadeOf(item) ?? link,
            Link = link,
            Published = FeedDate.Find(item.Published),
            Updated = FeedDate.Find(item.Modified),
            Content = prose.Html(item.ContentHtml) ?? Prose.Escaped(item.ContentText),
            Summary = Prose.Escaped(item.Summary),
            Author = item.Author ?? feed.Author,
        };
    }

    private static string? Line(string? text) => text is null ? null : PlainWords.OrNull(PlainWords.Folded(text));

    /// <summary>Notes have no title: their first words stand for one.</summary>
    private static string? MadeOf(JsonFeedItem item)
    {
        var words =
            Line(item.ContentText)
            ?? (item.ContentHtml is { } html ? PlainWords.OrNull(PlainWords.Of(html.AsMemory())) : null);
        if (words is null || words.Length <= LongestTitle)
            return words;
        var cut = words.LastIndexOf(' ', LongestTitle);
        return cut > 0 ? words[..cut] + "…" : words[..LongestTitle] + "…";
    }
}
