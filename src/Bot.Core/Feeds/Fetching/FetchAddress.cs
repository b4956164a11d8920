namespace Bot.Core.Feeds.Fetching;

/// <summary>What may be asked for at all, and how it is named in words.</summary>
internal static class FetchAddress
{
    /// <returns>Null where it may be.</returns>
    public static FetchOutcome.Failed? FindFault(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
            return Bad($"“{Start(url)}” is no http or https address");
        if (url.IdnHost.Length == 0)
            return Bad("an address names no host");
        // Browsers refuse them in links too: they are made to deceive, or hold a secret that would be stored and shown.
        return url.UserInfo.Length > 0 ? Bad($"the address at {Name(url)} carries a user name") : null;
    }

    /// <summary>The host, and its port where that is unusual: paths and queries may be secret.</summary>
    public static string Name(Uri url) => url.IsDefaultPort ? url.Host : $"{url.Host}:{url.Port}";

    /// <summary>Whose turn it is.</summary>
    public static string Lane(Uri url) => $"{url.IdnHost.ToLowerInvariant()}:{url.Port}";

    /// <returns>Null where the place makes no sense. A fragment is for readers, not for hosts.</returns>
    public static Uri? Follow(Uri from, string? location) =>
        !Uri.TryCreate(from, location, out var next) ? null
        : next.Fragment.Length == 0 ? next
        : new UriBuilder(next) { Fragment = "" }.Uri;

    private static string Start(Uri url) => url.IsAbsoluteUri ? $"{url.Scheme}:" : "a relative address";

    private static FetchOutcome.Failed Bad(string words) => new(FetchFault.BadAddress, words);
}
