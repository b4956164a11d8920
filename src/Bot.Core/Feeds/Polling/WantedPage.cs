using Bot.Core.Articles;

namespace Bot.Core.Feeds.Polling;

/// <summary>An item whose page is to be read.</summary>
/// <param name="TeaserLetters">How much the feed has of it.</param>
/// <param name="Tries">How often it was tried in vain.</param>
public sealed record WantedPage(
    FeedId Feed,
    string Key,
    string Origin,
    ArticleId Article,
    Uri Url,
    int TeaserLetters,
    int Tries
);
