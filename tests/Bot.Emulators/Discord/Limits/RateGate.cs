using System.Security.Cryptography;
using System.Text;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Calls;

namespace Bot.Emulators.Discord.Limits;

/// <summary>A bot's buckets: one for each route and channel, server or webhook; and what it may ask in a second in all.</summary>
internal sealed class RateGate(TimeProvider time)
{
    private const int MostPerSecond = 50;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Route, string Major), Bucket> _buckets = [];
    private readonly SlidingWindow _all = new(MostPerSecond, Second);
    private DateTimeOffset _shutUntil;

    /// <summary>Counts a request, and says how its bucket stands.</summary>
    /// <param name="hasLimits">Whether too many are refused.</param>
    /// <exception cref="RateLimited">When there is no room.</exception>
    public BucketState Spend(ApiRoute route, IReadOnlyDictionary<string, string> names, bool hasLimits)
    {
        var now = time.GetUtcNow();
        if (!route.IsOpen && now < _shutUntil)
            throw new RateLimited(Refused.Limited(_shutUntil - now, "global"), null);
        if (!route.IsOpen && hasLimits && _all.WaitAt(now) is { } pause)
            throw new RateLimited(Refused.Limited(pause, "global"), null);
        var bucket = Of(route, names);
        var state = bucket.Spend(now);
        if (state is null && hasLimits)
            throw new RateLimited(Refused.Limited(bucket.ResetsAt - now, "user"), bucket.StateAt(now));
        if (!route.IsOpen)
            _all.SpendAt(now);
        return state ?? bucket.StateAt(now);
    }

    /// <summary>Shuts a bucket for a while.</summary>
    public BucketState Shut(ApiRoute route, IReadOnlyDictionary<string, string> names, TimeSpan wait)
    {
        var now = time.GetUtcNow();
        var bucket = Of(route, names);
        bucket.ShutUntil(now + wait);
        return bucket.StateAt(now);
    }

    /// <summary>Shuts all but interactions for a while.</summary>
    public void ShutAll(TimeSpan wait) => _shutUntil = time.GetUtcNow() + wait;

    private Bucket Of(ApiRoute route, IReadOnlyDictionary<string, string> names)
    {
        var major = string.Join(
            '/',
            new[] { "channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token" }.Select(
                names.GetValueOrDefault
            )
        );
        if (!_buckets.TryGetValue((route.ToString(), major), out var bucket))
            _buckets[(route.ToString(), major)] = bucket = new Bucket(
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route.ToString())))[..32],
                route.Limit,
                TimeSpan.FromSeconds(route.Seconds)
            );
        return bucket;
    }

    private sealed class Bucket(string name, int limit, TimeSpan span)
    {
        private int _used;

        public DateTimeOffset ResetsAt { get; private set; }

        public BucketState? Spend(DateTimeOffset now)
        {
            if (now >= ResetsAt)
                (ResetsAt, _used) = (now + span, 0);
            if (_used >= limit)
                return null;
            _used++;
            return StateAt(now);
        }

        public void ShutUntil(DateTimeOffset until) => (ResetsAt, _used) = (until, limit);

        public BucketState StateAt(DateTimeOffset now) => new(name, limit, limit - _used, ResetsAt, ResetsAt - now);
    }
}

/// <summary>Too many requests; with the bucket, where one is full.</summary>
internal sealed class RateLimited(Refused refused, BucketState? bucket) : Exception(refused.Message)
{
    public Refused Refused => refused;

    public BucketState? Bucket => bucket;
}
