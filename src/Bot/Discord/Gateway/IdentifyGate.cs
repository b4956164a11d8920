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

    private readonly Dictionary<int, DateTimeOffset> nextByBucket = [];

    private int remaining = starts.Remaining;

    private DateTimeOffset resetAt = time.GetUtcNow() + TimeSpan.FromMilliseconds(starts.ResetAfter);

    public Task WaitAsync(int shard, CancellationToken cancellation)
    {
        var wait = Take(shard) - time.GetUtcNow();
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellation) : Task.CompletedTask;
    }

    private DateTimeOffset Take(int shard)
    {
        lock (door)
        {
            var bucket = shard % Math.Max(1, starts.MaxConcurrency);
            var turn = time.GetUtcNow();
            if (nextByBucket.TryGetValue(bucket, out var next) && next > turn)
                turn = next;
            if (turn >= resetAt || remaining <= 0)
            {
                turn = turn > resetAt ? turn : resetAt;
                resetAt = turn + Day;
                remaining = Math.Max(1, starts.Total);
            }

            remaining--;
            nextByBucket[bucket] = turn + Interval;
            return turn;
        }
    }
}
