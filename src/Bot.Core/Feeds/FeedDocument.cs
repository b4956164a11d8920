namespace Bot.Core.Feeds;

/// <summary>A feed as it was read, whatever it is written in.</summary>
/// <param name="Items">In the feed's own order.</param>
/// <param name="Feeds">Those that an OPML file lists; of any other format none.</param>
public sealed record FeedDocument(FeedFormat Format, IReadOnlyList<FeedItem> Items, IReadOnlyList<ListedFeed> Feeds)
{
    /// <summary>Plain text, one line.</summary>
    public string? Title { get; init; }

    /// <summary>The page that the feed stands for; absolute where the feed's own address is known.</summary>
    public string? Link { get; init; }

    /// <summary>How often the feed asks to be read.</summary>
    public FeedRhythm Rhythm { get; init; } = FeedRhythm.None;
}

/// <summary>One item of a feed. Links are absolute where the feed's own address is known.</summary>
public sealed record FeedItem
{
    /// <summary>As the feed gives it, white space at its ends off: guid, atom:id, rdf:about. Null where it gives none.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text, one line; made of the item's words or link where the feed gives no title.</summary>
    public string? Title { get; init; }

    /// <summary>False where the title is made of the item's words or link.</summary>
    public bool HasOwnTitle { get; init; }
    public string? Link { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Sanitised HTML: the whole text, where the feed carries it.</summary>
    public string? Content { get; init; }

    /// <summary>Sanitised HTML.</summary>
    public string? Summary { get; init; }

    /// <summary>Plain text; several are joined by commas.</summary>
    public string? Author { get; init; }
}

/// <summary>A feed that an OPML file lists.</summary>
/// <param name="Category">The folder that it stands in, where it stands in one.</param>
public sealed record ListedFeed(string? Title, string FeedUrl, string? SiteUrl, string? Category)
{
    /// <summary>True where each of its articles is to be read whole on its page: an attribute of ours, which others pass over.</summary>
    public bool IsFullText { get; init; }
}
