using Bot.Core.Articles;
using Bot.Core.Articles.Formats;
using Bot.Core.Articles.Headlines;

namespace Bot.Core.Feeds.Items;

/// <summary>Makes an item the article that the desk files.</summary>
internal static class ItemCopy
{
    private const int LongestField = 300;

    /// <param name="paragraphs">What the item says, or what its page does.</param>
    /// <returns>Null where the item has neither words nor a headline.</returns>
    public static ArticleCopy? Of(Feed feed, FeedItem item, IReadOnlyList<string> paragraphs, DateTimeOffset now)
    {
        var title = item.HasOwnTitle ? OneLine.OrNull(item.Title) : null;
        var text = string.Join("\n\n", paragraphs.SkipWhile(p => OneLine.Of(p) == title));
        // A date in the future is a slip of the clock or of the zone: the desk has it from now on.
        var published = item.Published > now ? now : item.Published;
        var url = SeedCopy.WebAddress(item.Link);
        var (copy, _) = new SeedCopy(text)
        {
            Title = title,
            Source = feed.Name,
            Author = item.Author,
            Url = url,
            Published = published,
        }.ToArticle("");
        if (copy is not null)
            return copy with { Published = published };
        // A headline alone, or words that are no sentence: what there is.
        var words = text.Length > 0 ? text : title;
        return words is null
            ? null
            : new ArticleCopy(
                Cut(feed.Name),
                Cut(title ?? OneLine.Of(words)),
                title is not null,
                url,
                OneLine.OrNull(item.Author),
                published,
                words
            );
    }

    private static string Cut(string line) => line.Length <= LongestField ? line : line[..LongestField];
}
