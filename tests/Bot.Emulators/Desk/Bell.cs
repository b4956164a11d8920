namespace Bot.Emulators.Desk;

/// <summary>Rings at each change, so that nobody who waits has to look again by the clock. Guarded by the gate of its watch.</summary>
internal sealed class Bell
{
    private TaskCompletionSource? _next;

    public Task Next => (_next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Ring()
    {
        var rung = _next;
        _next = null;
        rung?.SetResult();
    }
}
