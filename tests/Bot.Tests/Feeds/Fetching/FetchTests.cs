using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

public sealed class FetchTests
{
    [Fact]
    public async Task A_feed_is_fetched_with_the_headers_that_polling_needs()
    {
        await using var room = await FetchRoom.OpenAsync();
        const string date = "Mon, 23 Nov 2026 07:00:00 GMT";

        var outcome = await room.FetchFeedAsync(
            Documents.Of("<rss/>", etag: "W/\"a1\"", lastModified: date, headers: ("Cache-Control", "max-age=600"))
        );

        var fetched = Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Equal("<rss/>"u8, fetched.Bytes);
        Assert.Equal(new FetchHeaders(Documents.Rss, "W/\"a1\"", date, TimeSpan.FromMinutes(10)), fetched.Headers);
        Assert.Equal((room.Web.At("news.example", "/feed"), null), (fetched.Url, fetched.MovedTo));
    }
}
