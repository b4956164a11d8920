namespace Bot.Core.Digests.Schedules;

/// <summary>What of all that is new in its place a digest tells.</summary>
public sealed record DigestScope
{
    /// <summary>In place of names: all of them.</summary>
    public const string AllWord = "all";

    public static readonly DigestScope All = new();

    /// <summary>Names of topics of the place's chat: what any of them takes is told. Empty where all is.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Addresses of feeds that the chat follows: what any of them shows is told. Empty where all is.</summary>
    /// <remarks>An address holds on where a feed is unfollowed and followed again, and in another store; where a feed moves for good, it goes along.</remarks>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    public bool IsAll => Topics.Count == 0 && Feeds.Count == 0;

    public bool Equals(DigestScope? other) =>
        other is not null && Topics.SequenceEqual(other.Topics) && Feeds.SequenceEqual(other.Feeds);

    public override int GetHashCode() => Topics.Concat(Feeds).Aggregate(0, HashCode.Combine);

    /// <summary>Of a scope that nothing is left of by then, nothing is told, and never all.</summary>
    /// <param name="isTopic">Whether the chat has a topic of that name.</param>
    /// <param name="isFollowed">Whether the chat follows a feed at that address.</param>
    public ScopeGaps GapsIn(Func<string, bool> isTopic, Func<string, bool> isFollowed) =>
        new([.. Topics.Where(t => !isTopic(t))], [.. Feeds.Where(f => !isFollowed(f))])
        {
            TellsNothing = Topics.Count > 0 && !Topics.Any(isTopic) || Feeds.Count > 0 && !Feeds.Any(isFollowed),
        };
}

/// <summary>What a digest names and its chat has no more.</summary>
public sealed record ScopeGaps(IReadOnlyList<string> Topics, IReadOnlyList<string> Feeds)
{
    /// <summary>True where no topic, or no feed, of those that it names is left.</summary>
    public bool TellsNothing { get; init; }

    public bool IsNone => Topics.Count == 0 && Feeds.Count == 0;
}
