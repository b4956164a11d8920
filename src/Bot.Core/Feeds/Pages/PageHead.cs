using AngleSharp.Html.Dom;
using Bot.Core.Feeds.Dates;
using Bot.Core.Feeds.Html;

namespace Bot.Core.Feeds.Pages;

/// <summary>What a page says about its article outside the text, for machines.</summary>
internal static class PageHead
{
    private static readonly string[] Times =
    [
        "article:published_time",
        "og:article:published_time",
        "datePublished",
        "date",
        "dc.date.issued",
        "pubdate",
    ];

    public static string? Title(IHtmlDocument page) =>
        Line(Meta(page, "og:title")) ?? OnlyHeading(page) ?? Line(page.Title);

    public static string? Author(IHtmlDocument page) =>
        Name(Meta(page, "author")) ?? Name(Meta(page, "article:author"));

    public static DateTimeOffset? Published(IHtmlDocument page) =>
        Times.Select(name => FeedDate.Find(Meta(page, name))).FirstOrDefault(date => date is not null)
        ?? FeedDate.Find(page.QuerySelector("time[datetime]")?.GetAttribute("datetime"));

    /// <summary>A byline in one line. Sites set dates and buttons beside names; what holds one of these is no name.</summary>
    public static string? Name(string? byline)
    {
        var line = Line(byline?.Trim().Split('\n')[0]);
        if (line?.StartsWith("By ", StringComparison.OrdinalIgnoreCase) == true)
            line = line[3..];
        return line is null || line.Any(char.IsAsciiDigit) || SafeLink.IsWeb(line) ? null : line;
    }

    public static string? Line(string? text) => text is null ? null : PlainWords.OrNull(PlainWords.Folded(text));

    /// <summary>A page's one first-level heading; several are a list of something.</summary>
    private static string? OnlyHeading(IHtmlDocument page) =>
        page.QuerySelectorAll("h1") is { Length: 1 } headings ? Line(headings[0].TextContent) : null;

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[property='{name}'], meta[name='{name}'], meta[itemprop='{name}']")
            ?.GetAttribute("content");
}
