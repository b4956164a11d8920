using System.Text;

namespace Bot.Core.Feeds.Fetching;

/// <summary>What sites ask of robots: read once a day for each site, through the same guard and the same turns as all else.</summary>
internal sealed class RobotsBook(RedirectWalk walk, FetchLimits limits, TimeProvider time)
{
    private const int MostSites = 2000;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A site that could not say is asked again soon.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Page> pages = new(StringComparer.Ordinal);
    private readonly HostLanes askers = new(TimeSpan.Zero, time);
    private readonly Lock gate = new();

    /// <returns>Null where the site lets the page be read.</returns>
    public async Task<FetchOutcome.Failed?> FindObjectionAsync(Uri url, CancellationToken cancellation)
    {
        var page = FindFresh(Site(url)) ?? await LearnAsync(url, cancellation);
        if (page.Trouble is not null)
            return page.Trouble;
        return page.Rules.Allows(url)
            ? null
            : new FetchOutcome.Failed(
                FetchFault.Forbidden,
                $"{FetchAddress.Name(url)} asks in its robots.txt that this page be left alone"
            );
    }

    private async Task<Page> LearnAsync(Uri url, CancellationToken cancellation)
    {
        var site = Site(url);
        // Many pages of a site may be wanted at once: one asks, the others hear of it.
        using var turn = await askers.EnterAsync(site, isAhead: false, cancellation);
        if (FindFresh(site) is { } learned)
            return learned;
        var robots = new Uri(url, "/robots.txt");
        return Keep(
            site,
            Judge(url, await walk.GoAsync(robots, WebAsk.Robots(limits), turn: null, objection: null, cancellation))
        );
    }

    /// <summary>RFC 9309, 2.3.1: what is not there asks nothing; what cannot be had may ask anything.</summary>
    private Page Judge(Uri url, FetchOutcome outcome)
    {
        var now = time.GetUtcNow();
        return outcome switch
        {
            FetchOutcome.Fetched fetched => new Page(
                RobotsRules.Parse(Encoding.UTF8.GetString(fetched.Bytes)),
                Trouble: null,
                now + Day
            ),
            FetchOutcome.Failed { Status: >= 400 and < 500 }
            or FetchOutcome.Failed { Fault: FetchFault.TooManyRedirects } => new Page(
                RobotsRules.None,
                Trouble: null,
                now + Day
            ),
            // The page itself would end in the same way, and that says more.
            FetchOutcome.Failed
            {
                Fault: FetchFault.BadAddress or FetchFault.PrivateAddress or FetchFault.UnknownHost
            } same => new Page(RobotsRules.None, same, now),
            FetchOutcome.Failed failed => new Page(
                RobotsRules.None,
                new FetchOutcome.Failed(
                    FetchFault.Forbidden,
                    $"{FetchAddress.Name(url)} cannot be asked for its robots.txt, so none of its pages is read: {failed.Words}",
                    failed.Status
                ),
                now + Short
            ),
            _ => throw new InvalidOperationException("A robots.txt that nobody had cannot be unchanged."),
        };
    }

    private Page? FindFresh(string site)
    {
        lock (gate)
            return pages.TryGetValue(site, out var page) && page.Until > time.GetUtcNow() ? page : null;
    }

    /// <returns>What counts from now on.</returns>
    private Page Keep(string site, Page page)
    {
        lock (gate)
        {
            // What a site said before is better than nothing while it cannot say it again.
            if (
                page.Trouble is { Fault: FetchFault.Forbidden }
                && pages.TryGetValue(site, out var old)
                && old.Trouble is null
            )
                page = old with { Until = page.Until };
            if (pages.Count >= MostSites && !pages.ContainsKey(site))
                pages.Remove(pages.MinBy(p => p.Value.Until).Key);
            return pages[site] = page;
        }
    }

    private static string Site(Uri url) => $"{url.Scheme}://{FetchAddress.Lane(url)}";

    /// <param name="Trouble">Why nothing of the site may be read; null where the rules say what may.</param>
    private sealed record Page(RobotsRules Rules, FetchOutcome.Failed? Trouble, DateTimeOffset Until);
}
