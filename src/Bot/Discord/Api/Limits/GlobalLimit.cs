namespace Bot.Discord.Api.Limits;

/// <summary>
/// The limit over all questions, which no header announces. To be used under one lock.
/// https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
/// </summary>
internal sealed class GlobalLimit
{
    private const int PerSecond = 50;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Queue<DateTimeOffset> asked = [];

    private DateTimeOffset blockedUntil;

    /// <returns>How long to wait; null where a question may be asked now.</returns>
    public TimeSpan? WaitAt(DateTimeOffset now)
    {
        while (asked.TryPeek(out var oldest) && oldest + Window <= now)
            asked.Dequeue();
        if (blockedUntil > now)
            return blockedUntil - now;
        return asked.Count < PerSecond ? null : asked.Peek() + Window - now;
    }

    public void Count(DateTimeOffset now) => asked.Enqueue(now);

    public void Block(DateTimeOffset until) => blockedUntil = until > blockedUntil ? until : blockedUntil;
}
