using System.Collections.Frozen;

namespace Bot.Core.Feeds.Html;

/// <summary>Links as feeds write them: made absolute, and left out where following one would do more than lead somewhere.</summary>
internal static class SafeLink
{
    private static readonly FrozenSet<string> Schemes = new[]
    {
        "http",
        "https",
        "ftp",
        "mailto",
        "tel",
        "news",
        "irc",
        "xmpp",
        "magnet",
        "sip",
        "gopher",
        "feed",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="written">References resolved.</param>
    /// <param name="start">What relative links start from; null where nobody knows, then they stay relative.</param>
    /// <returns>Null where the link is not to be followed.</returns>
    public static string? Find(ReadOnlySpan<char> written, Uri? start)
    {
        var link = Cleaned(written);
        if (SchemeOf(link) is { } scheme)
            return Schemes.Contains(scheme) ? link : null;
        if (start is null || !Uri.TryCreate(start, link, out var joined))
            return link;
        return Schemes.Contains(joined.Scheme) ? joined.AbsoluteUri : null;
    }

    /// <summary>Whether a sign, such as an item's id, is the address of a page.</summary>
    public static bool IsWeb(ReadOnlySpan<char> sign) =>
        SchemeOf(sign) is { } scheme
        && (
            scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
            || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
        );

    /// <returns>What stands before the first colon, where that names a scheme; null of a relative link.</returns>
    public static string? SchemeOf(ReadOnlySpan<char> link)
    {
        var end = link.IndexOfAny(":/?#");
        return end >= 0 && link[end] == ':' ? link[..end].ToString() : null;
    }

    /// <summary>Browsers look through white space and control characters anywhere in an address; so must its judge.</summary>
    private static string Cleaned(ReadOnlySpan<char> written)
    {
        var link = written.Trim();
        foreach (var letter in link)
        {
            if (char.IsControl(letter) || letter == '\uFFFD')
                return new string([.. link.ToString().Where(l => !char.IsControl(l) && l != '\uFFFD')]).Trim();
        }

        return link.ToString();
    }
}
