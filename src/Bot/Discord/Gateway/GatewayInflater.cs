using System.IO.Compression;

namespace Bot.Discord.Gateway;

/// <summary>
/// One zlib stream over all messages of a connection: each ends where the stream was flushed.
/// https://docs.discord.com/developers/events/gateway#zlib-stream
/// </summary>
internal sealed class GatewayInflater : IDisposable
{
    private const int MostBytes = 64 * 1024 * 1024;

    private const int MostKeptBytes = 256 * 1024;

    private readonly MemoryStream deflated = new();

    private readonly ZLibStream stream;

    private readonly GatewayBuffer message = new();

    public GatewayInflater() => stream = new ZLibStream(deflated, CompressionMode.Decompress, leaveOpen: true);

    private static ReadOnlySpan<byte> Flush => [0x00, 0x00, 0xFF, 0xFF];

    /// <returns>Null until the message is whole; it belongs to the caller.</returns>
    /// <exception cref="InvalidDataException">It is no zlib stream, or a message is larger than any of Discord's.</exception>
    public ReadOnlyMemory<byte>? TryInflate(ReadOnlySpan<byte> piece)
    {
        if (deflated.Length + piece.Length > MostBytes)
            throw new InvalidDataException($"A compressed message of more than {MostBytes} bytes");
        deflated.Write(piece);
        if (!Written.EndsWith(Flush))
            return null;
        deflated.Position = 0;
        message.Clear();
        while (stream.Read(message.Room.Span) is > 0 and var read)
        {
            message.Advance(read);
            if (message.Count > MostBytes)
                throw new InvalidDataException($"A message of more than {MostBytes} bytes");
        }

        deflated.SetLength(0);
        if (deflated.Capacity > MostKeptBytes)
            deflated.Capacity = 0;
        return message.Written.ToArray();
    }

    public void Dispose()
    {
        stream.Dispose();
        deflated.Dispose();
    }

    private ReadOnlySpan<byte> Written => deflated.GetBuffer().AsSpan(0, (int)deflated.Length);
}
