using System.IO.Compression;

namespace Bot.Emulators.Web;

/// <summary>Addresses that pack their bodies, and some that pack bombs.</summary>
public static class Packed
{
    private static readonly byte[] Zeros = new byte[64 * 1024];

    /// <param name="coding">gzip, deflate (zlib's frame), raw-deflate or br.</param>
    /// <param name="cut">So many bytes are missing at the end.</param>
    public static WebPlay Of(string coding, byte[] body, int cut = 0) =>
        async scene =>
        {
            using var packed = new MemoryStream();
            await using (var packer = Pack(coding, packed))
                await packer.WriteAsync(body, scene.HungUp);
            scene.Response.ContentType = Documents.Rss;
            scene.Response.Headers.ContentEncoding = Name(coding);
            await scene.Response.Body.WriteAsync(packed.ToArray().AsMemory(0, (int)packed.Length - cut), scene.HungUp);
        };

    /// <summary>Zeros without end, packed as they are sent: a few kilobytes are many megabytes.</summary>
    public static WebPlay Bomb(string coding) =>
        async scene =>
        {
            scene.Response.ContentType = Documents.Rss;
            scene.Response.Headers.ContentEncoding = Name(coding);
            await using var packer = Pack(coding, scene.Response.Body);
            while (!scene.HungUp.IsCancellationRequested)
                await packer.WriteAsync(Zeros, scene.HungUp);
        };

    /// <summary>Says that it is packed, and is not.</summary>
    public static WebPlay Lie(string coding, byte[] body) =>
        Documents.Of(body, Documents.Rss, headers: ("Content-Encoding", coding));

    private static string Name(string coding) => coding == "raw-deflate" ? "deflate" : coding;

    private static Stream Pack(string coding, Stream into) =>
        coding switch
        {
            "gzip" => new GZipStream(into, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(into, CompressionLevel.Fastest, leaveOpen: true),
            "raw-deflate" => new DeflateStream(into, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(into, CompressionLevel.Fastest, leaveOpen: true),
            _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, "No coding of this name."),
        };
}
