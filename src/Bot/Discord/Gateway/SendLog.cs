using System.Collections.Immutable;

namespace Bot.Discord.Gateway;

/// <summary>When a connection sent what: Discord closes it (4008) after more than 120 messages within a minute.</summary>
internal sealed record SendLog(ImmutableQueue<DateTimeOffset> Times, int Count)
{
    public static readonly SendLog Empty = new([], 0);

    /// <summary>A few below Discord's limit: what leaves in order may arrive closer together.</summary>
    private const int Most = 115;

    /// <summary>The rest is for heartbeats.</summary>
    private const int MostWishes = 100;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    public bool IsFull => Count >= Most;

    public bool IsFullForWishes => Count >= MostWishes;

    /// <summary>When the oldest of them no longer counts.</summary>
    public DateTimeOffset? FreeAt => Count == 0 ? null : Times.Peek() + Window;

    public SendLog At(DateTimeOffset now)
    {
        var log = this;
        while (log.FreeAt <= now)
            log = new SendLog(log.Times.Dequeue(), log.Count - 1);
        return log;
    }

    public SendLog With(DateTimeOffset sent) => new(Times.Enqueue(sent), Count + 1);
}
