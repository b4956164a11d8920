using System.Text;
using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

public sealed class FetchTests
{
    private const string Date = "Mon, 23 Nov 2026 07:00:00 GMT";

    [Fact]
    public async Task A_feed_is_fetched_with_the_headers_that_polling_needs()
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(
            Documents.Of("<rss/>", etag: "W/\"a1\"", lastModified: Date, headers: ("Cache-Control", "max-age=600"))
        );

        var fetched = Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Equal("<rss/>"u8, fetched.Bytes);
        Assert.Equal(new FetchHeaders(Documents.Rss, "W/\"a1\"", Date, TimeSpan.FromMinutes(10)), fetched.Headers);
        Assert.Equal((room.Web.At("news.example", "/feed"), null), (fetched.Url, fetched.MovedTo));
    }

    [Fact]
    public async Task Whoever_is_asked_learns_who_asks_and_what_for_and_nothing_else()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/page", Documents.Of("<html></html>", Documents.Html));

        await room.FetchFeedAsync(Documents.Of("<rss/>"));
        await room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page);

        var feed = Assert.Single(room.Web.VisitsTo("news.example", "/feed"));
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Host", "User-Agent"],
            feed.Headers.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal("Byline/1.0 (+https://byline.example/bot)", feed.Header("User-Agent"));
        Assert.StartsWith("application/rss+xml", feed.Header("Accept"), StringComparison.Ordinal);
        var page = Assert.Single(room.Web.VisitsTo("news.example", "/page"));
        Assert.StartsWith("text/html", page.Header("Accept"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"strong\"", null)]
    [InlineData("W/\"weak\"", null)]
    [InlineData("without marks", null)]
    [InlineData(null, Date)]
    [InlineData(null, "yesterday, or so")]
    [InlineData("\"both\"", Date)]
    public async Task A_validator_goes_back_exactly_as_it_came(string? etag, string? lastModified)
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/feed", Documents.Of("<rss/>", etag: etag, lastModified: lastModified));
        var request = new FetchRequest(room.Web.At("news.example", "/feed"), FetchedKind.Feed);

        var first = Assert.IsType<FetchOutcome.Fetched>(await room.FetchAsync(request));
        var second = await room.FetchAsync(
            request with
            {
                ETag = first.Headers.ETag,
                LastModified = first.Headers.LastModified,
            }
        );

        Assert.IsType<FetchOutcome.NotModified>(second);
    }

    [Fact]
    public async Task A_validator_in_letters_of_another_language_goes_back_byte_by_byte()
    {
        await using var room = await FetchRoom.OpenAsync();
        const string answer = "HTTP/1.1 200 OK\r\nETag: \"für\"\r\nContent-Length: 6\r\n\r\n<rss/>";
        room.Web.Play("news.example", "/feed", scene => RawAnswers.SendAsync(scene, answer));
        var request = new FetchRequest(room.Web.At("news.example", "/feed"), FetchedKind.Feed);

        var first = Assert.IsType<FetchOutcome.Fetched>(await room.FetchAsync(request));
        await room.FetchAsync(request with { ETag = first.Headers.ETag });

        Assert.Equal("\"für\"", room.Web.Visits[1].Header("If-None-Match"));
    }

    [Fact]
    public async Task A_validator_that_would_break_the_request_is_not_sent()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/feed", Documents.Of("<rss/>"));
        var request = new FetchRequest(room.Web.At("news.example", "/feed"), FetchedKind.Feed)
        {
            ETag = "\"a\"\r\nX-Injected: yes",
            LastModified = "Montag, 23. Nov\u20ac",
        };

        Assert.IsType<FetchOutcome.Fetched>(await room.FetchAsync(request));

        var visit = Assert.Single(room.Web.Visits);
        Assert.Equal(
            (null, null, null),
            (visit.Header("If-None-Match"), visit.Header("If-Modified-Since"), visit.Header("X-Injected"))
        );
    }

    [Fact]
    public async Task A_feed_that_changes_comes_anew_each_time()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/feed", Documents.Changing(n => $"<rss><title>{n}</title></rss>"));
        var request = new FetchRequest(room.Web.At("news.example", "/feed"), FetchedKind.Feed);

        var first = Assert.IsType<FetchOutcome.Fetched>(await room.FetchAsync(request));
        var second = await room.FetchAsync(request with { ETag = first.Headers.ETag });

        Assert.Equal("<rss><title>2</title></rss>", FetchRoom.Words(second));
    }

    [Fact]
    public async Task Bytes_come_as_they_are_whatever_the_charset_claims()
    {
        await using var room = await FetchRoom.OpenAsync();
        var latin = Encoding.Latin1.GetBytes("<rss>Müller</rss>");

        var outcome = await room.FetchFeedAsync(Documents.Of(latin, "text/xml; charset=utf-8"));

        Assert.Equal(latin, Assert.IsType<FetchOutcome.Fetched>(outcome).Bytes);
    }

    [Fact]
    public async Task A_page_where_a_feed_was_looked_for_is_fetched_with_its_type()
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Documents.PageWithFeeds(("application/rss+xml", "/world.xml")));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Equal(Documents.Html, fetched.Headers.ContentType);
        Assert.Contains("/world.xml", FetchRoom.Words(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_in_letters_of_its_own_language_is_asked_for_in_those_of_DNS()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("xn--mller-kva.example", "/feed", Documents.Of("<rss/>"));

        var outcome = await room.FetchAsync(room.Web.At("müller.example", "/feed"));

        Assert.Equal("<rss/>", FetchRoom.Words(outcome));
    }

    [Theory]
    [InlineData(401, FetchFault.Refused)]
    [InlineData(403, FetchFault.Refused)]
    [InlineData(404, FetchFault.Refused)]
    [InlineData(410, FetchFault.Gone)]
    [InlineData(429, FetchFault.Busy)]
    [InlineData(500, FetchFault.Broken)]
    [InlineData(502, FetchFault.Broken)]
    [InlineData(503, FetchFault.Busy)]
    [InlineData(304, FetchFault.Broken)]
    [InlineData(300, FetchFault.Refused)]
    public async Task An_answer_that_means_no_is_told_by_its_number(int status, FetchFault fault)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Refusals.Of(status));

        var failed = FetchRoom.Failure(fault, outcome);
        Assert.Equal(status, failed.Status);
        Assert.StartsWith($"news.example:{room.Web.Port} answered {status}", failed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_wrong_names_the_host_and_no_secret()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/private/hunter2", Refusals.Redirect(302, "/gone/hunter3?token=hunter4"));

        var outcome = await room.FetchAsync(room.Web.At("news.example", "/private/hunter2?token=hunter2"));

        var failed = FetchRoom.Failure(FetchFault.Refused, outcome);
        Assert.DoesNotContain("hunter", failed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asked_may_change_their_mind()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/feed", Slowness.Silence());
        using var mind = new CancellationTokenSource();

        var fetch = room.Fetcher.FetchAsync(
            new FetchRequest(room.Web.At("news.example", "/feed"), FetchedKind.Feed),
            mind.Token
        );
        await room.Web.VisitedAsync("news.example", 1, TestContext.Current.CancellationToken);
        await mind.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }
}
