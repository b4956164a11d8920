namespace Bot.Core.Digests.Covers;

/// <summary>
/// What came within reach of a digest, by the feeds that showed it: read once for all places that are told something at
/// one time.
/// </summary>
/// <param name="opened">What was first seen a reach before is on it, what comes later need not be.</param>
/// <param name="lastArticle">The newest id of the store when it was opened: where a first digest's archive ends.</param>
public sealed class Newsstand(DateTimeOffset opened, long lastArticle)
{
    /// <summary>So much is held; for further places another one is opened.</summary>
    private const int MostOffers = 100_000;

    private readonly Dictionary<long, Offer> offers = [];
    private readonly Dictionary<long, IReadOnlyList<Shown>> feeds = [];
    private readonly Dictionary<long, IReadOnlyList<long>> stories = [];

    public DateTimeOffset Opened => opened;

    public long LastArticle => lastArticle;

    public bool IsFull => offers.Count >= MostOffers;

    /// <summary>What every place sees: the seeds. Null before it is read.</summary>
    internal IReadOnlyList<Offer>? ForAll { get; set; }

    /// <summary>The oldest article of all that is on offer and of its events: what a place had before is of no matter.</summary>
    internal long FirstArticle { get; private set; } = long.MaxValue;

    /// <returns>Empty for a feed that was not asked for.</returns>
    internal IReadOnlyList<Shown> Of(long feed) => feeds.GetValueOrDefault(feed, []);

    /// <returns>All articles of an event, the newest first, whoever saw them.</returns>
    internal IReadOnlyList<long> OfStory(long story) => stories.GetValueOrDefault(story, []);

    /// <returns>Null for an article that is withdrawn or out of reach.</returns>
    internal Offer? Find(long article) => offers.GetValueOrDefault(article);

    internal bool Has(long feed) => feeds.ContainsKey(feed);

    internal void Lay(Offer offer)
    {
        offers[offer.Id] = offer;
        FirstArticle = Math.Min(FirstArticle, offer.Id);
    }

    internal void LayFeed(long feed, IReadOnlyList<Shown> shown) => feeds[feed] = shown;

    internal void LayStory(long story, IReadOnlyList<long> articles)
    {
        stories[story] = articles;
        FirstArticle = Math.Min(FirstArticle, articles[^1]);
    }
}
