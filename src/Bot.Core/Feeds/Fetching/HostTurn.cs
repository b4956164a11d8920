namespace Bot.Core.Feeds.Fetching;

/// <summary>
/// The right to ask: the turn at one host at a time, and a seat among the few who ask at once. No seat is kept while a
/// turn is waited for, since whoever has that turn may be waiting for a seat.
/// </summary>
public sealed class HostTurn : IDisposable
{
    private readonly HostLanes lanes;
    private readonly SemaphoreSlim? seats;
    private (string Host, IDisposable Turn)? at;
    private bool isSeated;

    /// <param name="seats">Null for who need not wait for one.</param>
    internal HostTurn(HostLanes lanes, SemaphoreSlim? seats) => (this.lanes, this.seats) = (lanes, seats);

    /// <summary>Goes on from host to host; stays where it is that one's turn already.</summary>
    internal async Task GoToAsync(string host, bool isAhead, CancellationToken cancellation)
    {
        if (at?.Host == host)
            return;
        Dispose();
        at = (host, await lanes.EnterAsync(host, isAhead, cancellation));
        if (seats is null)
            return;
        await seats.WaitAsync(cancellation);
        isSeated = true;
    }

    /// <summary>The host has answered: its pause begins. The seat is kept for what is made of the answer.</summary>
    internal void Rest()
    {
        at?.Turn.Dispose();
        at = null;
    }

    public void Dispose()
    {
        Rest();
        if (isSeated)
            seats?.Release();
        isSeated = false;
    }
}
