namespace Bot.Discord.Api.Limits;

/// <summary>
/// Keeps every question within what Discord's answers grant, first come, first served.
/// https://docs.discord.com/developers/topics/rate-limits
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>Each interaction brings a bucket of its own; those that no longer count are swept out.</summary>
    private const int MostBuckets = 4096;

    /// <summary>For an answer that says nothing of how long: Discord's outer guard, which shuts out for long.</summary>
    private static readonly TimeSpan UntoldWait = TimeSpan.FromSeconds(60);

    private readonly Lock door = new();

    private readonly GlobalLimit global = new();

    /// <summary>Which bucket Discord counts a route in, once it has said so.</summary>
    private readonly Dictionary<string, string> names = [];

    private readonly Dictionary<(string Name, string Resource), LimitBucket> buckets = [];

    /// <param name="until">Where it would take longer, the caller is told how long instead.</param>
    public async Task<LimitPass> EnterAsync(LimitKey key, DateTimeOffset until, CancellationToken cancellation)
    {
        var waiter = new object();
        LimitBucket? bucket = null;
        try
        {
            while (true)
            {
                TimeSpan pause;
                Task changed;
                lock (door)
                {
                    bucket = Stand(waiter, bucket, Find(key));
                    var now = time.GetUtcNow();
                    if (Look(key, bucket, waiter, now) is not { } held)
                        return new LimitPass.Granted(bucket);
                    if (now >= until || now + held.After > until)
                        return held with { After = held.After > TimeSpan.Zero ? held.After : TimeSpan.FromSeconds(1) };
                    pause = held.After > TimeSpan.Zero && bucket.IsFirst(waiter) ? held.After : until - now;
                    changed = bucket.Changed;
                }

                await PauseAsync(pause, changed, cancellation);
            }
        }
        finally
        {
            lock (door)
                bucket?.Quit(waiter);
        }
    }

    /// <param name="headers">Null where no answer came.</param>
    /// <param name="retryAfter">What a refusal says in its body, where it has no header for it.</param>
    /// <returns>Where it was refused for a limit: for how long, and whose limit it is.</returns>
    public LimitPass.Held? Leave(
        LimitKey key,
        LimitBucket bucket,
        int? status,
        LimitHeaders? headers,
        TimeSpan? retryAfter = null
    )
    {
        lock (door)
        {
            var now = time.GetUtcNow();
            bucket.Return();
            if (!key.IsOutsideGlobal)
                global.Return(now);
            if (headers is null)
                return null;
            if (headers.Bucket is { } name)
                names[key.Route] = name;
            var told = headers.Bucket is null ? bucket : Find(key);
            told.Learn(now, headers);
            if (status != 429)
                return null;
            var after = headers.RetryAfter ?? retryAfter;
            var held = new LimitPass.Held(after ?? UntoldWait, ScopeOf(headers, isTold: after is not null));
            if (held.Scope == LimitScope.Global)
                global.Block(now + held.After);
            else
                told.Block(now + held.After, held.Scope);
            return held;
        }
    }

    private static LimitScope ScopeOf(LimitHeaders headers, bool isTold) =>
        headers.IsGlobal || !isTold ? LimitScope.Global : headers.Scope ?? LimitScope.User;

    private LimitBucket Find(LimitKey key)
    {
        var name = names.GetValueOrDefault(key.Route, key.Route);
        if (buckets.TryGetValue((name, key.Resource), out var found))
            return found;
        if (buckets.Count >= MostBuckets)
        {
            var now = time.GetUtcNow();
            foreach (var idle in buckets.Where(b => b.Value.IsIdleAt(now)).Select(b => b.Key).ToList())
                buckets.Remove(idle);
        }

        return buckets[(name, key.Resource)] = new LimitBucket();
    }

    /// <summary>A route turns out to be counted with others: whoever waits for it waits there then.</summary>
    private static LimitBucket Stand(object waiter, LimitBucket? before, LimitBucket bucket)
    {
        if (before == bucket)
            return bucket;
        before?.Quit(waiter);
        bucket.Join(waiter);
        return bucket;
    }

    private LimitPass.Held? Look(LimitKey key, LimitBucket bucket, object waiter, DateTimeOffset now)
    {
        if (bucket.WaitAt(now) is { } wait)
            return new LimitPass.Held(wait, bucket.Scope);
        if (!key.IsOutsideGlobal && global.WaitAt(now) is { } globalWait)
            return new LimitPass.Held(globalWait, LimitScope.Global);
        if (!bucket.IsFirst(waiter))
            return new LimitPass.Held(TimeSpan.Zero, bucket.Scope);
        bucket.Take();
        if (!key.IsOutsideGlobal)
            global.Take();
        return null;
    }

    private async Task PauseAsync(TimeSpan pause, Task changed, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(changed, Task.Delay(pause, time, over.Token));
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}
