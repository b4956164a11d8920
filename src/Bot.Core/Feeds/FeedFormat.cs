namespace Bot.Core.Feeds;

/// <summary>What a feed is written in.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.91 to 2.0.</summary>
    Rss,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>RSS 0.90 and 1.0, which are RDF.</summary>
    Rdf,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    Json,

    /// <summary>A list of feeds.</summary>
    Opml,
}
