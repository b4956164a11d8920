namespace Bot.Core.Feeds.Fetching;

/// <summary>
/// One request at a time to each host, a pause after each, in the order of arrival; pages that somebody waits for go
/// before polls. A host that nobody waits for is forgotten when its pause is over.
/// </summary>
internal sealed class HostLanes(TimeSpan pause, TimeProvider time)
{
    /// <summary>So many pages go ahead; then the poll that waits longest has its turn.</summary>
    private const int MostAheadInRow = 4;

    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <returns>To be disposed of when the request is over.</returns>
    public async Task<IDisposable> EnterAsync(string host, bool isAhead, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> place;
        lock (gate)
        {
            if (!lanes.TryGetValue(host, out var lane))
            {
                lanes[host] = new Lane();
                return new Turn(() => Rest(host));
            }

            place = (isAhead ? lane.Ahead : lane.Others).AddLast(
                new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
            );
        }

        await using (cancellation.Register(() => Leave(place, cancellation)))
            await place.Value.Task;
        return new Turn(() => Rest(host));
    }

    /// <summary>Whoever has had the turn by then keeps it, and finds out by itself that it is not wanted.</summary>
    private void Leave(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (place.List is not { } queue)
                return;
            queue.Remove(place);
        }

        place.Value.SetCanceled(cancellation);
    }

    private void Rest(string host)
    {
        if (pause <= TimeSpan.Zero)
        {
            GoOn(host);
            return;
        }

        lock (gate)
            lanes[host].Pause = time.CreateTimer(_ => GoOn(host), state: null, pause, Timeout.InfiniteTimeSpan);
    }

    private void GoOn(string host)
    {
        lock (gate)
        {
            var lane = lanes[host];
            lane.Pause?.Dispose();
            lane.Pause = null;
            if (lane.TakeNext() is { } next)
                next.SetResult();
            else
                lanes.Remove(host);
        }
    }

    private sealed class Lane
    {
        private int _aheadInRow;

        public LinkedList<TaskCompletionSource> Ahead { get; } = [];

        public LinkedList<TaskCompletionSource> Others { get; } = [];

        public ITimer? Pause { get; set; }

        public TaskCompletionSource? TakeNext()
        {
            var goesAhead = Ahead.Count > 0 && (Others.Count == 0 || _aheadInRow < MostAheadInRow);
            _aheadInRow = goesAhead ? _aheadInRow + 1 : 0;
            var queue = goesAhead ? Ahead : Others;
            if (queue.First is not { } first)
                return null;
            queue.RemoveFirst();
            return first.Value;
        }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
