using System.Buffers;

namespace Bot.Emulators.Telegram.Texts;

internal static class LinkTargets
{
    private static readonly SearchValues<char> NeverInside = SearchValues.Create(" \n\t<>\"");

    /// <summary>The server takes http, https, ftp, tg and ton, and a host with a dot; anything else is no link.</summary>
    public static bool AreFollowed(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.AsSpan().ContainsAny(NeverInside))
            return false;
        if (!url.Contains("://", StringComparison.Ordinal))
            return url.Contains('.', StringComparison.Ordinal)
                && Uri.TryCreate($"http://{url}", UriKind.Absolute, out _);
        return Uri.TryCreate(url, UriKind.Absolute, out var target)
            && target.Scheme switch
            {
                "http" or "https" or "ftp" => target.HostNameType == UriHostNameType.IPv6
                    || target.Host.Contains('.', StringComparison.Ordinal),
                "tg" or "ton" => true,
                _ => false,
            };
    }
}
