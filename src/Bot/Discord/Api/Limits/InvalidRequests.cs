namespace Bot.Discord.Api.Limits;

/// <summary>
/// Counts what Discord must refuse: ten thousand within ten minutes, and it shuts the whole address out.
/// https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
/// </summary>
internal sealed partial class InvalidRequests(TimeProvider time, ILogger<InvalidRequests> log)
{
    public const int Alarm = 1_000;

    public const int Most = 5_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock door = new();

    private readonly Queue<DateTimeOffset> refused = [];

    private bool isAlarmed;

    /// <summary>Why nothing may be asked any more, with the mend; null while all is well.</summary>
    public string? Stopped { get; private set; }

    /// <summary>How long nothing may be asked; null where it may.</summary>
    public TimeSpan? Wait
    {
        get
        {
            lock (door)
            {
                Forget();
                return refused.Count < Most ? null : refused.Peek() + Window - time.GetUtcNow();
            }
        }
    }

    /// <param name="isOwnToken">False where the question went by an interaction's token, which expires by itself.</param>
    public void Count(int status, LimitScope? scope, bool isOwnToken)
    {
        if (status is not (401 or 403 or 429) || scope == LimitScope.Shared)
            return;
        lock (door)
        {
            Forget();
            refused.Enqueue(time.GetUtcNow());
            if (status == 401 && isOwnToken && Stopped is null)
            {
                Stopped =
                    "Discord does not know this token; copy it anew from the developer portal (your application, Bot, Reset Token)";
                LogStopped(Stopped);
            }

            if (refused.Count < Alarm || isAlarmed)
                return;
            isAlarmed = true;
            LogAlarm(refused.Count, Most);
        }
    }

    private void Forget()
    {
        var from = time.GetUtcNow() - Window;
        while (refused.TryPeek(out var oldest) && oldest <= from)
            refused.Dequeue();
        if (refused.Count < Alarm / 2)
            isAlarmed = false;
    }

    [LoggerMessage(820, LogLevel.Error, "Discord is asked nothing any more: {Why}")]
    private partial void LogStopped(string why);

    [LoggerMessage(
        821,
        LogLevel.Error,
        "Discord refused {Count} requests within ten minutes; at {Most} they are held back, since it shuts out whoever goes on"
    )]
    private partial void LogAlarm(int count, int most);
}
