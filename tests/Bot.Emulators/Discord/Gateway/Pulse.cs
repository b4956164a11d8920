namespace Bot.Emulators.Discord.Gateway;

/// <summary>
/// Whether a socket's heart still beats. It is looked at once an interval, and again only then: a clock that leaps over
/// many counts for one.
/// </summary>
internal sealed class Pulse : IDisposable
{
    /// <summary>Between them lie two whole intervals.</summary>
    private const int LooksInVain = 3;

    private readonly TimeSpan _interval;
    private readonly Action _stopped;
    private readonly ITimer _timer;
    private int _looks;

    public Pulse(TimeProvider time, TimeSpan interval, Action stopped)
    {
        (_interval, _stopped) = (interval, stopped);
        _timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(interval, Timeout.InfiniteTimeSpan);
    }

    public void Beats() => Interlocked.Exchange(ref _looks, 0);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (Interlocked.Increment(ref _looks) < LooksInVain)
            _timer.Change(_interval, Timeout.InfiniteTimeSpan);
        else
            _stopped();
    }
}
