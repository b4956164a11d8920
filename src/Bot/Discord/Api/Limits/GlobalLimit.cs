namespace Bot.Discord.Api.Limits;

/// <summary>
/// The limit over all questions, which no header announces. A question counts from its leaving until a second after its
/// answer, since it arrives somewhere between. To be used under one lock.
/// https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
/// </summary>
internal sealed class GlobalLimit
{
    private const int PerSecond = 50;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Queue<DateTimeOffset> answered = [];

    private int inFlight;

    private DateTimeOffset blockedUntil;

    /// <returns>How long to wait; null where a question may be asked now.</returns>
    public TimeSpan? WaitAt(DateTimeOffset now)
    {
        while (answered.TryPeek(out var oldest) && oldest + Window <= now)
            answered.Dequeue();
        if (blockedUntil > now)
            return blockedUntil - now;
        if (inFlight + answered.Count < PerSecond)
            return null;
        return answered.TryPeek(out var first) ? first + Window - now : Window;
    }

    public void Take() => inFlight++;

    /// <param name="now">When its answer came, or nothing more was to be hoped for.</param>
    public void Return(DateTimeOffset now)
    {
        inFlight--;
        answered.Enqueue(now);
    }

    public void Block(DateTimeOffset until) => blockedUntil = until > blockedUntil ? until : blockedUntil;
}
