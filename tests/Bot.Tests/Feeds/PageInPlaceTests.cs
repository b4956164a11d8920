using System.Text;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Pages;
using Bot.Core.Feeds.Reading;

namespace Bot.Tests.Feeds;

public sealed class PageInPlaceTests
{
    private const string Page = """
        <!DOCTYPE html><html><head><title>Bridge opens - Harbour News</title><meta property="og:title" content="Bridge opens">
        <meta name="author" content="Anna Berg"><meta property="article:published_time" content="2026-03-02T13:00:00+01:00">
        <link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/atom+xml" href="/feed">
        <link rel="alternate" hreflang="de" href="/de"></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge opens</h1>
        <p>The bridge that joins the harbour with the old town opened on Monday, eleven years after it was promised to all.</p>
        <p><a href="/more">Related: who paid for the bridge, and why nobody knew</a></p>
        <p>“We waited for it,” said Mayor Anna Berg, who cut a ribbon before a crowd of thousands in the rain of the morning.</p>
        </article><footer>© Harbour News</footer></body></html>
        """;

    [Fact]
    public void A_page_in_place_of_a_feed_leads_to_its_feeds()
    {
        var source = new FeedSource(new Uri("https://news.example/start"));

        var page = Assert.IsType<FeedReading.Page>(FeedReader.Read(Encoding.UTF8.GetBytes(Page), source));

        Assert.Equal(["https://news.example/feed", "https://news.example/comments/feed"], page.FeedLinks);
    }

    [Fact]
    public void The_article_of_a_page_is_its_paragraphs()
    {
        var article = PageReader.TryRead(Encoding.UTF8.GetBytes(Page), new FeedSource(), out _);

        Assert.NotNull(article);
        Assert.Equal(("Bridge opens", "Anna Berg"), (article.Title, article.Byline));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), article.Published);
        Assert.StartsWith("The bridge that joins", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("of the morning.", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Related", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_a_root_that_nests_without_end_is_a_page()
    {
        var bytes = Encoding.UTF8.GetBytes("<body>" + string.Concat(Enumerable.Repeat("<div>", 1000)));

        Assert.IsType<FeedReading.Page>(Reads.Bytes(bytes));
    }

    [Fact]
    public void A_page_that_nests_without_end_is_told_of()
    {
        var bytes = Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)));

        Assert.Null(PageReader.TryRead(bytes, new FeedSource(), out var problem));
        Assert.Contains("nests", problem, StringComparison.Ordinal);
    }
}
