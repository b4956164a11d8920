using System.Globalization;
using Bot.Core.Commands.Feeds;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Texts;
using Bot.Emulators.Web;

namespace Bot.Tests.Commands.Feeds;

/// <summary>What is said of an address that leads to no feed.</summary>
public sealed class FeedAddFaultTests
{
    [Theory]
    [InlineData("yesterday's paper", "“yesterday's paper” is no web address.")]
    [InlineData(
        "ftp://news.example/feed",
        "“ftp://news.example/feed” begins with ftp://. I read http:// and https:// alone."
    )]
    [InlineData("http://nowhere.example/feed", "There is no host nowhere.example.")]
    [InlineData("http://private.example/feed", "private.example belongs to a private network")]
    [InlineData("http://127.0.0.1/feed", "127.0.0.1 belongs to a private network")]
    [InlineData("http://169.254.169.254/latest/meta-data", "169.254.169.254 belongs to a private network")]
    [InlineData("pack:zeppelin", "There is no pack “zeppelin”.")]
    public async Task What_cannot_be_asked_for_is_said_in_a_sentence(string typed, string said)
    {
        await using var room = await FeedRoom.OpenAsync();

        Assert.StartsWith(said, (await room.AskAsync($"/feed add {typed}"))[0], StringComparison.Ordinal);
        Assert.Empty(room.Web.Visits);
    }

    [Theory]
    [InlineData(404, "news.example refuses it, or has nothing there.")]
    [InlineData(410, "news.example says that it is gone for good.")]
    [InlineData(429, "news.example asks me to come later.")]
    [InlineData(500, "news.example answers with an error of its own.")]
    public async Task An_answer_that_is_no_feed_is_told_as_what_it_is(int status, string said)
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Refusals.Of(status));

        Assert.StartsWith(said, (await room.AskAsync($"/feed add {room.At()}"))[0], StringComparison.Ordinal);
        Assert.StartsWith(said, (await room.AskAsync($"/feed add {room.At()} yes:yes"))[0], StringComparison.Ordinal);
        Assert.Empty(await room.FollowedAsync());
    }

    [Fact]
    public async Task A_page_without_a_feed_and_a_file_that_is_none_are_told_apart()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/", Documents.PageWithFeeds())
            .Play("/feed.bin", Documents.Of([0, 1, 2, 3, 4, 255], "application/octet-stream"));

        Assert.StartsWith(
            "news.example answers with a web page, and no feed is named on it.",
            (await room.AskAsync($"/feed add {room.At("/")}"))[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "What news.example sends is no feed",
            (await room.AskAsync($"/feed add {room.At("/feed.bin")}"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_body_that_is_larger_than_is_read_says_so()
    {
        await using var room = await FeedRoom.OpenAsync(FeedRoom.FetchLimits() with { MostBytes = 1000 });
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));

        Assert.StartsWith(
            "What news.example sends is larger than I read.",
            (await room.AskAsync($"/feed add {room.At()}"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_fault_has_its_words_in_every_language()
    {
        var phrasebook = new Phrasebook();
        foreach (var fault in Enum.GetNames<FetchFault>().Concat(Enum.GetNames<FeedFault>()).Append("OfTomorrow"))
        {
            foreach (var edition in phrasebook.Languages.Select(l => phrasebook.In(CultureInfo.GetCultureInfo(l))))
            {
                Assert.Contains(
                    "news.example",
                    FaultWords.Of(fault, "news.example", edition),
                    StringComparison.Ordinal
                );
                Assert.NotEmpty(FaultWords.Mend(fault, edition));
            }
        }
    }
}
