using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Bot.Text.Tagging.Learned;

/// <summary>Finds the best row of labels for a stretch of tokens (Viterbi), where a name that begins must end.</summary>
internal sealed class LabelDecoder
{
    private const int Never = -1_000_000_000;

    private readonly int[] _transitions = new int[NameLabel.Lanes * NameLabel.Lanes];

    /// <summary>The same by label behind, so that the ways to one label lie side by side.</summary>
    private readonly int[] _into = new int[NameLabel.Lanes * NameLabel.Lanes];

    public LabelDecoder(ReadOnlySpan<short> transitions)
    {
        for (var before = 0; before < NameLabel.Lanes; before++)
        {
            for (var label = 0; label < NameLabel.Lanes; label++)
            {
                var isAllowed = before < NameLabel.Count && label < NameLabel.Count && NameLabel.Follows(before, label);
                var at = before * NameLabel.Lanes + label;
                _transitions[at] = isAllowed ? transitions[at] : Never;
                _into[label * NameLabel.Lanes + before] = _transitions[at];
            }
        }
    }

    /// <param name="scores">Scores of each token's labels, one token behind the other.</param>
    /// <param name="labels">Gets one label a token.</param>
    public void Decode(ReadOnlySpan<short> scores, Span<byte> labels)
    {
        var count = labels.Length;
        var best = ArrayPool<int>.Shared.Rent(count * NameLabel.Lanes);
        for (var i = 0; i < count; i++)
            Step(scores.Slice(i * NameLabel.Lanes, NameLabel.Lanes), best, i);
        var label = BestBefore(best, count, NameLabel.None);
        for (var i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)label;
            if (i > 0)
                label = BestBefore(best, i, label);
        }

        ArrayPool<int>.Shared.Return(best);
    }

    private void Step(ReadOnlySpan<short> scores, int[] best, int i)
    {
        var (low, high) = (Vector256.Create(Never * 2), Vector256.Create(Never * 2));
        if (i == 0)
        {
            low = Vector256.LoadUnsafe(ref _transitions[0]);
            high = Vector256.LoadUnsafe(ref _transitions[8]);
        }
        else
        {
            for (var before = 0; before < NameLabel.Count; before++)
            {
                var way = Vector256.Create(best[(i - 1) * NameLabel.Lanes + before]);
                var at = before * NameLabel.Lanes;
                low = Vector256.Max(low, way + Vector256.LoadUnsafe(ref _transitions[at]));
                high = Vector256.Max(high, way + Vector256.LoadUnsafe(ref _transitions[at + 8]));
            }
        }

        var (own, more) = Vector256.Widen(Vector256.Create(scores));
        Vector256.Max(low + own, Vector256.Create(Never)).StoreUnsafe(ref best[i * NameLabel.Lanes]);
        Vector256.Max(high + more, Vector256.Create(Never)).StoreUnsafe(ref best[i * NameLabel.Lanes + 8]);
    }

    /// <summary>The label of the token before <paramref name="i"/> that leads best to a label of that.</summary>
    private int BestBefore(int[] best, int i, int label)
    {
        var (at, into) = ((i - 1) * NameLabel.Lanes, label * NameLabel.Lanes);
        var low = Vector256.LoadUnsafe(ref best[at]) + Vector256.LoadUnsafe(ref _into[into]);
        var high = Vector256.LoadUnsafe(ref best[at + 8]) + Vector256.LoadUnsafe(ref _into[into + 8]);
        var most = Vector256.Max(low, high);
        most = Vector256.Max(most, Vector256.Shuffle(most, Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3)));
        most = Vector256.Max(most, Vector256.Shuffle(most, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        most = Vector256.Max(most, Vector256.Shuffle(most, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6)));
        var among =
            Vector256.Equals(low, most).ExtractMostSignificantBits()
            | Vector256.Equals(high, most).ExtractMostSignificantBits() << 8;
        return BitOperations.TrailingZeroCount(among);
    }
}
