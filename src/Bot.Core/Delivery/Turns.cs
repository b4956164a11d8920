namespace Bot.Core.Delivery;

/// <summary>One at a time for each key; a key that nobody waits for is forgotten.</summary>
internal sealed class Turns<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Seat> seats = [];
    private readonly Lock gate = new();

    /// <returns>To be disposed of when the turn is over.</returns>
    public async Task<IDisposable> TakeAsync(TKey key, CancellationToken cancellation)
    {
        Seat? seat;
        lock (gate)
        {
            if (!seats.TryGetValue(key, out seat))
                seats[key] = seat = new Seat();
            seat.Wanted++;
        }

        try
        {
            await seat.Free.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Leave(key, seat);
            throw;
        }

        return new Turn(() =>
        {
            seat.Free.Release();
            Leave(key, seat);
        });
    }

    private void Leave(TKey key, Seat seat)
    {
        lock (gate)
        {
            if (--seat.Wanted == 0)
                seats.Remove(key);
        }
    }

    private sealed class Seat
    {
        public SemaphoreSlim Free { get; } = new(1);

        public int Wanted { get; set; }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
