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
            return Schemes.Contains(scheme) ? WithLowerHost(link) : null;
        return start is not null && Uri.TryCreate(start, link, out var joined) ? joined.AbsoluteUri : link;
    }

    /// <returns>What stands before the first colon, where that names a scheme; null of a relative link.</returns>
    public static string? SchemeOf(ReadOnlySpan<char> link)
    {
        var end = link.IndexOfAny(":/?#");
        return end >= 0 && link[end] == ':' ? link[..end].ToString() : null;
    }

    /// <summary>Hosts know no case, and one link should be one text.</summary>
    private static string WithLowerHost(string link)
    {
        var start = link.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3)
            return link;
        var length = link.AsSpan(start).IndexOfAny('/', '?', '#');
        var host = length < 0 ? link.AsSpan(start) : link.AsSpan(start, length);
        // A name and password before the host do know case.
        return host.IndexOfAnyInRange('A', 'Z') < 0 || host.Contains('@')
            ? link
            : $"{link.AsSpan(0, start)}{host.ToString().ToLowerInvariant()}{link.AsSpan(start + host.Length)}";
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
