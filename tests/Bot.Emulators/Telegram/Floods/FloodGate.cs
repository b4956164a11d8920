using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Floods;

/// <summary>
/// How much a bot may send. The platform does not say where exactly it stops; these are the numbers of
/// https://core.telegram.org/bots/faq#broadcasting-to-users, a little stricter.
/// </summary>
internal sealed class FloodGate(TimeProvider time)
{
    private const int MostPerSecond = 30;

    private readonly Dictionary<long, ChatPace> _paces = [];
    private readonly SlidingWindow _all = new(MostPerSecond, TimeSpan.FromSeconds(1));
    private DateTimeOffset _closedUntil;

    /// <summary>Null when this message may pass, else how long to wait. A wait is not made longer by asking again.</summary>
    public TimeSpan? Spend(Chat chat)
    {
        var now = time.GetUtcNow();
        if (now < _closedUntil)
            return _closedUntil - now;
        if (!_paces.TryGetValue(chat.Id, out var pace))
            _paces[chat.Id] = pace = new ChatPace(chat.Kind != ChatKind.Private, now);
        if (pace.WaitAt(now) is { } wait)
            return wait;
        if (_all.WaitAt(now) is { } pause)
        {
            _closedUntil = now + pause;
            return pause;
        }

        pace.SpendAt(now);
        _all.SpendAt(now);
        return null;
    }

    /// <summary>Shuts one chat, as the platform does to who goes on sending.</summary>
    public void Close(Chat chat, TimeSpan wait)
    {
        var now = time.GetUtcNow();
        if (!_paces.TryGetValue(chat.Id, out var pace))
            _paces[chat.Id] = pace = new ChatPace(chat.Kind != ChatKind.Private, now);
        pace.CloseUntil(now + wait);
    }
}
