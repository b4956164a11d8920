using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

/// <summary>https://www.rfc-editor.org/rfc/rfc9309</summary>
public sealed class RobotsTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("<!doctype html><title>Not found</title>", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /private", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/Private/x", true)]
    [InlineData("\ufeffUSER-AGENT : *  # all\r\n disallow : /a # here\r\n", "/a", false)]
    [InlineData("Disallow: /\nUser-agent: *\nAllow: /", "/a", true)]
    // Our own group sets us free of what is asked of all.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: byline\nAllow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: byline\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nAllow: /\n\nUser-agent: Byline/1.0\nDisallow: /", "/a", false)]
    [InlineData("User-agent: bylines\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: BYLINE\nDisallow: /", "/a", false)]
    [InlineData(
        "User-agent: byline\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: byline\nDisallow: /b",
        "/b",
        false
    )]
    [InlineData("User-agent: byline\nSitemap: https://x.example/\nUser-agent: x\nDisallow: /", "/a", false)]
    // The longest match wins, and of two as long the one that allows.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    // Wild cards.
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf", "/x/y.pdf?z", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-c-b", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-c-d", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /*aa$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: *", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    // One spelling for each octet.
    [InlineData("User-agent: *\nDisallow: /über", "/%C3%BCber", false)]
    [InlineData("User-agent: *\nDisallow: /%c3%bcber", "/über", false)]
    [InlineData("User-agent: *\nDisallow: /%7ejoe", "/~joe", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    public async Task A_page_is_read_where_the_site_lets_it(string robots, string path, bool isAllowed)
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/robots.txt", Documents.Robots(robots));
        var url = room.Web.At("news.example", path);
        room.Web.Play("news.example", Uri.UnescapeDataString(url.AbsolutePath), Documents.Of("page", Documents.Html));

        var outcome = await room.FetchAsync(url, FetchedKind.Page);

        if (isAllowed)
            Assert.Equal("page", FetchRoom.Words(outcome));
        else
            FetchRoom.Failure(FetchFault.Forbidden, outcome);
        Assert.Equal(isAllowed ? 2 : 1, room.Web.Visits.Count);
    }

    [Fact]
    public async Task A_feed_is_read_without_asking()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/robots.txt", Documents.Robots("User-agent: *\nDisallow: /"));

        Assert.Equal("<rss/>", FetchRoom.Words(await room.FetchFeedAsync(Documents.Of("<rss/>"))));
        Assert.Single(room.Web.Visits);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(410, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task A_robots_txt_that_is_not_there_asks_nothing_and_one_that_cannot_be_had_asks_all(
        int status,
        bool isAllowed
    )
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/robots.txt", Refusals.Of(status));
        room.Web.Play("news.example", "/page", Documents.Of("page", Documents.Html));

        var outcome = await room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page);

        if (isAllowed)
        {
            Assert.Equal("page", FetchRoom.Words(outcome));
            return;
        }

        var failed = FetchRoom.Failure(FetchFault.Forbidden, outcome);
        Assert.Contains("robots.txt", failed.Words, StringComparison.Ordinal);
        Assert.Contains($"answered {status}", failed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_asked_once_a_day_and_by_one_of_many()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/page", Documents.Of("page", Documents.Html));
        var url = room.Web.At("news.example", "/page");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => room.FetchAsync(url, FetchedKind.Page)));
        room.Time.Advance(TimeSpan.FromHours(23));
        await room.FetchAsync(url, FetchedKind.Page);
        Assert.Single(room.Web.VisitsTo("news.example", "/robots.txt"));
        room.Time.Advance(TimeSpan.FromHours(2));
        await room.FetchAsync(url, FetchedKind.Page);

        Assert.Equal(2, room.Web.VisitsTo("news.example", "/robots.txt").Count);
    }

    [Fact]
    public async Task What_a_site_said_before_holds_while_it_cannot_say_it_again()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/robots.txt", Documents.Robots("User-agent: *\nDisallow: /private"));
        room.Web.Play("news.example", "/page", Documents.Of("page", Documents.Html));
        await room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page);

        room.Web.Play("news.example", "/robots.txt", Refusals.Of(500));
        room.Time.Advance(TimeSpan.FromHours(25));

        var page = await room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page);
        Assert.Equal("page", FetchRoom.Words(page));
        FetchRoom.Failure(
            FetchFault.Forbidden,
            await room.FetchAsync(room.Web.At("news.example", "/private"), FetchedKind.Page)
        );
    }

    [Fact]
    public async Task Where_a_page_is_redirected_to_that_site_is_asked_too()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("other.example", "/robots.txt", Documents.Robots("User-agent: *\nDisallow: /"));
        room.Web.Play("news.example", "/page", Refusals.Redirect(302, $"{room.Web.At("other.example", "/page")}"));

        var outcome = await room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page);

        FetchRoom.Failure(FetchFault.Forbidden, outcome);
        Assert.Empty(room.Web.VisitsTo("other.example", "/page"));
    }

    [Fact]
    public async Task A_robots_txt_behind_a_redirect_counts_and_one_that_leads_to_this_machine_reads_nothing()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/robots.txt", Refusals.Redirect(301, "/robots"));
        room.Web.Play("news.example", "/robots", Documents.Robots("User-agent: *\nDisallow: /"));
        room.Web.Play("old.example", "/robots.txt", Refusals.Redirect(301, $"http://127.1:{room.Web.Port}/robots.txt"));

        var moved = await room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page);
        var evil = await room.FetchAsync(room.Web.At("old.example", "/page"), FetchedKind.Page);

        FetchRoom.Failure(FetchFault.Forbidden, moved);
        FetchRoom.Failure(FetchFault.PrivateAddress, evil);
        Assert.Equal(["/robots.txt", "/robots", "/robots.txt"], room.Web.Visits.Select(v => v.Path));
    }

    [Fact]
    public async Task Of_a_long_robots_txt_the_first_500_KiB_count()
    {
        await using var room = await FetchRoom.OpenAsync();
        var comment = string.Concat(Enumerable.Repeat("# nothing to see here, go on\n", 20_000));
        room.Web.Play(
            "news.example",
            "/robots.txt",
            Documents.Robots($"User-agent: *\nDisallow: /a\n{comment}Disallow: /b")
        );
        room.Web.Play("news.example", "/b", Documents.Of("page", Documents.Html));

        FetchRoom.Failure(
            FetchFault.Forbidden,
            await room.FetchAsync(room.Web.At("news.example", "/a"), FetchedKind.Page)
        );
        Assert.Equal(
            "page",
            FetchRoom.Words(await room.FetchAsync(room.Web.At("news.example", "/b"), FetchedKind.Page))
        );
    }
}
