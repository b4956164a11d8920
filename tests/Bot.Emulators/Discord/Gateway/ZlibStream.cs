using System.IO.Compression;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>
/// One deflate context for a whole connection; each message ends with 00 00 FF FF.
/// https://docs.discord.com/developers/events/gateway#transport-compression
/// </summary>
internal sealed class ZlibStream : IDisposable
{
    private readonly MemoryStream _out = new();
    private readonly ZLibStream _deflate;

    public ZlibStream() => _deflate = new ZLibStream(_out, CompressionLevel.Fastest, leaveOpen: true);

    public ReadOnlyMemory<byte> Deflate(ReadOnlyMemory<byte> message)
    {
        _out.SetLength(0);
        _deflate.Write(message.Span);
        // Flush is Z_SYNC_FLUSH here.
        _deflate.Flush();
        return _out.ToArray();
    }

    public void Dispose()
    {
        _deflate.Dispose();
        _out.Dispose();
    }
}
