using Bot.Core.Feeds.Html;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Pages;

/// <summary>
/// The feeds that a web page names in its head: https://html.spec.whatwg.org/multipage/links.html#link-type-alternate.
/// </summary>
internal static class FeedLinks
{
    private const int Most = 20;

    private static readonly string[] Types =
    [
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/json",
        "text/xml",
        "application/xml",
    ];

    /// <returns>In the page's order, but comments' feeds last: sites name them beside the articles'.</returns>
    public static IReadOnlyList<string> Find(string html, Prose prose)
    {
        var found = new List<(string Link, bool IsComments)>();
        var pieces = new MarkupPieces(html.AsMemory());
        string? start = null;
        while (found.Count < Most && pieces.MoveNext())
        {
            if (pieces.Kind != PieceKind.Tag || pieces.Tag.IsClosing)
                continue;
            var name = pieces.Tag.Name(html);
            if (HtmlElements.Find(name) is { IsSilent: true } silent)
                SilentElements.Skip(html, pieces, silent);
            else if (name.Equals("base", StringComparison.OrdinalIgnoreCase))
                start ??= Attributes(html, pieces.Tag).GetValueOrDefault("href");
            else if (
                name.Equals("link", StringComparison.OrdinalIgnoreCase)
                && Link(html, pieces.Tag, prose, start) is { } link
            )
                found.Add(link);
        }

        return [.. found.OrderBy(f => f.IsComments).Select(f => f.Link).Distinct(StringComparer.Ordinal)];
    }

    private static (string Link, bool IsComments)? Link(string html, in Tag tag, Prose prose, string? start)
    {
        var given = Attributes(html, tag);
        var rel = given.GetValueOrDefault("rel") ?? "";
        var isFeed =
            rel.Contains("feed", StringComparison.OrdinalIgnoreCase)
            || rel.Contains("alternate", StringComparison.OrdinalIgnoreCase)
                && Types.Contains(
                    given.GetValueOrDefault("type")?.Split(';')[0].Trim(),
                    StringComparer.OrdinalIgnoreCase
                );
        if (!isFeed || prose.Link(given.GetValueOrDefault("href"), start) is not { } link)
            return null;
        return (link, link.Contains("comment", StringComparison.OrdinalIgnoreCase));
    }

    private static Dictionary<string, string> Attributes(string html, in Tag tag)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var attributes = new TagAttributes(html, tag);
        while (attributes.MoveNext())
            found.TryAdd(attributes.Name.ToString(), PlainWords.Of(attributes.Value.ToString().AsMemory()));
        return found;
    }
}
