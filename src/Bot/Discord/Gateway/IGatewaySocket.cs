namespace Bot.Discord.Gateway;

/// <summary>One web socket, used once.</summary>
internal interface IGatewaySocket : IDisposable
{
    Task ConnectAsync(Uri to, CancellationToken cancellation);

    /// <summary>One text message.</summary>
    Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation);

    /// <summary>A message's bytes are the socket's own again with the next call.</summary>
    Task<GatewayFrame> ReceiveAsync(CancellationToken cancellation);

    /// <summary>Says goodbye; what is received last tells that it was heard.</summary>
    Task CloseAsync(int code, CancellationToken cancellation);
}

internal abstract record GatewayFrame
{
    private GatewayFrame() { }

    /// <summary>One message of the socket's, compressed where that was asked for.</summary>
    public sealed record Message(ReadOnlyMemory<byte> Bytes) : GatewayFrame;

    public sealed record Closed(int? Code) : GatewayFrame;
}
