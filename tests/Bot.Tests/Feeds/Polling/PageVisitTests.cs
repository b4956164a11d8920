using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Feeds;
using Bot.Emulators.Web;
using static Bot.Tests.Feeds.Polling.VisitStand;

namespace Bot.Tests.Feeds.Polling;

/// <summary>The page of an article, where its feed has a teaser.</summary>
public sealed class PageVisitTests
{
    [Fact]
    public async Task The_page_gives_the_whole_text_where_the_feed_has_a_teaser()
    {
        await using var stand = await OpenAsync(isFullText: true);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));
        stand.Room.Web.Play("news.example", "/a/1", Documents.Of(Page(12), Documents.Html));

        await stand.VisitWhenDueAsync();
        await stand.ReadPagesAsync();

        var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
        Assert.Equal("Story 1", article.Title);
        Assert.Contains(
            "Paragraph 11 of the report says that the bridge is shut",
            article.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await stand.Pages.DueAsync(10, Stop));
    }

    [Fact]
    public async Task A_page_that_its_site_keeps_from_programs_is_not_read()
    {
        await using var stand = await OpenAsync(isFullText: true);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));
        stand.Room.Web.Play("news.example", "/robots.txt", Documents.Robots("User-agent: *\nDisallow: /a/"));
        stand.Room.Web.Play("news.example", "/a/1", Documents.Of(Page(12), Documents.Html));

        await stand.VisitWhenDueAsync();
        await stand.ReadPagesAsync();

        var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
        Assert.StartsWith("The bridge fell.", article.Text, StringComparison.Ordinal);
        Assert.Empty(stand.Room.Web.VisitsTo("news.example", "/a/1"));
        Assert.Empty(await stand.Pages.DueAsync(10, Stop));
    }

    [Fact]
    public async Task A_page_that_is_unchanged_later_is_still_no_feed()
    {
        await using var stand = await OpenAsync();
        stand.Play(Documents.Of(Page(1), Documents.Html, etag: "\"page\""));

        await stand.VisitWhenDueAsync();
        await stand.VisitWhenDueAsync();

        var feed = await stand.FeedAsync();
        Assert.Equal((FeedState.New, 2, nameof(FeedFault.Page)), (feed.State, feed.Failures, feed.Fault));
    }

    [Fact]
    public async Task An_edit_of_an_item_whose_page_was_read_brings_the_page_anew()
    {
        await using var stand = await OpenAsync(isFullText: true);
        foreach (var version in new[] { "first", "second", "third" })
        {
            stand.Play(Documents.Of(Rss(stand.Item(1, $"The bridge fell, says the {version} edition."))));
            stand.Room.Web.Play("news.example", "/a/1", Documents.Of(Page(12, version), Documents.Html));
            await stand.VisitWhenDueAsync();
            await stand.ReadPagesAsync();

            var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
            Assert.Contains($"11 of the {version} report", article.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_whole_text_stays_where_its_page_is_closed_later()
    {
        await using var stand = await OpenAsync(isFullText: true);
        foreach (var version in new[] { "first", "second", "third" })
        {
            stand.Play(Documents.Of(Rss(stand.Item(1, $"The bridge fell, says the {version} edition."))));
            stand.Room.Web.Play(
                "news.example",
                "/a/1",
                version == "first" ? Documents.Of(Page(12, version), Documents.Html) : Refusals.Of(403)
            );
            await stand.VisitWhenDueAsync();
            await stand.ReadPagesAsync();
        }

        var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
        Assert.Contains("11 of the first report", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_filed_is_put_off_and_then_left()
    {
        await using var stand = await OpenAsync(isFullText: true);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));
        stand.Room.Web.Play("news.example", "/a/1", Documents.Of(Page(12), Documents.Html));
        await stand.VisitWhenDueAsync();
        await stand.BreakStoreAsync("UPDATE");

        await stand.ReadPagesAsync();
        Assert.Empty(await stand.Pages.DueAsync(10, Stop));
        for (var day = 0; day < 10; day++)
        {
            stand.Room.Time.Advance(TimeSpan.FromDays(1));
            await stand.ReadPagesAsync();
        }

        Assert.Equal(4, stand.Room.Web.VisitsTo("news.example", "/a/1").Count);
    }

    [Fact]
    public async Task A_page_that_is_busy_is_tried_again_and_then_left()
    {
        await using var stand = await OpenAsync(isFullText: true);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));
        stand.Room.Web.Play("news.example", "/a/1", Refusals.Of(503));
        await stand.VisitWhenDueAsync();

        for (var day = 0; day < 10; day++)
        {
            await stand.ReadPagesAsync();
            stand.Room.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(4, stand.Room.Web.VisitsTo("news.example", "/a/1").Count);
    }

    [Fact]
    public async Task The_pages_of_an_archive_are_not_read()
    {
        await using var stand = await OpenAsync();
        await stand.Book.SetFullTextAsync(Chat, (await stand.FeedAsync()).Id, isFullText: true, Stop);
        stand.Play(Documents.Of(Rss(stand.Item(1, "The bridge fell."))));

        await stand.VisitWhenDueAsync();

        Assert.Empty(await stand.Pages.DueAsync(10, Stop));
    }

    private static string Page(int paragraphs, string report = "") =>
        "<!doctype html><html><head><title>Bridge shut</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Bridge shut</h1>"
        + string.Concat(
            Enumerable
                .Range(0, paragraphs)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<p>Paragraph {i} of the {report}{(report.Length > 0 ? " " : "")}report says that the bridge is shut, that it will stay shut until May, and that the mayor is sorry for it.</p>"
                    )
                )
        )
        + "</article></body></html>";
}
