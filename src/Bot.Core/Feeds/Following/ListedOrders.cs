using Bot.Core.Chat;
using Bot.Core.Feeds.Finding;

namespace Bot.Core.Feeds.Following;

/// <summary>The wish to follow all feeds of a list.</summary>
public static class ListedOrders
{
    private const int LongestName = 100;

    /// <summary>First visits are spread: so many hosts a second are nobody's burden.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(2);

    /// <summary>Each address once, and none that is no web address.</summary>
    /// <param name="by">The platform and its id of the person.</param>
    public static IReadOnlyList<FollowOrder> Of(IEnumerable<ListedFeed> listed, Destination place, string by) =>
        [
            .. listed
                .Select(l => (Listed: l, Url: FeedFinder.TryRead(l.FeedUrl)))
                .Where(l => l.Url is { UserInfo.Length: 0 })
                .DistinctBy(l => l.Url)
                .Select(
                    (l, i) =>
                        new FollowOrder(place, l.Url!, by) // Those without were left out.
                        {
                            Title = NameIn(l.Listed.Title, l.Listed),
                            Folder = NameIn(l.Listed.Category, l.Listed),
                            IsFullText = l.Listed.IsFullText,
                            Delay = Spacing * i,
                        }
                ),
        ];

    /// <summary>A name that says the address again is none.</summary>
    private static string NameIn(string? name, ListedFeed listed) =>
        name == listed.FeedUrl || name == listed.SiteUrl ? "" : GivenName.Of(name, LongestName);
}
