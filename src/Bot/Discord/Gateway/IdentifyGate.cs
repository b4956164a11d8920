using Bot.Discord.Api.Wire;

namespace Bot.Discord.Gateway;

/// <summary>
/// Whose turn it is to identify: one shard of a bucket every five seconds, and no more sessions than Discord grants a
/// day (it takes the token away from whoever starts more).
/// https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
/// </summary>
internal sealed class IdentifyGate(SessionStartLimit starts, TimeProvider time)
{
    /// <summary>A little more than five seconds: what leaves in order may arrive closer together.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5.25);

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Lock door = new();

    private readonly Dictionary<int, Bucket> buckets = [];

    public IdentifyMemory Memory { get; init; } = IdentifyMemory.None;

    private int remaining = starts.Remaining;

    private DateTimeOffset resetAt = time.GetUtcNow() + TimeSpan.FromMilliseconds(starts.ResetAfter);

    /// <summary>Whoever gives up takes nobody's turn.</summary>
    public async Task WaitAsync(int shard, CancellationToken cancellation)
    {
        var waiter = new object();
        var bucket = Join(shard, waiter);
        try
        {
            while (Look(bucket, waiter) is { } wait)
                await Task.Delay(wait, time, cancellation);
            await Memory.NoteAsync(time.GetUtcNow(), cancellation);
        }
        finally
        {
            lock (door)
                bucket.Waiting.Remove(waiter);
        }
    }

    /// <summary>
    /// What was sent has arrived, since Discord answers it. The next of the bucket counts from here, in this process and in
    /// the one after it: what was sent may have been on its way for longer than the interval has to spare.
    /// </summary>
    public Task ArrivedAsync(int shard)
    {
        var now = time.GetUtcNow();
        lock (door)
        {
            var bucket = BucketOf(shard);
            bucket.NextAt = Later(bucket.NextAt, now + Interval);
        }

        return Memory.NoteAsync(now, CancellationToken.None);
    }

    private Bucket Join(int shard, object waiter)
    {
        lock (door)
        {
            var bucket = BucketOf(shard);
            bucket.Waiting.Add(waiter);
            return bucket;
        }
    }

    private Bucket BucketOf(int shard)
    {
        var number = shard % Math.Max(1, starts.MaxConcurrency);
        if (!buckets.TryGetValue(number, out var bucket))
            buckets[number] = bucket = new Bucket();
        return bucket;
    }

    /// <returns>How long to wait before the next look; null where the turn was taken.</returns>
    private TimeSpan? Look(Bucket bucket, object waiter)
    {
        lock (door)
        {
            var now = time.GetUtcNow();
            if (now >= resetAt)
                (resetAt, remaining) = (now + Day, Math.Max(1, starts.Total));
            var before = bucket.Waiting.IndexOf(waiter);
            var turn = Later(bucket.NextAt, now) + (before * Interval);
            if (remaining <= before)
                turn = Later(turn, resetAt);
            if (turn > now)
                return turn - now;
            remaining--;
            bucket.NextAt = now + Interval;
            return null;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class Bucket
    {
        public List<object> Waiting { get; } = [];

        public DateTimeOffset NextAt { get; set; }
    }
}
