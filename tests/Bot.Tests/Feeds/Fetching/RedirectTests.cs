using System.Globalization;
using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("301", "/1")]
    [InlineData("308", "/1")]
    [InlineData("302", null)]
    [InlineData("303", null)]
    [InlineData("307", null)]
    [InlineData("301 308", "/2")]
    [InlineData("301 302", "/1")]
    [InlineData("301 302 301", "/1")]
    [InlineData("302 301", null)]
    public async Task Only_an_unbroken_start_of_permanent_moves_is_a_new_address(string chain, string? movedTo)
    {
        await using var room = await FetchRoom.OpenAsync();
        var statuses = chain.Split(' ').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < statuses.Length; i++)
            room.Web.Play("news.example", $"/{i}", Refusals.Redirect(statuses[i], $"/{i + 1}"));
        room.Web.Play("news.example", $"/{statuses.Length}", Documents.Of("<rss/>"));

        var outcome = await room.FetchAsync(room.Web.At("news.example", "/0"));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Equal(room.Web.At("news.example", $"/{statuses.Length}"), fetched.Url);
        Assert.Equal(movedTo is null ? null : room.Web.At("news.example", movedTo), fetched.MovedTo);
    }

    [Fact]
    public async Task A_chain_that_has_used_up_its_time_is_too_slow()
    {
        await using var room = await FetchRoom.OpenAsync();
        for (var i = 0; i < 3; i++)
            room.Web.Play("news.example", $"/{i}", Refusals.Redirect(302, $"/{i + 1}"));
        using var fetcher = new Fetcher(
            AllowedHosts.Parse(["news.example"]),
            room.Lookup,
            new FetchLimits { Pause = TimeSpan.Zero },
            new LeapingTime()
        );

        var outcome = await fetcher.FetchAsync(
            new FetchRequest(room.Web.At("news.example", "/0"), FetchedKind.Feed),
            TestContext.Current.CancellationToken
        );

        FetchRoom.Failure(FetchFault.TooSlow, outcome);
    }

    /// <summary>Twenty seconds pass at each look at it, and no timer is late enough to see it.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private long looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref looks) * 20;
    }

    [Fact]
    public async Task A_feed_that_moved_and_did_not_change_is_both()
    {
        await using var room = await FetchRoom.OpenAsync();
        var there = room.Web.At("news.example", "/feed");
        room.Web.Play("old.example", "/feed", Refusals.Redirect(301, $"{there}#top"));
        room.Web.Play("news.example", "/feed", Documents.Of("<rss/>", etag: "\"a\""));

        var outcome = await room.FetchAsync(
            new FetchRequest(room.Web.At("old.example", "/feed"), FetchedKind.Feed) { ETag = "\"a\"" }
        );

        var same = Assert.IsType<FetchOutcome.NotModified>(outcome);
        Assert.Equal((there.AbsoluteUri, there.AbsoluteUri), (same.Url.AbsoluteUri, same.MovedTo?.AbsoluteUri));
    }

    [Fact]
    public async Task A_place_in_letters_of_another_language_is_followed()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/über", Documents.Of("<rss/>"));

        var outcome = await room.FetchFeedAsync(scene => RawAnswers.RedirectAsync(scene, "/über"));

        Assert.Equal("<rss/>", FetchRoom.Words(outcome));
    }

    [Fact]
    public async Task A_loop_ends_where_it_began()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("old.example", "/feed", Refusals.Redirect(301, $"{room.Web.At("news.example", "/feed")}"));

        var outcome = await room.FetchFeedAsync(Refusals.Redirect(302, $"{room.Web.At("old.example", "/feed")}"));

        FetchRoom.Failure(FetchFault.TooManyRedirects, outcome);
        Assert.Equal(2, room.Web.Visits.Count);
    }

    [Fact]
    public async Task Ten_redirects_are_followed_and_not_one_more()
    {
        await using var room = await FetchRoom.OpenAsync();
        for (var i = 0; i < 20; i++)
            room.Web.Play("news.example", $"/{i}", Refusals.Redirect(302, $"/{i + 1}"));
        room.Web.Play("news.example", "/20", Documents.Of("<rss/>"));

        var ten = await room.FetchAsync(room.Web.At("news.example", "/10"));
        var eleven = await room.FetchAsync(room.Web.At("news.example", "/9"));

        Assert.Equal("<rss/>", FetchRoom.Words(ten));
        FetchRoom.Failure(FetchFault.TooManyRedirects, eleven);
        Assert.Equal(11 + 11, room.Web.Visits.Count);
    }

    [Theory]
    [InlineData(null, FetchFault.Broken)]
    [InlineData("http://[", FetchFault.Broken)]
    [InlineData("ftp://news.example/feed?token=hunter2", FetchFault.BadAddress)]
    [InlineData("file:///etc/passwd", FetchFault.BadAddress)]
    [InlineData("javascript:alert(1)", FetchFault.BadAddress)]
    [InlineData("http://ann:hunter2@news.example/", FetchFault.BadAddress)]
    public async Task A_redirect_to_where_nobody_may_go_is_not_followed(string? location, FetchFault fault)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Refusals.Redirect(302, location));

        var failed = FetchRoom.Failure(fault, outcome);
        Assert.Equal(302, failed.Status);
        Assert.DoesNotContain("hunter2", failed.Words, StringComparison.Ordinal);
        Assert.Single(room.Web.Visits);
    }
}
