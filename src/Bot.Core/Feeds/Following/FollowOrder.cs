using Bot.Core.Chat;

namespace Bot.Core.Feeds.Following;

/// <summary>The wish to follow a feed.</summary>
/// <param name="Place">Where it was given; the whole chat follows.</param>
/// <param name="By">The platform and its id of the person.</param>
public sealed record FollowOrder(Destination Place, Uri Url, string By)
{
    public string Title { get; init; } = "";
    public string Folder { get; init; } = "";
    public bool IsFullText { get; init; }

    /// <summary>How long the first visit of a feed that is new to the desk may wait: many that come at once are spread.</summary>
    public TimeSpan Delay { get; init; }
}

/// <summary>What became of it.</summary>
public enum FollowOutcome
{
    Followed,
    AlreadyFollowed,

    /// <summary>The chat follows as many as it may.</summary>
    ChatIsFull,

    /// <summary>The person has added as many as one may, over all chats.</summary>
    OwnerIsFull,
}
