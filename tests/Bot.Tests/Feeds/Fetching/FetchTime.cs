using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Feeds.Fetching;

/// <summary>A clock that stands, and counts the waits that begin by it: time moved before that would be lost on them.</summary>
internal sealed class FetchTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TimeSpan, int> _begun = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            _begun[dueTime] = _begun.GetValueOrDefault(dueTime) + 1;
            _next.SetResult();
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return timer;
    }

    /// <summary>Returns when so many waits of exactly this length have begun, from the first on.</summary>
    public async Task BegunAsync(TimeSpan wait, int times = 1)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_begun.GetValueOrDefault(wait) >= times)
                    return;
                next = _next.Task;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }
}
