using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Digests.Writing;

/// <summary>What a destination has not had yet.</summary>
/// <param name="Articles">Newest first, a page at the most.</param>
/// <param name="Left">How many more there are; they stay owed.</param>
/// <param name="From">Since when; null where a first digest shows the newest of an archive.</param>
/// <param name="IsFirst">True where the destination has had no digest.</param>
/// <param name="LastArticle">The newest id of the store when this was read: where a first digest's archive ends.</param>
public sealed record DigestCover(
    Destination Destination,
    IReadOnlyList<Article> Articles,
    int Left,
    DateTimeOffset? From,
    bool IsFirst,
    long LastArticle
);
