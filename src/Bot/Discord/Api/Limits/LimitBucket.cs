namespace Bot.Discord.Api.Limits;

/// <summary>
/// What Discord still grants for one kind of question about one channel, server or webhook. Until it has said so once,
/// questions go one by one. To be used under one lock.
/// </summary>
internal sealed class LimitBucket
{
    private readonly LinkedList<object> queue = [];

    private TaskCompletionSource changed = NewSignal();

    private int? limit;

    private int remaining;

    private int inFlight;

    private string? window;

    private DateTimeOffset resetAt;

    private DateTimeOffset blockedUntil;

    /// <summary>Ends as soon as another look is worth it.</summary>
    public Task Changed => changed.Task;

    /// <summary>What the present halt is, once Discord has refused.</summary>
    public LimitScope Scope { get; private set; }

    public bool IsIdleAt(DateTimeOffset now) =>
        inFlight == 0 && queue.Count == 0 && resetAt <= now && blockedUntil <= now;

    public void Join(object waiter) => queue.AddLast(waiter);

    public void Quit(object waiter)
    {
        queue.Remove(waiter);
        Signal();
    }

    public bool IsFirst(object waiter) => queue.First?.Value == waiter;

    /// <returns>
    /// Null where a question may be asked now; else how long until one may be, and zero where only an answer that is
    /// still out can tell.
    /// </returns>
    public TimeSpan? WaitAt(DateTimeOffset now)
    {
        // Answers that were under way when Discord refused know nothing of it.
        if (blockedUntil > now)
            return blockedUntil - now;
        Scope = LimitScope.User;
        if (resetAt <= now)
        {
            // A window is over: what is still out may be counted in the new one.
            remaining = (limit ?? 1) - inFlight;
            window = null;
        }

        if (remaining > 0)
            return null;
        return resetAt > now ? resetAt - now : TimeSpan.Zero;
    }

    public void Take()
    {
        remaining--;
        inFlight++;
    }

    public void Return()
    {
        inFlight--;
        Signal();
    }

    public void Learn(DateTimeOffset now, LimitHeaders headers)
    {
        if (headers is not { Remaining: { } left, ResetAfter: { } after })
            return;
        limit = headers.Limit is > 0 and var most ? most : limit ?? Math.Max(1, left);
        // Answers may overtake each other; within a window the least is the truth, less what is still out.
        var granted = left - inFlight;
        remaining = headers.Window is not null && headers.Window == window ? Math.Min(remaining, granted) : granted;
        window = headers.Window;
        resetAt = now + after;
        Signal();
    }

    public void Block(DateTimeOffset until, LimitScope scope)
    {
        remaining = 0;
        Scope = scope;
        blockedUntil = until > blockedUntil ? until : blockedUntil;
        resetAt = until > resetAt ? until : resetAt;
        Signal();
    }

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
