using System.Buffers;
using System.IO.Compression;

namespace Bot.Core.Feeds.Fetching;

/// <summary>Reads a body, packed or not, up to a limit that is counted while it is unpacked.</summary>
internal static class BodyReader
{
    private const int ChunkBytes = 64 * 1024;

    private const int MostWordLetters = 20;

    /// <param name="encoding">Content-Encoding as written.</param>
    /// <exception cref="FetchRefusal">It is too long, too slow, or packed as nobody can unpack it.</exception>
    public static async Task<byte[]> ReadAsync(
        WireStream wire,
        string? encoding,
        string host,
        WebAsk ask,
        CancellationToken cancellation
    )
    {
        await using var plain = await UnpackAsync(wire, encoding, host, cancellation);
        try
        {
            var bytes = await ReadAsync(plain, host, ask, cancellation);
            return IsWhole(plain, wire, bytes.Length)
                ? bytes
                : throw new FetchRefusal(FetchFault.Garbled, $"{host} sends a packed body that ends too soon");
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw new FetchRefusal(
                FetchFault.Garbled,
                $"{host} sends a body that cannot be unpacked as {Shown(encoding)}"
            );
        }
    }

    public static FetchRefusal TooLarge(string host, int mostBytes) =>
        new(FetchFault.TooLarge, $"{host} sends more than {mostBytes / 1024} KiB");

    private static async Task<Stream> UnpackAsync(
        WireStream wire,
        string? encoding,
        string host,
        CancellationToken cancellation
    )
    {
        switch (encoding?.ToLowerInvariant())
        {
            case null or "identity" or "none":
                return wire;
            case "gzip" or "x-gzip":
                // Servers that say so of a body that they did not pack are common enough.
                return (await wire.PeekAsync(cancellation)).Span is [0x1f, 0x8b]
                    ? new GZipStream(wire, CompressionMode.Decompress)
                    : wire;
            case "deflate":
                // The word means zlib's frame, but many servers send the bare stream. https://zlib.net/zlib_faq.html#faq39
                return (await wire.PeekAsync(cancellation)).Span is [var method, var flags]
                    ? (method & 0x0f) == 8 && ((method << 8) | flags) % 31 == 0
                        ? new ZLibStream(wire, CompressionMode.Decompress)
                        : new DeflateStream(wire, CompressionMode.Decompress)
                    : wire;
            case "br":
                return (await wire.PeekAsync(cancellation)).IsEmpty
                    ? wire
                    : new BrotliStream(wire, CompressionMode.Decompress);
            default:
                throw new FetchRefusal(
                    FetchFault.Garbled,
                    $"{host} sends a body packed as {Shown(encoding)}, which nobody asked for"
                );
        }
    }

    private static async Task<byte[]> ReadAsync(Stream plain, string host, WebAsk ask, CancellationToken cancellation)
    {
        // Rented pieces and one array at the end: a growing one would be copied, and twice as large as what came.
        var chunks = new List<byte[]>();
        try
        {
            var length = 0;
            while (true)
            {
                var inChunk = length % ChunkBytes;
                if (inChunk == 0)
                    chunks.Add(ArrayPool<byte>.Shared.Rent(ChunkBytes));
                var read = await plain.ReadAsync(chunks[^1].AsMemory(inChunk, ChunkBytes - inChunk), cancellation);
                if (read == 0)
                    return Join(chunks, length);
                length += read;
                if (length > ask.MostBytes)
                    return ask.IsCut ? Join(chunks, ask.MostBytes) : throw TooLarge(host, ask.MostBytes);
            }
        }
        finally
        {
            foreach (var chunk in chunks)
                ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>The framework's streams take the end of what is packed for the end of the body, wherever it comes.</summary>
    private static bool IsWhole(Stream plain, WireStream wire, int length) =>
        plain switch
        {
            // It looks for a further member and so always drains. A member ends with its own length: cut anywhere else,
            // four arbitrary bytes stand there, and hardly ever make so small a number.
            GZipStream => !wire.WasDrained || wire.LastFour <= length,
            // These stop by themselves where what is packed says that it ends.
            ZLibStream or DeflateStream or BrotliStream => !wire.WasDrained,
            _ => true,
        };

    private static byte[] Join(List<byte[]> chunks, int length)
    {
        var all = new byte[length];
        for (var start = 0; start < length; start += ChunkBytes)
            chunks[start / ChunkBytes].AsSpan(0, Math.Min(ChunkBytes, length - start)).CopyTo(all.AsSpan(start));
        return all;
    }

    /// <summary>A word from outside, fit for a log.</summary>
    private static string Shown(string? encoding) =>
        $"“{string.Concat((encoding ?? "").Where(c => c is > ' ' and <= '~').Take(MostWordLetters))}”";
}
