using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Feeds.Finding;

namespace Bot.Core.Commands.Feeds;

/// <summary>The address that somebody typed for a feed, or what is wrong with it.</summary>
internal static class FeedAddress
{
    /// <summary>A longer one does not fit into the command of a button.</summary>
    private const int Longest = 1500;

    /// <returns>The address, or what is answered in its stead.</returns>
    public static (Uri? Url, Reply? Wrong) Read(FeedAsk ask, string typed)
    {
        if (FeedFinder.TryRead(typed) is { } url)
            return url.AbsoluteUri.Length <= Longest
                ? (url, null)
                : (null, Reply.Of(ask.Edition.Line("feed.address-long", ("host", url.Host), ("count", Longest))));
        var example = ask.Hint("add https://example.org/feed");
        return (
            null,
            SchemeOf(typed) is { } scheme
                ? Reply.Of(ask.Edition.Line("feed.scheme", ("value", Excerpt.Of(typed)), ("scheme", scheme)))
                : Reply.Of(ask.Edition.Line("feed.no-address", ("value", Excerpt.Of(typed)), ("example", example)))
        );
    }

    /// <summary>"ftp" of "ftp://example.org"; null where there is none or where it is one that is read.</summary>
    private static string? SchemeOf(string typed) =>
        typed.IndexOf("://", StringComparison.Ordinal) is > 0 and var end
        && typed[..end].ToLowerInvariant() is var scheme and not ("http" or "https")
        && Uri.CheckSchemeName(scheme)
            ? scheme
            : null;
}
