namespace Bot.Core.Feeds.Finding;

/// <summary>What stands at an address that somebody gave for a feed.</summary>
public abstract record FeedFound
{
    /// <param name="Url">Where the feed is read from.</param>
    public sealed record One(Uri Url, FeedDocument Document) : FeedFound;

    /// <summary>A page that names several feeds.</summary>
    public sealed record Several(Uri Page, IReadOnlyList<Uri> Feeds) : FeedFound;

    /// <summary>A list of feeds, as programs that read news export it.</summary>
    public sealed record List(Uri Url, IReadOnlyList<ListedFeed> Feeds) : FeedFound;

    /// <param name="Fault">The name of a fault of the fetch, or of a <see cref="FeedFault"/>.</param>
    /// <param name="Words">For the log, and for those who want to know more.</param>
    public sealed record None(string Fault, string Words) : FeedFound;
}
