using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

/// <summary>The clock stands at Monday 23 November 2026, 07:30 UTC.</summary>
public sealed class FreshnessTests
{
    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 23 Nov 2026 08:00:00 GMT", 1800)]
    [InlineData("Monday, 23-Nov-26 08:00:00 GMT", 1800)]
    [InlineData("Mon Nov 23 08:00:00 2026", 1800)]
    [InlineData("172801", 172_800)]
    [InlineData("99999999999999999999999", 172_800)]
    [InlineData("Fri, 01 Jan 2100 00:00:00 GMT", 172_800)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("1.5", null)]
    [InlineData("soon", null)]
    [InlineData("Mon, 23 Nov 2026 07:00:00 GMT", null)]
    [InlineData("", null)]
    public async Task A_busy_host_says_for_how_long_where_it_makes_sense(string retryAfter, int? seconds)
    {
        await using var room = await FetchRoom.OpenAsync();

        var busy = FetchRoom.Failure(FetchFault.Busy, await room.FetchFeedAsync(Refusals.Of(503, retryAfter)));
        var limited = FetchRoom.Failure(FetchFault.Busy, await room.FetchFeedAsync(Refusals.Of(429, retryAfter)));

        TimeSpan? expected = seconds is { } s ? TimeSpan.FromSeconds(s) : null;
        Assert.Equal((expected, expected), (busy.RetryAfter, limited.RetryAfter));
    }

    [Fact]
    public async Task Only_a_busy_host_is_believed_about_waiting()
    {
        await using var room = await FetchRoom.OpenAsync();

        var failed = FetchRoom.Failure(FetchFault.Refused, await room.FetchFeedAsync(Refusals.Of(403, "120")));

        Assert.Null(failed.RetryAfter);
    }

    [Theory]
    [InlineData("Cache-Control: max-age=600", 600)]
    [InlineData("Cache-Control: public, MAX-AGE = \"600\", must-revalidate", 600)]
    [InlineData("Cache-Control: max-age=600; Age: 100", 500)]
    [InlineData("Cache-Control: max-age=600; Age: 700", 0)]
    [InlineData("Cache-Control: max-age=600; Age: old", 600)]
    [InlineData("Cache-Control: max-age=600; Expires: Mon, 23 Nov 2026 09:00:00 GMT", 600)]
    [InlineData("Expires: Mon, 23 Nov 2026 09:00:00 GMT; Date: Mon, 23 Nov 2026 08:50:00 GMT", 600)]
    [InlineData(
        "Cache-Control: max-age=never; Expires: Mon, 23 Nov 2026 08:00:00 GMT; Date: Mon, 23 Nov 2026 07:30:00 GMT",
        1800
    )]
    [InlineData("Expires: 0", 0)]
    [InlineData("Expires: Mon, 23 Nov 2020 09:00:00 GMT", 0)]
    [InlineData("Cache-Control: max-age=99999999999999999999", 31_536_000)]
    [InlineData("Cache-Control: no-cache", null)]
    [InlineData("Cache-Control: max-age=-1", null)]
    [InlineData("X-Nothing: said", null)]
    public async Task Freshness_is_what_is_left_of_it(string headers, int? seconds)
    {
        await using var room = await FetchRoom.OpenAsync();
        var split = headers.Split("; ").Select(h => h.Split(": ", 2)).Select(h => (h[0], h[1])).ToArray();

        var outcome = await room.FetchFeedAsync(Documents.Of("<rss/>", headers: split));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, fetched.Headers.Freshness);
    }
}
