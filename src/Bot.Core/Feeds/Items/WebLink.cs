using System.Collections.Frozen;
using System.Globalization;

namespace Bot.Core.Feeds.Items;

/// <summary>A page's address without what varies: the same page has the same one however it is linked to.</summary>
public static class WebLink
{
    /// <summary>What senders add to see where readers come from.</summary>
    private static readonly FrozenSet<string> Tracking = (
        "fbclid gclid dclid msclkid yclid twclid igshid mc_cid mc_eid at_medium at_campaign at_custom1 at_custom2 at_custom3 "
        + "at_custom4 cmpid ncid ocid ref_src smid sref ns_campaign ns_mchannel ns_source ns_linkname ns_fee partner feature "
        + "sh rss ftag intcid cmp wt_mc_id xtor traffic_source guccounter guce_referrer guce_referrer_sig _ga _gl ito"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>Host and path, and what of the query is not tracking, in its order; null of what is no web address.</returns>
    public static string? Canonical(string? link)
    {
        if (!Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return null;
        var host = url.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        var port = url.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{url.Port}");
        var path = url.AbsolutePath.TrimEnd('/');
        var kept = url
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !IsTracking(p.Split('=')[0]))
            .ToList();
        return $"{host}{port}{path}{(kept.Count == 0 ? "" : "?" + string.Join('&', kept))}";
    }

    /// <summary>Whether the canonical link leads to more than a site's front page.</summary>
    public static bool IsDeep(string canonical) => canonical.IndexOfAny(['/', '?']) >= 0;

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
}
