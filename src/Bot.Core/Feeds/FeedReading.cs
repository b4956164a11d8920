namespace Bot.Core.Feeds;

/// <summary>What became of bytes that were said to be a feed.</summary>
/// <param name="Encoding">The charset that the bytes were read in; the likeliest one where they are no text.</param>
public abstract record FeedReading(string Encoding)
{
    /// <param name="Document">What was read.</param>
    public sealed record Read(string Encoding, FeedDocument Document) : FeedReading(Encoding);

    /// <summary>A web page stands where the feed should be.</summary>
    /// <param name="FeedLinks">The feeds that the page names, best first; absolute where the page's address is known.</param>
    public sealed record Page(string Encoding, IReadOnlyList<string> FeedLinks) : FeedReading(Encoding);

    /// <param name="Problem">A sentence that says what is wrong and names the value.</param>
    public sealed record Failed(string Encoding, string Problem) : FeedReading(Encoding);
}
