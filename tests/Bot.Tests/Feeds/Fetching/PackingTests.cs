using System.Text;
using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

public sealed class PackingTests
{
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<item><title>Number {i}</title></item>"))
    );

    public static TheoryData<string> Codings => ["gzip", "deflate", "raw-deflate", "br"];

    [Theory, MemberData(nameof(Codings))]
    public async Task A_packed_body_is_unpacked(string coding)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Packed.Of(coding, Feed));

        Assert.Equal(Feed, Assert.IsType<FetchOutcome.Fetched>(outcome).Bytes);
    }

    [Theory, MemberData(nameof(Codings))]
    public async Task A_packed_body_whose_end_is_missing_is_not_taken_for_whole(string coding)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Packed.Of(coding, Feed, cut: 100));

        FetchRoom.Failure(FetchFault.Garbled, outcome);
    }

    [Fact]
    public async Task A_body_that_is_not_packed_as_it_claims_is_taken_as_it_is()
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Packed.Lie("gzip", "<rss/>"u8.ToArray()));

        Assert.Equal("<rss/>", FetchRoom.Words(outcome));
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    [InlineData("<b>@everyone</b>")]
    public async Task A_packing_that_nobody_asked_for_is_named(string coding)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Packed.Lie(coding, Feed));

        FetchRoom.Failure(FetchFault.Garbled, outcome);
    }

    [Theory, MemberData(nameof(Codings))]
    public async Task An_empty_body_is_empty_however_it_is_packed(string coding)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Packed.Lie(coding.Replace("raw-", "", StringComparison.Ordinal), []));

        Assert.Equal("", FetchRoom.Words(outcome));
    }

    [Fact]
    public async Task A_body_that_ends_before_its_promised_length_is_garbled()
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Lengths.Truncated(declared: 100_000, sent: 30_000));

        FetchRoom.Failure(FetchFault.Garbled, outcome);
    }

    [Fact]
    public async Task A_body_that_goes_on_after_its_promised_length_is_cut_there_and_the_rest_is_no_answer()
    {
        await using var room = await FetchRoom.OpenAsync();

        var first = await room.FetchFeedAsync(
            Lengths.Declaring(6, "<rss/>HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
        );
        var second = await room.FetchFeedAsync(Documents.Of("<rss>mine</rss>"));

        Assert.Equal("<rss/>", FetchRoom.Words(first));
        Assert.Equal("<rss>mine</rss>", FetchRoom.Words(second));
    }

    [Fact]
    public async Task What_is_not_HTTP_is_garbled()
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(scene => RawAnswers.SendAsync(scene, "220 smtp.example ESMTP\r\n"));

        FetchRoom.Failure(FetchFault.Garbled, outcome);
    }
}
