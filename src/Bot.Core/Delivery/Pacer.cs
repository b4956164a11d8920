using System.Collections.Concurrent;
using Bot.Core.Chat;

namespace Bot.Core.Delivery;

/// <summary>
/// Keeps the pace that platforms ask for: over all places, in each chat, and what a refusal said. Kept in memory: after
/// a start the platform's own word is the truth.
/// </summary>
internal sealed class Pacer(TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Of a second's worth, so much may go at once; the rest is spread over it, so that no second has more.</summary>
    private const int ShareAtOnce = 10;

    private const int ChatsBeforeSweep = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _platforms = new(StringComparer.Ordinal);
    private readonly Dictionary<Destination, ChatPace> _chats = [];
    private readonly Lock _gate = new();

    /// <summary>Takes leave for one message; false where it is not given now.</summary>
    /// <param name="pace">Null where the platform takes them as fast as they come.</param>
    public bool TryTake(Pace? pace, Destination destination)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (ReadyAt(pace, destination, now) > now)
                return false;
            if (pace is null)
                return true;
            Platform(pace, destination.Platform).Take(now);
            Chat(destination.Chat).Take(pace, now);
            return true;
        }
    }

    /// <summary>When leave can be had, as things are; in the past where it can be had now.</summary>
    public DateTimeOffset ReadyAt(Pace? pace, Destination destination)
    {
        lock (_gate)
            return ReadyAt(pace, destination, time.GetUtcNow());
    }

    /// <summary>False where nothing can go to any chat of the platform now.</summary>
    public bool IsOpen(Pace? pace, string platform)
    {
        var now = time.GetUtcNow();
        lock (_gate)
            return pace is null || Platform(pace, platform).ReadyAt(now) <= now;
    }

    /// <summary>Nothing goes to the chat before then; where the platform keeps no pace by chats, to this place alone.</summary>
    public void Hold(Pace? pace, Destination destination, DateTimeOffset until)
    {
        lock (_gate)
        {
            var chat = Chat(pace is null ? destination : destination.Chat);
            if (chat.HeldUntil < until)
                chat.HeldUntil = until;
        }
    }

    private DateTimeOffset ReadyAt(Pace? pace, Destination destination, DateTimeOffset now)
    {
        if (pace is null)
            return _chats.TryGetValue(destination, out var held) ? held.HeldUntil : DateTimeOffset.MinValue;
        return Later(Platform(pace, destination.Platform).ReadyAt(now), Chat(destination.Chat).ReadyAt(pace, now));
    }

    private Bucket Platform(Pace pace, string platform)
    {
        var share = Math.Max(1, pace.InAllPerSecond / ShareAtOnce);
        return _platforms.GetOrAdd(
            platform,
            _ => new Bucket(share, TimeSpan.FromSeconds(1.0 / Math.Max(1, pace.InAllPerSecond - share)))
        );
    }

    private ChatPace Chat(Destination chat)
    {
        if (_chats.Count > ChatsBeforeSweep)
            Sweep();
        if (!_chats.TryGetValue(chat, out var pace))
            _chats[chat] = pace = new ChatPace();
        return pace;
    }

    /// <summary>A chat that was still for a minute is as one that was never seen.</summary>
    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (chat, pace) in _chats.ToList())
        {
            if (pace.IsStill(now - Minute) && pace.HeldUntil <= now)
                _chats.Remove(chat);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <summary>So many at once, and one more for each interval that passes.</summary>
    private sealed class Bucket(int size, TimeSpan interval)
    {
        /// <summary>When the bucket would be full again if nothing more were taken.</summary>
        private DateTimeOffset _full = DateTimeOffset.MinValue;

        public DateTimeOffset ReadyAt(DateTimeOffset now) =>
            _full <= now ? now : Later(now, _full - (interval * (size - 1)));

        public void Take(DateTimeOffset now) => _full = Later(now, _full) + interval;
    }

    private sealed class ChatPace
    {
        private readonly Queue<DateTimeOffset> _lastMinute = new();
        private Bucket? _bucket;
        private DateTimeOffset _last = DateTimeOffset.MinValue;

        public DateTimeOffset HeldUntil { get; set; } = DateTimeOffset.MinValue;

        public bool IsStill(DateTimeOffset since) => _last < since;

        public DateTimeOffset ReadyAt(Pace pace, DateTimeOffset now)
        {
            while (_lastMinute.TryPeek(out var oldest) && oldest <= now - Minute)
                _lastMinute.Dequeue();
            var ready = Later(BucketOf(pace).ReadyAt(now), HeldUntil);
            return pace.ChatPerMinute is { } most && _lastMinute.Count >= most
                ? Later(ready, _lastMinute.Peek() + Minute)
                : ready;
        }

        public void Take(Pace pace, DateTimeOffset now)
        {
            _last = now;
            BucketOf(pace).Take(now);
            if (pace.ChatPerMinute is not null)
                _lastMinute.Enqueue(now);
        }

        private Bucket BucketOf(Pace pace) => _bucket ??= new Bucket(pace.ChatBurst, pace.ChatInterval);
    }
}
