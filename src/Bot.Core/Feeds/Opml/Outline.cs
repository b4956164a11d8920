using Bot.Core.Feeds.Html;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Opml;

/// <summary>outline.</summary>
internal sealed record Outline(string? Title, string? Feed, string? Site, bool IsFullText)
{
    /// <summary>"true" where articles are read whole; the specification has no word for it.</summary>
    public const string FullText = "fullText";

    public static Outline Find(MarkupReader xml, Prose prose)
    {
        var title = (xml.Attribute("title") ?? "").Trim() is { Length: > 0 } given
            ? given
            : xml.Attribute("text")?.Trim();
        var feed = xml.Attribute("xmlUrl") ?? (IsFeed(xml.Attribute("type")) ? xml.Attribute("url") : null);
        return new Outline(
            PlainWords.OrNull(title),
            prose.Link(feed),
            prose.Link(xml.Attribute("htmlUrl")),
            xml.Attribute(FullText) == "true"
        );
    }

    public ListedFeed ToFeed(string address, string? folder) =>
        new(Title ?? Site ?? address, address, Site ?? address, folder) { IsFullText = IsFullText };

    private static bool IsFeed(string? type) =>
        type is not null
        && (
            type.Equals("rss", StringComparison.OrdinalIgnoreCase)
            || type.Equals("atom", StringComparison.OrdinalIgnoreCase)
        );
}
