namespace Bot.Core.Feeds.Following;

/// <summary>Something about a feed that its place is to be told, once.</summary>
public sealed record FeedTrouble(Followed Followed, FeedTroubleKind Kind);

public enum FeedTroubleKind
{
    Failing,

    /// <summary>The place was told that it failed, and now it does not.</summary>
    Recovered,

    /// <summary>It changed all its items at once, and they are not told of.</summary>
    Held,
}
