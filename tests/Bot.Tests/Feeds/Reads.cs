using System.Text;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Reading;

namespace Bot.Tests.Feeds;

/// <summary>Short ways to a feed that was read.</summary>
internal static class Reads
{
    public static FeedReading Bytes(byte[] bytes, string? contentType = null) =>
        FeedReader.Read(bytes, new FeedSource(null, contentType));

    public static FeedDocument Feed(string text, string? url = null)
    {
        var source = new FeedSource(url is null ? null : new Uri(url));
        return Assert.IsType<FeedReading.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(text), source)).Document;
    }

    /// <summary>The one item of an RSS feed that has these elements in it.</summary>
    public static FeedItem Item(string elements, string? url = null) =>
        Assert.Single(
            Feed($"<rss version='2.0'><channel><title>Desk</title><item>{elements}</item></channel></rss>", url).Items
        );

    public static string Problem(byte[] bytes) => Assert.IsType<FeedReading.Failed>(Bytes(bytes)).Problem;
}
