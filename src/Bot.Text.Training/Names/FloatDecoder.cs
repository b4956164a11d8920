using Bot.Text.Tagging.Learned;

namespace Bot.Text.Training.Names;

/// <summary>The decoder of the tagger, on the exact numbers that learning needs.</summary>
internal static class FloatDecoder
{
    private const float Never = -1e9f;

    private static readonly int[][] Before =
    [
        .. Enumerable
            .Range(0, NameLabel.Count)
            .Select(l => Enumerable.Range(0, NameLabel.Count).Where(b => NameLabel.Follows(b, l)).ToArray()),
    ];

    public static void Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, Span<byte> labels)
    {
        const int lanes = NameLabel.Lanes;
        var count = labels.Length;
        Span<float> best = count <= 512 ? stackalloc float[count * lanes] : new float[count * lanes];
        Span<byte> from = count <= 512 ? stackalloc byte[count * lanes] : new byte[count * lanes];
        for (var i = 0; i < count; i++)
        {
            for (var label = 0; label < NameLabel.Count; label++)
            {
                var (most, way) = (Never, 0);
                foreach (var before in Before[label])
                {
                    var score =
                        (
                            i == 0
                                ? before == NameLabel.None
                                    ? 0
                                    : Never
                                : best[(i - 1) * lanes + before]
                        ) + transitions[before * lanes + label];
                    if (score > most)
                        (most, way) = (score, before);
                }

                best[i * lanes + label] = most + scores[i * lanes + label];
                from[i * lanes + label] = (byte)way;
            }
        }

        var (last, top) = (0, float.MinValue);
        foreach (var before in Before[NameLabel.None])
        {
            var score = best[(count - 1) * lanes + before] + transitions[before * lanes];
            if (score > top)
                (top, last) = (score, before);
        }

        for (var i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = from[i * lanes + last];
        }
    }
}
