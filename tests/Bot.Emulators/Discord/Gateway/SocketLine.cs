using System.Buffers.Binary;
using System.Net.WebSockets;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>One socket: frames go out in order, messages come in whole.</summary>
/// <param name="wire">What lies under the socket, for frames that end midway.</param>
internal sealed class SocketLine(WebSocket socket, Stream wire, ZlibStream? deflate)
{
    private const int LargestMessage = 4096;

    private readonly System.Threading.Channels.Channel<Frame> _out =
        System.Threading.Channels.Channel.CreateUnbounded<Frame>();

    private long _eventsSent;

    /// <summary>Known once the bot has said who it is.</summary>
    public BotAccount? Bot { get; set; }

    public Session? Session { get; set; }

    /// <summary>From hello on.</summary>
    public Pulse? Pulse { get; set; }

    public long EventsSent => Interlocked.Read(ref _eventsSent);

    /// <summary>While silent, nothing is answered and nothing comes, and the socket stays open.</summary>
    public bool IsSilent { get; set; }

    public void Send(Frame frame, bool evenIfSilent = false)
    {
        if (evenIfSilent || !IsSilent)
            _out.Writer.TryWrite(frame);
    }

    /// <summary>The session is over; the socket stays, and may identify again.</summary>
    public void Leave() => Session = null;

    /// <summary>The next message; null when the socket ends. One that is too long comes as empty.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        var buffer = new byte[LargestMessage + 1];
        var filled = 0;
        var isTooLong = false;
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellation);
            if (got.MessageType == WebSocketMessageType.Close)
                return null;
            filled += got.Count;
            isTooLong |= filled > LargestMessage;
            if (got.EndOfMessage)
                return isTooLong ? ReadOnlyMemory<byte>.Empty : buffer.AsMemory(0, filled);
            if (isTooLong)
                filled = 0;
        }
    }

    /// <summary>Sends until the line ends.</summary>
    /// <param name="abort">Loses the connection.</param>
    public async Task WriteAsync(Action abort, CancellationToken cancellation)
    {
        await foreach (var frame in _out.Reader.ReadAllAsync(cancellation))
            switch (frame)
            {
                case Frame.Payload payload:
                    await SendAsync(payload.Json, cancellation);
                    if (payload.IsEvent)
                        Interlocked.Increment(ref _eventsSent);
                    break;
                case Frame.Close close:
                    await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, cancellation);
                    return;
                case Frame.Cut cut:
                    if (cut.IsMidFrame)
                        await BeginFrameAsync(cancellation);
                    abort();
                    return;
            }
    }

    /// <summary>Whatever is still to be sent is dropped.</summary>
    public void Hush() => _out.Writer.TryComplete();

    private async Task SendAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        if (deflate is null)
            await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        else
            await socket.SendAsync(
                deflate.Deflate(json),
                WebSocketMessageType.Binary,
                endOfMessage: true,
                cancellation
            );
    }

    /// <summary>A head that promises a thousand bytes, and some of them. https://www.rfc-editor.org/rfc/rfc6455#section-5.2</summary>
    private async Task BeginFrameAsync(CancellationToken cancellation)
    {
        const int Promised = 1000;
        var frame = new byte[4 + (Promised / 2)];
        frame[0] = (byte)(deflate is null ? 0x81 : 0x82);
        frame[1] = 126;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), Promised);
        frame.AsSpan(4).Fill((byte)'{');
        await wire.WriteAsync(frame, cancellation);
        await wire.FlushAsync(cancellation);
    }
}
