using System.Threading.Channels;

namespace Bot.Core.Delivery;

/// <summary>Wakes a round that waits for its next turn, when something has come in between.</summary>
public abstract class Bell(TimeProvider time)
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Returns when it rings, at once where it rang since the last wait, or when the time is over.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delay = Task.Delay(longest, time, over.Token);
        var ring = _rings.Reader.ReadAsync(over.Token).AsTask();
        await Task.WhenAny(delay, ring);
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}
