using System.Runtime.Intrinsics;

namespace Bot.Text.Tagging.Learned;

/// <summary>Finds the best row of labels for a stretch of tokens (Viterbi), where a name that begins must end.</summary>
internal sealed class LabelDecoder
{
    private const int Never = -1_000_000_000;

    private readonly int[] _transitions = new int[NameLabel.Lanes * NameLabel.Lanes];
    private int[] _best = new int[64 * NameLabel.Lanes];

    public LabelDecoder(ReadOnlySpan<short> transitions)
    {
        for (var before = 0; before < NameLabel.Lanes; before++)
        {
            for (var label = 0; label < NameLabel.Lanes; label++)
            {
                var isAllowed = before < NameLabel.Count && label < NameLabel.Count && NameLabel.Follows(before, label);
                var at = before * NameLabel.Lanes + label;
                _transitions[at] = isAllowed ? transitions[at] : Never;
            }
        }
    }

    /// <param name="scores">Scores of each token's labels, one token behind the other.</param>
    /// <param name="labels">Gets one label a token.</param>
    public void Decode(ReadOnlySpan<short> scores, Span<byte> labels)
    {
        var count = labels.Length;
        if (_best.Length < count * NameLabel.Lanes)
            _best = new int[2 * count * NameLabel.Lanes];
        for (var i = 0; i < count; i++)
            Step(scores.Slice(i * NameLabel.Lanes, NameLabel.Lanes), i);
        var label = BestBefore(count, NameLabel.None);
        for (var i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)label;
            if (i > 0)
                label = BestBefore(i, label);
        }
    }

    private void Step(ReadOnlySpan<short> scores, int i)
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
                var way = Vector256.Create(_best[(i - 1) * NameLabel.Lanes + before]);
                var at = before * NameLabel.Lanes;
                low = Vector256.Max(low, way + Vector256.LoadUnsafe(ref _transitions[at]));
                high = Vector256.Max(high, way + Vector256.LoadUnsafe(ref _transitions[at + 8]));
            }
        }

        var (own, more) = Vector256.Widen(Vector256.Create(scores));
        Vector256.Max(low + own, Vector256.Create(Never)).StoreUnsafe(ref _best[i * NameLabel.Lanes]);
        Vector256.Max(high + more, Vector256.Create(Never)).StoreUnsafe(ref _best[i * NameLabel.Lanes + 8]);
    }

    /// <summary>The label of the token before <paramref name="i"/> that leads best to a label of that.</summary>
    private int BestBefore(int i, int label)
    {
        var (best, most) = (0, int.MinValue);
        for (var before = 0; before < NameLabel.Count; before++)
        {
            var way = _best[(i - 1) * NameLabel.Lanes + before] + _transitions[before * NameLabel.Lanes + label];
            if (way > most)
                (best, most) = (before, way);
        }

        return best;
    }
}
