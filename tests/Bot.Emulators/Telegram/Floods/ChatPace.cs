using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Floods;

/// <summary>One chat: a message a second with a burst of four, and in groups and channels twenty a minute.</summary>
internal sealed class ChatPace(bool isShared, DateTimeOffset opened)
{
    private const double Burst = 4;
    private const double PerSecond = 1;

    private readonly SlidingWindow? _minute = isShared ? new SlidingWindow(20, TimeSpan.FromMinutes(1)) : null;
    private double _left = Burst;
    private DateTimeOffset _counted = opened;
    private DateTimeOffset _closedUntil;

    public TimeSpan? WaitAt(DateTimeOffset now)
    {
        if (now < _closedUntil)
            return _closedUntil - now;
        _left = Math.Min(Burst, _left + ((now - _counted).TotalSeconds * PerSecond));
        _counted = now;
        var wait = _minute?.WaitAt(now);
        // A hair under one is one: tokens are fractions of seconds.
        if (_left < 1 - 1e-9)
            wait = Longer(wait, TimeSpan.FromSeconds((1 - _left) / PerSecond));
        if (wait is { } closed)
            // The platform counts in whole seconds, and keeps shut as long as it said.
            _closedUntil = now + TimeSpan.FromSeconds(Math.Ceiling(closed.TotalSeconds));
        return wait is null ? null : _closedUntil - now;
    }

    public void SpendAt(DateTimeOffset now)
    {
        _left--;
        _minute?.SpendAt(now);
    }

    public void CloseUntil(DateTimeOffset until) => _closedUntil = until;

    private static TimeSpan Longer(TimeSpan? one, TimeSpan other) => one > other ? one.Value : other;
}
