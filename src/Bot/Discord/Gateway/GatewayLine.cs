using System.Net.WebSockets;

namespace Bot.Discord.Gateway;

/// <summary>The life of one socket: opens it, tells what comes, and always tells that it ended.</summary>
internal sealed class GatewayLine : IDisposable
{
    private static readonly TimeSpan OpenPatience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(3);

    private readonly IGatewaySocket socket;

    private readonly GatewayInflater? inflater;

    private readonly TimeProvider time;

    private readonly Action<GatewayInput> tell;

    private readonly CancellationTokenSource over;

    public GatewayLine(IGatewaySocket socket, bool isCompressed, TimeProvider time, Action<GatewayInput> tell)
    {
        this.socket = socket;
        this.time = time;
        this.tell = tell;
        over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        inflater = isCompressed ? new GatewayInflater() : null;
    }

    /// <summary>Why the line broke, where it did by itself.</summary>
    public Exception? Fault { get; private set; }

    public CancellationToken Over => over.Token;

    /// <summary>Ends with the line; throws nothing.</summary>
    public async Task ServeAsync(Uri to)
    {
        int? code = null;
        try
        {
            await WithinAsync(OpenPatience, token => socket.ConnectAsync(to, token));
            tell(new GatewayInput.Opened());
            code = await ListenAsync();
        }
        catch (Exception broken) when (IsOfTheLine(broken))
        {
            Fault = broken;
        }

        // Nobody else may: it would be taken away while it works.
        inflater?.Dispose();
        tell(new GatewayInput.Closed(code));
    }

    public async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            await WithinAsync(SendPatience, token => socket.SendAsync(message, token));
        }
        catch (Exception broken) when (IsOfTheLine(broken))
        {
            await over.CancelAsync();
        }
    }

    /// <summary>Says goodbye and waits a moment for an answer.</summary>
    public async Task CloseAsync(int code)
    {
        try
        {
            await WithinAsync(ClosePatience, token => socket.CloseAsync(code, token));
            over.CancelAfter(ClosePatience);
        }
        catch (Exception broken) when (IsOfTheLine(broken))
        {
            await over.CancelAsync();
        }
    }

    public void Dispose()
    {
        over.Cancel();
        socket.Dispose();
        over.Dispose();
    }

    private async Task<int?> ListenAsync()
    {
        while (true)
        {
            switch (await socket.ReceiveAsync(over.Token))
            {
                case GatewayFrame.Closed closed:
                    return closed.Code;
                case GatewayFrame.Message frame:
                    if (
                        (inflater is null ? frame.Bytes.ToArray() : inflater.TryInflate(frame.Bytes.Span)) is
                        { } message
                    )
                        tell(new GatewayInput.Received(message));
                    break;
            }
        }
    }

    private async Task WithinAsync(TimeSpan patience, Func<CancellationToken, Task> act)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, over.Token);
        await act(both.Token);
    }

    private static bool IsOfTheLine(Exception broken) =>
        broken
            is WebSocketException
                or OperationCanceledException
                or IOException
                or InvalidDataException
                or InvalidOperationException
                or HttpRequestException;
}
