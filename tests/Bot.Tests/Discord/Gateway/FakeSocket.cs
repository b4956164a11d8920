using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Gateway;

/// <summary>A server's end of one socket, in the hands of a test.</summary>
internal sealed class FakeSocket : IGatewaySocket
{
    private readonly Channel<GatewayFrame> frames = Channel.CreateUnbounded<GatewayFrame>();

    private readonly Channel<string> sent = Channel.CreateUnbounded<string>();

    private readonly TaskCompletionSource<int> closed = new();

    private readonly TaskCompletionSource<Uri> opened = new();

    public bool IsUnreachable { get; init; }

    /// <summary>Does not answer a goodbye.</summary>
    public bool IsDeaf { get; init; }

    public Task<Uri> Opened => opened.Task;

    /// <summary>The code that the client closed with.</summary>
    public Task<int> Closed => closed.Task;

    public Task<string> HearAsync(CancellationToken cancellation) => sent.Reader.ReadAsync(cancellation).AsTask();

    public bool HasHeardNothing => sent.Reader.Count == 0;

    public void Say(string message) => Say(Encoding.UTF8.GetBytes(message));

    public void Say(byte[] message) => frames.Writer.TryWrite(new GatewayFrame.Message(message));

    public void Close(int? code) => frames.Writer.TryWrite(new GatewayFrame.Closed(code));

    public void Break() => frames.Writer.TryComplete(new WebSocketException("cut"));

    public Task ConnectAsync(Uri to, CancellationToken cancellation)
    {
        opened.TrySetResult(to);
        return IsUnreachable ? Task.FromException(new WebSocketException("nobody there")) : Task.CompletedTask;
    }

    public Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        sent.Writer.TryWrite(Encoding.UTF8.GetString(message.Span));
        return Task.CompletedTask;
    }

    public Task<GatewayFrame> ReceiveAsync(CancellationToken cancellation) =>
        frames.Reader.ReadAsync(cancellation).AsTask();

    public Task CloseAsync(int code, CancellationToken cancellation)
    {
        closed.TrySetResult(code);
        if (!IsDeaf)
            Close(code);
        return Task.CompletedTask;
    }

    public void Dispose() { }
}
