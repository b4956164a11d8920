using Bot.Core.Chat;

namespace Bot.Core.Digests.Writing;

/// <summary>What a destination has not had yet.</summary>
/// <param name="Stories">In no order that matters.</param>
/// <param name="From">Since when; null where a first digest shows the newest of an archive.</param>
/// <param name="IsFirst">True where the destination has had no digest.</param>
/// <param name="LastArticle">The newest id of the store when this was read: where a first digest's archive ends.</param>
public sealed record DigestCover(
    Destination Destination,
    IReadOnlyList<OwedStory> Stories,
    DateTimeOffset? From,
    bool IsFirst,
    long LastArticle
)
{
    /// <summary>True where nothing of it is new: a first digest of what there is.</summary>
    public bool IsArchive => IsFirst && From is null;

    /// <summary>What the place's filters keep from it: counted, and never owed again.</summary>
    public IReadOnlyList<HiddenArticle> Hidden { get; init; } = [];

    /// <summary>Of an archive: what is dated since then stays owed to other digests there. Null for nothing.</summary>
    public DateTimeOffset? LeavesSince { get; init; }

    /// <summary>Null where all that the place follows can be read.</summary>
    public FailingFeeds? Failing { get; init; }
}

/// <summary>Feeds that cannot be read, so that what is missing is not taken for no news.</summary>
/// <param name="Since">When the first of them failed.</param>
public sealed record FailingFeeds(int Count, DateTimeOffset Since);
