namespace Bot.Core.Delivery;

/// <summary>Runs work side by side, but that of one key in the order in which it entered.</summary>
/// <param name="atOnce">How many keys are worked for at the same time.</param>
public sealed class Lanes<TKey>(int atOnce) : IAsyncDisposable
    where TKey : notnull
{
    /// <summary>So much may wait; then whoever brings more waits too.</summary>
    private const int MostWaiting = 4096;

    private readonly Dictionary<TKey, Queue<Func<Task>>> lanes = [];
    private readonly SemaphoreSlim room = new(MostWaiting);
    private readonly SemaphoreSlim workers = new(atOnce);
    private readonly HashSet<Task> running = [];
    private readonly Lock gate = new();

    /// <param name="work">Deals with its own failures.</param>
    public async Task EnterAsync(TKey key, Func<Task> work, CancellationToken cancellation)
    {
        await room.WaitAsync(cancellation);
        lock (gate)
        {
            if (lanes.TryGetValue(key, out var lane))
            {
                lane.Enqueue(work);
                return;
            }

            lanes[key] = new Queue<Func<Task>>([work]);
            var drive = DriveAsync(key);
            running.Add(drive);
            _ = drive.ContinueWith(Leave, TaskScheduler.Default);
        }
    }

    /// <summary>Returns when all that entered is done.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] left;
        lock (gate)
            left = [.. running];
        await Task.WhenAll(left);
        room.Dispose();
        workers.Dispose();
    }

    private async Task DriveAsync(TKey key)
    {
        await Task.Yield(); // Whoever brought the work does not do it.
        while (NextOf(key) is { } work)
        {
            await workers.WaitAsync();
            try
            {
                await work();
            }
            finally
            {
                workers.Release();
                room.Release();
            }
        }
    }

    private Func<Task>? NextOf(TKey key)
    {
        lock (gate)
        {
            if (lanes[key].TryDequeue(out var work))
                return work;
            lanes.Remove(key);
            return null;
        }
    }

    private void Leave(Task drive)
    {
        lock (gate)
            running.Remove(drive);
    }
}
