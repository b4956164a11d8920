namespace Bot.Core.Feeds.Fetching;

/// <summary>
/// The one way to the open web: public addresses alone, one request at a time to a host, bounded in time, bytes and
/// hops. One for the whole program, since its lanes are.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private readonly FetchLimits limits;
    private readonly WebLine line;
    private readonly RedirectWalk walk;
    private readonly RobotsBook robots;

    public Fetcher(AllowedHosts allowed, IHostLookup lookup, FetchLimits limits, TimeProvider time)
    {
        this.limits = limits;
        line = new WebLine(new GuardedConnection(lookup, allowed, time), limits, time);
        walk = new RedirectWalk(line, new HostLanes(limits.Pause, time), limits, time);
        robots = new RobotsBook(walk, limits, time);
    }

    /// <summary>Waits for the host's turn first; the deadline counts from there.</summary>
    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation) =>
        walk.GoAsync(
            request.Url,
            WebAsk.Of(request, limits),
            request.Kind == FetchedKind.Page ? robots.FindObjectionAsync : null,
            cancellation
        );

    public void Dispose() => line.Dispose();
}
