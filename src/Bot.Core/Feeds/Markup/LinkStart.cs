namespace Bot.Core.Feeds.Markup;

/// <summary>Where relative links start from: pages of the web alone, as what starts from a script is one.</summary>
internal static class LinkStart
{
    /// <summary>Each link repeats its start; servers take no longer address.</summary>
    private const int Longest = 8192;

    /// <returns>Null where the text is no absolute address; a bare path is none, though .NET takes it for a file's.</returns>
    public static Uri? Find(string? address) =>
        IsShort(address) && Uri.TryCreate(address, UriKind.Absolute, out var found) && IsWeb(found) ? found : null;

    /// <param name="outer">What is in force already.</param>
    /// <returns>What is in force then.</returns>
    public static Uri? Join(Uri? outer, string? inner) =>
        string.IsNullOrEmpty(inner) ? outer
        : outer is null ? Find(inner)
        : IsShort(inner) && Uri.TryCreate(outer, inner, out var joined) && IsWeb(joined) ? joined
        : outer;

    private static bool IsShort(string? address) => address is { Length: <= Longest };

    private static bool IsWeb(Uri address) =>
        address.AbsoluteUri.Length <= Longest
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
