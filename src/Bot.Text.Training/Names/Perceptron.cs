using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Bot.Text.Tagging.Learned;

namespace Bot.Text.Training.Names;

/// <summary>
/// A structured perceptron with averaged weights (Collins 2002): whole stretches are decoded, and every label that is
/// wrong, or right by less than a margin, moves the weights of its token's features.
/// </summary>
internal sealed class Perceptron(Samples samples, LearningPlan plan, int seed)
{
    private const int Lanes = NameLabel.Lanes;

    private readonly float[] _weights = new float[(samples.Keys.Length + Lanes) * Lanes];
    private readonly float[] _sums = new float[(samples.Keys.Length + Lanes) * Lanes];
    private readonly Random _chance = new(seed);
    private float[] _scores = new float[64 * Lanes];
    private byte[] _guess = new byte[64];
    private int _step = 1;

    private int Transitions => samples.Keys.Length * Lanes;

    /// <param name="isIn">Which texts are learned from.</param>
    /// <returns>The averaged weights: a row a feature, then the rows of the transitions.</returns>
    public float[] Learn(Func<int, bool> isIn)
    {
        var order = samples.All.Where(s => isIn(s.Text)).ToArray();
        for (var epoch = 0; epoch < plan.Epochs; epoch++)
        {
            _chance.Shuffle(order);
            foreach (var sample in order)
                Learn(sample);
        }

        for (var i = 0; i < _weights.Length; i++)
            _weights[i] -= _sums[i] / _step;
        return _weights;
    }

    /// <summary>Labels a stretch by given weights.</summary>
    public static void Label(Samples samples, float[] weights, Sample sample, Span<byte> labels)
    {
        var scores = new float[sample.Length * Lanes];
        Score(samples, weights, sample, scores);
        FloatDecoder.Decode(scores, weights.AsSpan(samples.Keys.Length * Lanes), labels);
    }

    private void Learn(Sample sample)
    {
        var count = sample.Length;
        if (_guess.Length < count)
            (_guess, _scores) = (new byte[2 * count], new float[2 * count * Lanes]);
        var gold = samples.Texts[sample.Text].Gold.AsSpan(sample.First, count);
        var guess = _guess.AsSpan(0, count);
        Score(samples, _weights, sample, _scores);
        for (var i = 0; i < count; i++)
        {
            for (var label = 0; label < NameLabel.Count; label++)
                _scores[i * Lanes + label] += label == gold[i] ? 0 : plan.Margin;
        }

        FloatDecoder.Decode(_scores, _weights.AsSpan(Transitions), guess);
        if (!guess.SequenceEqual(gold))
            Update(sample, gold, guess);
        _step++;
    }

    private void Update(Sample sample, ReadOnlySpan<byte> gold, ReadOnlySpan<byte> guess)
    {
        for (var i = 0; i < sample.Length; i++)
        {
            if (gold[i] == guess[i])
                continue;
            foreach (var feature in samples.FeaturesOf(sample.FirstToken + i))
            {
                if (_chance.NextSingle() < plan.Dropout)
                    continue;
                Move(feature * Lanes + gold[i], 1);
                Move(feature * Lanes + guess[i], -1);
            }
        }

        for (var i = 0; i <= sample.Length; i++)
        {
            Move(Transitions + Way(gold, i), 1);
            Move(Transitions + Way(guess, i), -1);
        }
    }

    private void Move(int weight, float by)
    {
        _weights[weight] += by;
        _sums[weight] += by * _step;
    }

    private static int Way(ReadOnlySpan<byte> labels, int i) =>
        (i == 0 ? NameLabel.None : labels[i - 1]) * Lanes + (i == labels.Length ? NameLabel.None : labels[i]);

    private static void Score(Samples samples, float[] weights, Sample sample, Span<float> scores)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(weights);
        ref var to = ref MemoryMarshal.GetReference(scores);
        for (var i = 0; i < sample.Length; i++)
        {
            var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
            foreach (var feature in samples.FeaturesOf(sample.FirstToken + i))
            {
                low += Vector256.LoadUnsafe(ref rows, (nuint)(feature * Lanes));
                high += Vector256.LoadUnsafe(ref rows, (nuint)(feature * Lanes + 8));
            }

            low.StoreUnsafe(ref to, (nuint)(i * Lanes));
            high.StoreUnsafe(ref to, (nuint)(i * Lanes + 8));
        }
    }
}
