namespace Bot.Discord.Gateway;

/// <summary>
/// Room for one message after the other: at a start a shard is told of thousands of servers at once. It grows with a
/// message, and does not stay larger than most of them are.
/// </summary>
internal sealed class GatewayBuffer
{
    private const int UsualBytes = 16 * 1024;

    private const int MostKeptBytes = 256 * 1024;

    private byte[] bytes = new byte[UsualBytes];

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Count);

    /// <summary>What can be written to now; never empty.</summary>
    public Memory<byte> Room
    {
        get
        {
            if (Count == bytes.Length)
                Array.Resize(ref bytes, Count * 2);
            return bytes.AsMemory(Count);
        }
    }

    public void Advance(int written) => Count += written;

    public void Clear()
    {
        Count = 0;
        if (bytes.Length > MostKeptBytes)
            bytes = new byte[UsualBytes];
    }
}
