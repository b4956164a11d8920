using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bot.Core.Articles.Headlines;
using Extracted = SmartReader.Article;

namespace Bot.Core.Articles.Formats;

/// <summary>
/// A saved web page. The text as read is the article's paragraphs; headline, byline and date come from the page's head.
/// Nothing is fetched.
/// </summary>
internal static class PageSeed
{
    /// <summary>SmartReader resolves links against it; it never opens it.</summary>
    private static readonly Uri Nowhere = new("http://page.invalid/");

    public static SeedReading Read(string path, string html)
    {
        if (Nesting.IsTooDeep(html))
            return SeedReading.Failed(Nesting.Problem(path));
        using var page = new HtmlParser().ParseDocument(html);
        var url =
            SeedCopy.WebAddress(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"))
            ?? SeedCopy.WebAddress(Meta(page, "og:url"));
        var article = new SmartReader.Reader((url ?? Nowhere).AbsoluteUri, html).GetArticle();
        var title =
            OneLine.OrNull(Meta(page, "og:title"))
            ?? Headline(page)
            ?? OneLine.OrNull(article.Title)
            ?? OneLine.OrNull(page.Title);
        var paragraphs = Paragraphs(article, page).SkipWhile(p => OneLine.Of(p) == title);
        return new SeedCopy(string.Join("\n\n", paragraphs))
        {
            Title = title,
            Author =
                OneLine.OrNull(article.Author)
                ?? OneLine.OrNull(article.Byline)
                ?? OneLine.OrNull(Meta(page, "author")),
            Source = OneLine.OrNull(Meta(page, "og:site_name")) ?? OneLine.OrNull(article.SiteName),
            Url = url,
            Published = Date(page, article),
        }.ToReading(path);
    }

    /// <summary>What SmartReader takes for the article; of a page too small for it, all but what stands around an article.</summary>
    private static IReadOnlyList<string> Paragraphs(Extracted article, IHtmlDocument page)
    {
        if (article.IsReadable && article.Content is { Length: > 0 } content)
        {
            using var found = new HtmlParser().ParseDocument(content);
            if (found.Body is { } body && PageWords.Paragraphs(body) is { Count: > 0 } read)
                return read;
        }

        var root = page.QuerySelector("article, main, [role=main]") ?? page.Body;
        return root is null ? [] : PageWords.Paragraphs(root);
    }

    /// <summary>A page's one first-level heading; several are a list of something.</summary>
    private static string? Headline(IHtmlDocument page) =>
        page.QuerySelectorAll("h1") is { Length: 1 } headings ? OneLine.OrNull(headings[0].TextContent) : null;

    private static DateTimeOffset? Date(IHtmlDocument page, Extracted article) =>
        SeedDate.TryParse(Meta(page, "article:published_time"))
        ?? SeedDate.TryParse(Meta(page, "date"))
        ?? SeedDate.TryParse(page.QuerySelector("time[datetime]")?.GetAttribute("datetime"))
        ?? (
            article.PublicationDate is { } found
                ? new DateTimeOffset(DateTime.SpecifyKind(found, DateTimeKind.Utc), TimeSpan.Zero)
                : null
        );

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
}
