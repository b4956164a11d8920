using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Spelling;

namespace Bot.Core.Feeds.Items;

/// <summary>What an item is known again by.</summary>
/// <param name="Key">Its guid; its link where it has none; else its title with its day, or its words.</param>
/// <param name="Link">Canonical, where it is the item's alone; null where several share it, or where it is the site's front page.</param>
/// <param name="Titled">Its title with its day, where both are its own and nobody else's.</param>
/// <param name="Print">Of all that it says but its dates, which some feeds bump.</param>
internal sealed record ItemSign(string Key, string? Link, string? Titled, string Print)
{
    private const int DigestLength = 32;

    /// <returns>One sign an item, in their order; no two keys are the same.</returns>
    public static IReadOnlyList<ItemSign> Of(IReadOnlyList<FeedItem> items, string? site)
    {
        var links = items.Select(i => WebLink.Canonical(i.Link)).ToList();
        var titles = items.Select(TitleAndDay).ToList();
        var guids = items.Select(i => string.IsNullOrWhiteSpace(i.Id) ? null : GuidOf(i.Id)).ToList();
        var front = WebLink.Canonical(site);
        var (linked, titled, named) = (Times(links), Times(titles), Times(guids));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var signs = new List<ItemSign>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var link = links[i] is { } l && linked[l] == 1 && l != front && WebLink.IsDeep(l) ? l : null;
            var title = titles[i] is { } t && titled[t] == 1 ? t : null;
            var print = PrintOf(items[i]);
            // A guid that the feed gives to several items names none of them alone.
            var key = guids[i] switch
            {
                { } guid when named[guid] == 1 => $"id {guid}",
                { } guid => $"id {guid} {links[i] ?? title ?? print}",
                null when link is not null => $"link {link}",
                null when title is not null => $"title {title}",
                null => $"words {print}",
            };
            if (!keys.Add(key))
                keys.Add(key = $"{key} {print} {i.ToString(CultureInfo.InvariantCulture)}");
            signs.Add(new ItemSign(Digest(key), link, title is null ? null : Digest(title), print));
        }

        return signs;
    }

    /// <summary>Of any text, short enough for a key.</summary>
    public static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];

    /// <summary>A guid that is an address loses its scheme: sites that turn to https change all of them at once.</summary>
    private static string GuidOf(string guid) =>
        guid.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at
        && guid.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? guid[(at + 3)..]
            : guid.Trim();

    private static string? TitleAndDay(FeedItem item) =>
        item is { HasOwnTitle: true, Title: { Length: > 0 } title, Published: { } published }
            ? $"{Unaccented.Of(title)} {published.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : null;

    private static string PrintOf(FeedItem item) => Digest($"{item.Title}\n{item.Content}\n{item.Summary}");

    private static Dictionary<string, int> Times(IEnumerable<string?> values) =>
        values
            .OfType<string>()
            .GroupBy(v => v, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
