using System.IO.Compression;

namespace Bot.Text.Tagging.Learned;

/// <summary>Learned weights of one reading: for each feature that matters a row with one small number a label.</summary>
internal sealed class WeightTable
{
    /// <summary>What a weight of 1 is in the rows.</summary>
    public const float Scale = 16;

    /// <summary>Far above any that is learned; sums stay within 16 bits by saturation.</summary>
    public const int Largest = 8191;

    private const int BufferSize = 1 << 16;

    private WeightTable(uint[] keys, short[] rows, short[] transitions) =>
        (Keys, Rows, Transitions) = (keys, rows, transitions);

    /// <summary>The keys of the features, rising.</summary>
    public uint[] Keys { get; }

    /// <summary>For each key <see cref="NameLabel.Lanes"/> weights.</summary>
    public short[] Rows { get; }

    /// <summary>The weight of a label behind another, by label before times <see cref="NameLabel.Lanes"/> plus label.</summary>
    public short[] Transitions { get; }

    /// <param name="stream">As <see cref="WeightFile"/> writes it, compressed.</param>
    public static WeightTable Read(Stream stream)
    {
        // Numbers are read byte by byte, which only a buffer makes cheap.
        using var plain = new BufferedStream(
            new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true),
            BufferSize
        );
        var (keys, rows, transitions) = WeightFile.Read(plain);
        return new WeightTable(keys, rows, transitions);
    }
}
