namespace Bot.Emulators.Desk;

/// <summary>The gate that guards a platform's state, and the wait for a change of it.</summary>
/// <param name="longestWait">Real time: it guards a test that would hang.</param>
internal sealed class Watch(TimeSpan longestWait)
{
    public Lock Gate { get; } = new();

    public Bell Bell { get; } = new();

    /// <summary>Looks after each change until there is something.</summary>
    public async Task<T> WaitForAsync<T>(Func<T?> look, Func<string> missing, CancellationToken cancellation)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longestWait);
        while (true)
        {
            Task next;
            lock (Gate)
            {
                if (look() is { } found)
                    return found;
                next = Bell.Next;
            }

            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"Nothing came within {longestWait}. {missing()}", late);
            }
        }
    }
}
