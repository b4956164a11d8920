using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Emulated;

/// <summary>Connections at work, and all that they have heard.</summary>
internal sealed class RunningFleet : IAsyncDisposable
{
    private readonly ClientRoom room;

    private readonly List<DateTimeOffset> connects;

    private readonly List<GatewayEvent> heard = [];

    private readonly CancellationTokenSource over = new();

    private readonly Task reading;

    public RunningFleet(
        ClientRoom room,
        List<DateTimeOffset> connects,
        Func<CancellationToken, Task<string?>> run,
        Func<CancellationToken, IAsyncEnumerable<GatewayEvent>> read
    )
    {
        this.room = room;
        this.connects = connects;
        Running = run(over.Token);
        reading = ListenAsync(read(CancellationToken.None));
    }

    /// <summary>Why it ended.</summary>
    public Task<string?> Running { get; }

    /// <summary>When a socket was opened.</summary>
    public IReadOnlyList<DateTimeOffset> Connects
    {
        get
        {
            lock (connects)
                return [.. connects];
        }
    }

    public IReadOnlyList<GatewayEvent> Heard
    {
        get
        {
            lock (heard)
                return [.. heard];
        }
    }

    /// <summary>Lets time pass until so many events of a name have come in all.</summary>
    public async Task<IReadOnlyList<GatewayEvent>> HearAsync(string name, int count = 1)
    {
        await room.PassUntilAsync(() => Heard.Count(e => e.Name == name) >= count || Running.IsCompleted);
        var there = Heard.Where(e => e.Name == name).ToList();
        Assert.True(there.Count >= count, $"{name} came {there.Count} times: {string.Join('\n', room.Logs.Lines)}");
        return there;
    }

    /// <summary>Lets time pass until it has ended for good.</summary>
    public Task<string?> EndAsync() => room.PassUntilAsync(Running);

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await EndAsync();
        await reading;
        over.Dispose();
    }

    private async Task ListenAsync(IAsyncEnumerable<GatewayEvent> events)
    {
        await foreach (var happened in events)
            lock (heard)
                heard.Add(happened);
    }
}
