using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Text.Tagging.Learned;

/// <summary>
/// Learned weights: for each feature that matters a row with one small number a label, so that a row is one vector.
/// </summary>
internal sealed class WeightTable
{
    /// <summary>What a weight of 1 is in the rows.</summary>
    public const float Scale = 16;

    /// <summary>Far above any that is learned; sums stay within 16 bits by saturation.</summary>
    public const int Largest = 8191;

    private readonly ulong[] _slots;
    private readonly short[] _rows;
    private readonly int _shift;

    private WeightTable(uint[] keys, short[] rows, short[] transitions)
    {
        _rows = rows;
        Transitions = transitions;
        var bits = 1;
        while (1L << bits < 2L * keys.Length)
            bits++;
        _shift = 32 - bits;
        _slots = new ulong[1 << bits];
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = keys[row] >> _shift;
            while (_slots[slot] != 0)
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            _slots[slot] = (ulong)keys[row] << 32 | (uint)(row + 1);
        }
    }

    /// <summary>The weight of a label behind another, by label before times <see cref="NameLabel.Lanes"/> plus label.</summary>
    public short[] Transitions { get; }

    /// <param name="stream">As <see cref="WeightFile"/> writes it, compressed.</param>
    public static WeightTable Read(Stream stream)
    {
        using var plain = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        // Numbers are read byte by byte: from memory, not through the stream.
        using var whole = new MemoryStream();
        plain.CopyTo(whole);
        whole.Position = 0;
        var (keys, rows, transitions) = WeightFile.Read(whole);
        return new WeightTable(keys, rows, transitions);
    }

    /// <summary>Adds the rows of features to a token's scores.</summary>
    public Vector256<short> Sum(ReadOnlySpan<uint> keys, Vector256<short> scores)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        var slots = _slots;
        var mask = (uint)(slots.Length - 1);
        foreach (var key in keys)
        {
            var slot = key >> _shift;
            while (slots[slot] is var entry and not 0)
            {
                if ((uint)(entry >> 32) == key)
                {
                    var row = (int)((uint)entry - 1) * NameLabel.Lanes;
                    scores = Vector256.AddSaturate(scores, Vector256.LoadUnsafe(ref rows, (nuint)row));
                    break;
                }

                slot = (slot + 1) & mask;
            }
        }

        return scores;
    }
}
