using System.Collections.Frozen;

namespace Bot.Core.Feeds.Html;

/// <summary>An attribute that an item's words may have.</summary>
internal sealed record HtmlAttribute(string Name, bool IsLink);

/// <summary>The attributes that are kept: what names, places and sizes, nothing that acts or paints.</summary>
internal static class HtmlAttributes
{
    private static readonly string[] Links = ["href", "src", "cite", "poster"];

    private static readonly FrozenDictionary<string, HtmlAttribute> ByName = (
        "abbr align alt cite colspan controls datetime dir height href hreflang lang poster rel reversed rowspan scope src "
        + "start summary title type valign width"
    )
        .Split(' ')
        .ToFrozenDictionary(n => n, n => new HtmlAttribute(n, Links.Contains(n)), StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where it is not kept.</returns>
    public static HtmlAttribute? Find(ReadOnlySpan<char> name) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : null;
}
