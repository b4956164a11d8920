using AngleSharp.Html.Parser;
using Bot.Core.Articles.Formats;

namespace Bot.Core.Feeds.Items;

/// <summary>What a feed's items say as plain paragraphs, without the lines that the feed puts under every one.</summary>
internal static class ItemParagraphs
{
    /// <summary>A line is furniture where so many items have it, and at least half of them.</summary>
    private const int FewestRepeats = 3;

    /// <summary>Enough of a feed to see what all its items share.</summary>
    private const int MostLookedAt = 60;

    /// <summary>Furniture stands at either end.</summary>
    private const int LongestFurniture = 400;

    private static readonly string[] Leads =
    [
        "continue reading",
        "read more",
        "read the full",
        "read full",
        "read on",
        "keep reading",
        "view comments",
        "comments",
        "weiterlesen",
        "mehr lesen",
        "lire la suite",
        "leer más",
        "seguir leyendo",
        "[…]",
        "...",
        "…",
    ];

    private const int LongestLead = 60;

    /// <returns>For each item, in their order, what it says.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyList<FeedItem> items)
    {
        var parser = new HtmlParser();
        var read = items.Select(i => Paragraphs(parser, Longer(i))).ToList();
        var repeated = Repeated([.. read.Take(MostLookedAt)]);
        return [.. read.Select(p => WithoutFurniture(p, repeated))];
    }

    /// <summary>Some feeds put the text into the summary and a teaser into the content.</summary>
    private static string Longer(FeedItem item) =>
        (item.Content?.Length ?? 0) >= (item.Summary?.Length ?? 0) ? item.Content ?? "" : item.Summary ?? "";

    private static IReadOnlyList<string> Paragraphs(HtmlParser parser, string html)
    {
        if (html.Length == 0)
            return [];
        using var page = parser.ParseDocument(html);
        return page.Body is { } body ? PageWords.Paragraphs(body) : [];
    }

    private static HashSet<string> Repeated(List<IReadOnlyList<string>> items) =>
        items
            .SelectMany(p => p.Distinct(StringComparer.Ordinal))
            .Where(p => p.Length <= LongestFurniture)
            .GroupBy(p => p, StringComparer.Ordinal)
            .Where(g => g.Count() >= FewestRepeats && g.Count() * 2 >= items.Count)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);

    private static List<string> WithoutFurniture(IReadOnlyList<string> paragraphs, HashSet<string> repeated)
    {
        var kept = paragraphs.Where(p => !repeated.Contains(p)).ToList();
        while (kept.Count > 1 && IsFurniture(kept[^1]))
            kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>"The post X appeared first on Y." and links to the page.</summary>
    private static bool IsFurniture(string paragraph) =>
        paragraph.StartsWith("The post ", StringComparison.Ordinal)
            && paragraph.Contains(" appeared first on ", StringComparison.Ordinal)
        || paragraph.Length <= LongestLead
            && Leads.Any(l => paragraph.StartsWith(l, StringComparison.OrdinalIgnoreCase));
}
