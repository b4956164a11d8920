namespace Bot.Text.Tagging.Learned;

/// <summary>
/// The scores that the shapes of a token and of those around it give together: some ten thousand rows of shapes make up most
/// texts. Bounded, and of no effect on what is found.
/// </summary>
internal sealed class ShapeMemory(WeightIndex weights)
{
    /// <summary>About 3 MB when full.</summary>
    private const int Bits = 15;

    private readonly Row?[] _rows = new Row?[1 << Bits];

    public LabelScores Of(in ShapeRow shapes)
    {
        var key = shapes.Key;
        ref var known = ref _rows[key >> (64 - Bits)];
        // Read once: another thread may put another row there.
        if (Volatile.Read(ref known) is { } row && row.Key == key)
            return row.Scores;
        Span<uint> keys = stackalloc uint[ShapeRow.Features];
        var scores = weights.Sum(keys[..shapes.Write(keys)], default);
        Volatile.Write(ref known, new Row(key, scores));
        return scores;
    }

    private sealed class Row(ulong key, in LabelScores scores)
    {
        public readonly LabelScores Scores = scores;

        public ulong Key => key;
    }
}
