using System.Buffers.Binary;
using System.IO.Compression;

namespace Bot.Text.Learning;

/// <summary>Learned weights, one a slot. The file holds the steps between slots in use and their weights, compressed.</summary>
internal sealed class Weights
{
    /// <summary>Of a slot's number; facts that fall into one slot share its weight.</summary>
    public const int Bits = 19;

    /// <summary>Weights are kept as this many parts of one.</summary>
    public const float Parts = 2048;

    /// <summary>By slot, in <see cref="Parts"/>.</summary>
    public short[] Table { get; } = new short[1 << Bits];

    public static Weights Load(string resource)
    {
        using var packed = typeof(Weights).Assembly.GetManifestResourceStream(resource)!;
        return Read(packed);
    }

    public static Weights Of(ReadOnlySpan<float> learned)
    {
        var weights = new Weights();
        for (var i = 0; i < learned.Length; i++)
            weights.Table[i] = (short)Math.Clamp(MathF.Round(learned[i] * Parts), short.MinValue, short.MaxValue);
        return weights;
    }

    /// <returns>How many slots are in use.</returns>
    public int Write(Stream target)
    {
        using var packed = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        Span<byte> weight = stackalloc byte[sizeof(short)];
        var (last, used) = (-1, 0);
        for (var i = 0; i < Table.Length; i++)
        {
            if (Table[i] == 0)
                continue;
            for (var step = i - last; ; step -= byte.MaxValue)
            {
                packed.WriteByte((byte)Math.Min(step, byte.MaxValue));
                if (step < byte.MaxValue)
                    break;
            }

            BinaryPrimitives.WriteInt16LittleEndian(weight, Table[i]);
            packed.Write(weight);
            (last, used) = (i, used + 1);
        }

        return used;
    }

    private static Weights Read(Stream source)
    {
        var weights = new Weights();
        using var plain = new BufferedStream(new BrotliStream(source, CompressionMode.Decompress));
        Span<byte> weight = stackalloc byte[sizeof(short)];
        var slot = -1;
        while (plain.ReadByte() is var step and >= 0)
        {
            slot += step;
            if (step == byte.MaxValue)
                continue;
            plain.ReadExactly(weight);
            weights.Table[slot] = BinaryPrimitives.ReadInt16LittleEndian(weight);
        }

        return weights;
    }
}
