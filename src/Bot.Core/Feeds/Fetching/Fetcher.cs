namespace Bot.Core.Feeds.Fetching;

/// <summary>
/// The one way to the open web: public addresses alone, one request at a time to a host, bounded in time, bytes and
/// hops. One for the whole program, since its lanes are.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private readonly FetchLimits limits;
    private readonly GuardedConnection guard;
    private readonly HostLanes lanes;
    private readonly SemaphoreSlim seats;
    private readonly WebLine line;
    private readonly RedirectWalk walk;
    private readonly RobotsBook robots;

    public Fetcher(AllowedHosts allowed, IHostLookup lookup, FetchLimits limits, TimeProvider time)
    {
        this.limits = limits;
        guard = new GuardedConnection(lookup, allowed, time);
        line = new WebLine(guard, limits, time);
        lanes = new HostLanes(limits.Pause, time);
        seats = new SemaphoreSlim(limits.MostAtOnce);
        walk = new RedirectWalk(line, lanes, seats, limits, time);
        robots = new RobotsBook(walk, limits, time);
    }

    /// <summary>False where the address alone says that it is never asked: no web address, a user name in it, a private number.</summary>
    public bool MayAsk(Uri url) => FetchAddress.FindFault(url) is null && guard.MayDial(url);

    /// <summary>Waits until the address may be asked for: for who has something to do before, and with the answer.</summary>
    /// <returns>To be handed in with the request, and disposed of when all is done.</returns>
    public async Task<HostTurn> EnterAsync(Uri url, CancellationToken cancellation)
    {
        var turn = new HostTurn(lanes, seats);
        try
        {
            await turn.GoToAsync(FetchAddress.Lane(url), isAhead: false, cancellation);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the host's turn first, where it is not handed in; the deadline counts from there.</summary>
    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation) =>
        walk.GoAsync(
            request.Url,
            WebAsk.Of(request, limits),
            request.Turn,
            request.Kind == FetchedKind.Page ? robots.FindObjectionAsync : null,
            cancellation
        );

    public void Dispose()
    {
        line.Dispose();
        seats.Dispose();
    }
}
