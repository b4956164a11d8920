using System.IO.Compression;
using System.Text;
using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Gateway;

public sealed class GatewayInflaterTests
{
    private static readonly string[] Texts =
    [
        MachineDesk.Hello,
        MachineDesk.Ready,
        $$"""{"op":0,"s":2,"t":"X","d":"{{new string('é', 20_000)}}"}""",
        """{"op":11}""",
    ];

    [Fact]
    public void Messages_of_one_stream_come_out_whole()
    {
        using var inflater = new GatewayInflater();

        Assert.Equal(Texts, Deflate(Texts).Select(m => Read(inflater.TryInflate(m))));
    }

    [Fact]
    public void A_message_may_be_split_at_every_byte()
    {
        var deflated = Deflate(Texts);
        for (var cut = 1; cut < deflated[1].Length; cut++)
        {
            using var inflater = new GatewayInflater();
            inflater.TryInflate(deflated[0]);

            Assert.Null(inflater.TryInflate(deflated[1].AsSpan(0, cut)));
            Assert.Equal(Texts[1], Read(inflater.TryInflate(deflated[1].AsSpan(cut))));
        }
    }

    [Fact]
    public void A_message_may_come_byte_by_byte()
    {
        using var inflater = new GatewayInflater();
        var whole = new List<string?>();

        foreach (var one in Deflate(Texts).SelectMany(m => m))
        {
            if (inflater.TryInflate([one]) is { } message)
                whole.Add(Read(message));
        }

        Assert.Equal(Texts, whole);
    }

    [Fact]
    public void What_is_no_zlib_stream_is_told()
    {
        using var inflater = new GatewayInflater();

        Assert.Throws<InvalidDataException>(() => inflater.TryInflate([1, 2, 3, 4, 0, 0, 0xFF, 0xFF]));
    }

    /// <summary>As Discord does: one stream, flushed after each message.</summary>
    internal static IReadOnlyList<byte[]> Deflate(IEnumerable<string> texts)
    {
        using var to = new MemoryStream();
        using var stream = new ZLibStream(to, CompressionLevel.Optimal);
        var messages = new List<byte[]>();
        foreach (var text in texts)
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush();
            messages.Add(to.ToArray());
            to.SetLength(0);
        }

        return messages;
    }

    private static string? Read(ReadOnlyMemory<byte>? message) =>
        message is { } whole ? Encoding.UTF8.GetString(whole.Span) : null;
}
