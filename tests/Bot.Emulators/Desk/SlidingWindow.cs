namespace Bot.Emulators.Desk;

/// <summary>At most so many within so long, counted back from now.</summary>
internal sealed class SlidingWindow(int most, TimeSpan span)
{
    private readonly Queue<DateTimeOffset> _recent = new();

    public TimeSpan? WaitAt(DateTimeOffset now)
    {
        while (_recent.TryPeek(out var oldest) && now - oldest >= span)
            _recent.Dequeue();
        return _recent.Count < most ? null : _recent.Peek() + span - now;
    }

    public void SpendAt(DateTimeOffset now) => _recent.Enqueue(now);
}
