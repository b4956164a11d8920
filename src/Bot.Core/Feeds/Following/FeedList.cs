using Bot.Core.Feeds.Opml;

namespace Bot.Core.Feeds.Following;

/// <summary>The feeds of a place as a file that other readers of news take.</summary>
public static class FeedList
{
    /// <returns>OPML 2.0.</returns>
    public static string ToOpml(IEnumerable<Followed> followed, string title, DateTimeOffset now) =>
        OpmlWriter.Write(
            title,
            followed.Select(f => new ListedFeed(
                f.Name,
                f.Feed.Url.AbsoluteUri,
                f.Feed.Site,
                f.Folder.Length > 0 ? f.Folder : null
            )
            {
                IsFullText = f.IsFullText,
            }),
            now
        );
}
