using System.Net.WebSockets;

namespace Bot.Discord.Gateway;

/// <summary>The socket of the base library.</summary>
/// <param name="userAgent">Servers turn away who does not name itself.</param>
internal sealed class GatewayWebSocket(string userAgent) : IGatewaySocket
{
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly ClientWebSocket socket = new();

    private readonly GatewayBuffer message = new();

    public Task ConnectAsync(Uri to, CancellationToken cancellation)
    {
        socket.Options.SetRequestHeader("User-Agent", userAgent);
        return socket.ConnectAsync(to, cancellation);
    }

    public Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) =>
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation).AsTask();

    public async Task<GatewayFrame> ReceiveAsync(CancellationToken cancellation)
    {
        message.Clear();
        while (message.Count <= MostBytes)
        {
            var piece = await socket.ReceiveAsync(message.Room, cancellation);
            if (piece.MessageType == WebSocketMessageType.Close)
                return new GatewayFrame.Closed((int?)socket.CloseStatus);
            message.Advance(piece.Count);
            if (piece.EndOfMessage)
                return new GatewayFrame.Message(message.Written);
        }

        throw new WebSocketException(WebSocketError.Faulted, $"A message of more than {MostBytes} bytes");
    }

    public Task CloseAsync(int code, CancellationToken cancellation) =>
        socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, cancellation);

    public void Dispose() => socket.Dispose();
}
