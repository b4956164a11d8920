using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bot.Text.Languages;

/// <summary>What the runs of letters within one word give each language together, wherever the word stands.</summary>
internal sealed class WordSums(PlainWord word, ReadOnlySpan<int> sums)
{
    /// <summary>Languages of one model, with room for more.</summary>
    public const int Most = 48;

    private readonly Row _sums = RowOf(sums);

    public PlainWord Word => word;

    /// <param name="sums">So many that whole vectors fill them.</param>
    public void AddTo(Span<int> sums)
    {
        ReadOnlySpan<ushort> own = _sums;
        for (var i = 0; i < sums.Length; i += Vector256<ushort>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(own[i..]));
            Add(low.AsInt32(), ref sums[i]);
            Add(high.AsInt32(), ref sums[i + Vector256<int>.Count]);
        }
    }

    private static void Add(Vector256<int> more, ref int sum) =>
        (Vector256.LoadUnsafe(ref sum) + more).StoreUnsafe(ref sum);

    private static Row RowOf(ReadOnlySpan<int> sums)
    {
        var row = default(Row);
        for (var i = 0; i < sums.Length; i++)
            row[i] = (ushort)sums[i];
        return row;
    }

    [InlineArray(Most)]
    private struct Row
    {
        private ushort _first;
    }
}
