using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Emulators;

/// <summary>A clock that stands, and tells of each wait that begins by it: time moved before that would be lost on it.</summary>
internal sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets a wait of exactly this length pass once it has begun.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        while (await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken) != wait)
            continue;
        Advance(wait);
    }
}
