using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Reading;

namespace Bot.Core.Feeds.Finding;

/// <summary>Finds the feed that somebody means by an address: the feed itself, a page that names it, a site that has it where many do.</summary>
public sealed class FeedFinder(Fetcher fetcher)
{
    /// <summary>Where sites have their feed that do not name it; the likeliest first.</summary>
    private static readonly string[] WellKnown =
    [
        "/feed",
        "/rss.xml",
        "/feed.xml",
        "/rss",
        "/atom.xml",
        "/index.xml",
        "/feeds/posts/default",
    ];

    private const int MostTried = 5;

    /// <summary>As a person types it: "example.org", "feed://example.org/rss", "https://example.org/world".</summary>
    /// <returns>Null where it is no web address.</returns>
    public static Uri? TryRead(string typed)
    {
        var written = typed.Trim().TrimStart('<').TrimEnd('>');
        foreach (var scheme in new[] { "feed:https:", "feed:http:", "feed:" })
        {
            if (written.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                written = (scheme == "feed:" ? "http:" : scheme[5..]) + written[scheme.Length..];
        }

        var isWhole = written.Contains("://", StringComparison.Ordinal);
        if (!isWhole)
            written = "https://" + written;
        return
            Uri.TryCreate(written, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && (isWhole || url.Host.Contains('.', StringComparison.Ordinal))
            ? url
            : null;
    }

    public async Task<FeedFound> FindAsync(Uri url, CancellationToken cancellation)
    {
        var (found, links) = await LookAsync(url, cancellation);
        if (found is not null)
            return found;
        if (links.Count > 1)
            return new FeedFound.Several(url, links);
        foreach (var link in links.Count == 1 ? links : [.. WellKnown.Take(MostTried).Select(p => new Uri(url, p))])
        {
            var there = (await LookAsync(link, cancellation)).Found;
            // What the page itself names and cannot be read says more than that nothing was found.
            if (there is FeedFound.One || there is FeedFound.None && links.Count == 1)
                return there;
        }

        return new FeedFound.None(nameof(FeedFault.Page), $"{url.Host} answers with a page that names no feed");
    }

    /// <returns>No find where a page stands there: then the feeds that it names.</returns>
    private async Task<(FeedFound? Found, IReadOnlyList<Uri> Links)> LookAsync(Uri url, CancellationToken cancellation)
    {
        var outcome = await fetcher.FetchAsync(new FetchRequest(url, FetchedKind.Feed), cancellation);
        if (outcome is not FetchOutcome.Fetched fetched)
        {
            var failed = outcome as FetchOutcome.Failed;
            return (
                new FeedFound.None(
                    (failed?.Fault ?? FetchFault.Refused).ToString(),
                    failed?.Words ?? $"{url.Host} says that nothing has changed"
                ),
                []
            );
        }

        // What has moved for good is read where it is now.
        var home = fetched.MovedTo ?? url;
        return FeedReader.Read(fetched.Bytes, new FeedSource(fetched.Url, fetched.Headers.ContentType)) switch
        {
            FeedReading.Read { Document: { Format: FeedFormat.Opml } list } => (
                new FeedFound.List(home, list.Feeds),
                []
            ),
            FeedReading.Read read => (new FeedFound.One(home, read.Document), []),
            FeedReading.Page page => (null, [.. page.FeedLinks.Select(TryRead).OfType<Uri>()]),
            FeedReading.Failed failed => (new FeedFound.None(nameof(FeedFault.Unreadable), failed.Problem), []),
            _ => throw new InvalidOperationException("Bytes are a feed, a page or neither."),
        };
    }
}
