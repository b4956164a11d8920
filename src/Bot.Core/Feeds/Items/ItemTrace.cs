using Bot.Core.Articles;

namespace Bot.Core.Feeds.Items;

/// <summary>An item that a feed of a chat has shown, and what became of it.</summary>
/// <param name="Feed">As the chat calls it.</param>
/// <param name="IsAfterAdded">False where the feed showed it before the chat followed the feed, or while it was paused.</param>
/// <param name="Article">Null where there was nothing to read in it.</param>
internal sealed record ItemTrace(
    string Feed,
    DateTimeOffset FirstSeen,
    DateTimeOffset? Changed,
    ItemFate Fate,
    bool IsAfterAdded,
    TracedArticle? Article,
    TracedPage Page
);

/// <param name="IsTwin">True where the same text came first from elsewhere, and is kept as that.</param>
/// <param name="Source">Where it came from first.</param>
/// <param name="IsRead">True where the analyser has read it.</param>
internal sealed record TracedArticle(
    ArticleId Id,
    string Title,
    string Source,
    DateTimeOffset FirstSeen,
    bool IsTwin,
    bool IsRead
);

/// <param name="State">"none", "wanted", "read", "refused", as the row has it.</param>
internal sealed record TracedPage(string State, int Tries, DateTimeOffset? Next);
