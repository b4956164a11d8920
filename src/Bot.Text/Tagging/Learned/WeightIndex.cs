using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Text.Tagging.Learned;

/// <summary>
/// The weights of both readings, found by their keys: most features count in both, so that a key is looked up once and its
/// two rows lie side by side. Keys lie in buckets of eight that one comparison searches. Looking up is waiting for memory:
/// a bucket with the numbers of its rows is one line of the cache, and a pair of rows another.
/// </summary>
internal sealed class WeightIndex
{
    private const int Bucket = 8;
    private const int BucketWords = 2 * Bucket;
    private const int Lanes = 2 * NameLabel.Lanes;

    private readonly int _shift;

    /// <summary>A bucket is eight keys, filled from the first, 0 where none is, then the numbers of their rows.</summary>
    private readonly uint[] _buckets;
    private readonly int _bucketsStart;

    /// <summary>Row 0 has no weights: it is every unknown key's.</summary>
    private readonly short[] _rows;
    private readonly int _rowsStart;

    public WeightIndex(WeightTable first, WeightTable second)
    {
        uint[] keys = [.. first.Keys.Union(second.Keys).Where(k => k != 0)];
        var count = BitOperations.RoundUpToPowerOf2((uint)keys.Length / (Bucket / 2) + 2);
        _shift = 32 - BitOperations.Log2(count);
        (_buckets, _bucketsStart) = Lines<uint>((int)count * BucketWords);
        (_rows, _rowsStart) = Lines<short>((keys.Length + 1) * Lanes);
        for (var row = 1; row <= keys.Length; row++)
            Place(keys[row - 1], row);
        Copy(first, 0);
        Copy(second, NameLabel.Lanes);
    }

    /// <summary>Adds the rows of features to a token's scores in both readings.</summary>
    public LabelScores Sum(ReadOnlySpan<uint> keys, in LabelScores scores)
    {
        ref var rows = ref _rows[_rowsStart];
        var both = scores.Both;
        foreach (var key in keys)
            both = Vector512.AddSaturate(both, Vector512.LoadUnsafe(ref rows, RowOf(key) * Lanes));
        return new LabelScores(both);
    }

    /// <summary>Adds the rows of features that only the second reading has.</summary>
    public Vector256<short> SumSecond(ReadOnlySpan<uint> keys, Vector256<short> scores)
    {
        ref var rows = ref _rows[_rowsStart + NameLabel.Lanes];
        foreach (var key in keys)
            scores = Vector256.AddSaturate(scores, Vector256.LoadUnsafe(ref rows, RowOf(key) * Lanes));
        return scores;
    }

    /// <summary>An array that never moves, and where in it a line of the cache begins.</summary>
    private static (T[] Array, int Start) Lines<T>(int length)
        where T : unmanaged
    {
        const int line = 64;
        var size = Marshal.SizeOf<T>();
        var array = GC.AllocateArray<T>(length + line / size, pinned: true);
        var past = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % line);
        return (array, past == 0 ? 0 : (line - past) / size);
    }

    private void Place(uint key, int row)
    {
        for (var bucket = key >> _shift; ; bucket = NextTo(bucket))
        {
            var words = _buckets.AsSpan(_bucketsStart + (int)bucket * BucketWords, BucketWords);
            var free = words[..Bucket].IndexOf(0u);
            if (free < 0)
                continue;
            (words[free], words[free + Bucket]) = (key, (uint)row);
            return;
        }
    }

    private void Copy(WeightTable weights, int lane)
    {
        for (var row = 0; row < weights.Keys.Length; row++)
        {
            // Key 0 has no row of its own, and row 0 is every unknown key's.
            if (weights.Keys[row] == 0)
                continue;
            var from = weights.Rows.AsSpan(row * NameLabel.Lanes, NameLabel.Lanes);
            from.CopyTo(_rows.AsSpan(_rowsStart + (int)RowOf(weights.Keys[row]) * Lanes + lane));
        }
    }

    private uint NextTo(uint bucket) => (bucket + 1) & (uint.MaxValue >> _shift);

    /// <summary>Whether a key is known is a toss-up, which no processor foretells: so there is no branch on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint RowOf(uint key)
    {
        ref var buckets = ref _buckets[_bucketsStart];
        for (var bucket = key >> _shift; ; bucket = NextTo(bucket))
        {
            var at = (nuint)bucket * BucketWords;
            var keys = Vector256.LoadUnsafe(ref buckets, at);
            var found = Vector256.Equals(keys, Vector256.Create(key)).ExtractMostSignificantBits();
            // A full bucket goes on in the next one.
            if (found == 0 && keys[Bucket - 1] != 0)
                continue;
            var place = (nuint)(BitOperations.TrailingZeroCount(found) & (Bucket - 1));
            var row = Unsafe.Add(ref buckets, at + Bucket + place);
            return row & (uint)-Math.Min(1, (int)found);
        }
    }
}
