using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bot.Core.Articles.Charsets;
using Bot.Core.Articles.Formats;
using Bot.Core.Feeds.Charsets;
using SmartReader;

namespace Bot.Core.Feeds.Pages;

/// <summary>Finds the article in a web page that somebody else fetched; nothing is fetched here.</summary>
public static class PageReader
{
    /// <summary>15 MiB.</summary>
    public const int MostBytes = 15 * 1024 * 1024;

    /// <summary>Articles have a tenth; a page with more is a list of something, and is taken as it stands.</summary>
    private const int MostElements = 15_000;

    /// <summary>SmartReader wants an address to resolve links against; it never opens it.</summary>
    private static readonly Uri Nowhere = new("http://page.invalid/");

    /// <param name="problem">A sentence that says what is wrong, where the answer is null.</param>
    public static PageArticle? TryRead(byte[] bytes, FeedSource source, out string? problem)
    {
        problem =
            bytes.Length > MostBytes ? $"The page has {bytes.Length} bytes; at most {MostBytes} are read."
            : Binaries.Name(bytes) is { } binary ? $"The bytes are {binary}, not a page."
            : null;
        if (problem is not null)
            return null;
        var html = CharsetLadder.Decode(bytes, source.ContentType).Text;
        problem =
            html is null ? "The bytes are no text."
            : Nesting.IsTooDeep(html) ? "The page nests its elements too deep to be an article."
            : null;
        return problem is null ? Read(html!, source.Url ?? Nowhere) : null;
    }

    private static PageArticle Read(string html, Uri url)
    {
        using var page = new HtmlParser().ParseDocument(html);
        // SmartReader's work grows with the square of the elements.
        var found = page.All.Length <= MostElements ? new Reader(url.AbsoluteUri, html).GetArticle() : null;
        return new PageArticle(string.Join("\n\n", Paragraphs(found, page)))
        {
            Title = PageHead.Line(found?.Title) ?? PageHead.Title(page),
            Byline = PageHead.Name(found?.Byline) ?? PageHead.Author(page) ?? PageHead.Name(found?.Author),
            Published =
                PageHead.Published(page)
                ?? (
                    found?.PublicationDate is { } date
                        ? new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc), TimeSpan.Zero)
                        : null
                ),
        };
    }

    /// <summary>What SmartReader takes for the article; of a page too small for it, all but what stands around an article.</summary>
    private static IReadOnlyList<string> Paragraphs(Article? found, IHtmlDocument page)
    {
        if (found is { IsReadable: true, Content: { Length: > 0 } content })
        {
            using var article = new HtmlParser().ParseDocument(content);
            if (article.Body is { } body && ArticleWords.Paragraphs(body) is { Count: > 0 } read)
                return read;
        }

        var root = page.QuerySelector("article, main, [role=main]") ?? page.Body;
        return root is null ? []
            : found is null ? PageWords.Paragraphs(root)
            : ArticleWords.Paragraphs(root);
    }
}
