using Bot.Text.Learning;

namespace Bot.Text.Training.Speakers;

/// <summary>
/// Learns to choose among candidates: softmax, the sum over the right ones made likely, by AdaGrad (Duchi, Hazan and Singer 2011) with
/// a pull to zero on the features in use, a fifth of them left out at each step (dropout: Srivastava and others 2014), the last epochs
/// averaged, and several shuffles averaged.
/// </summary>
internal sealed class SoftmaxTrainer(double pull, int epochs = 8, int averaged = 4, int seeds = 5)
{
    private const float Step = 0.1f;
    private const double LeftOut = 0.2;

    public float[] Train(IReadOnlyList<Example> examples)
    {
        var runs = new float[seeds][];
        Parallel.For(0, seeds, seed => runs[seed] = TrainOnce(examples, seed));
        var mean = new float[1 << Weights.Bits];
        foreach (var run in runs)
        {
            for (var i = 0; i < mean.Length; i++)
                mean[i] += run[i] / seeds;
        }

        return mean;
    }

    private float[] TrainOnce(IReadOnlyList<Example> examples, int seed)
    {
        var size = 1 << Weights.Bits;
        var (weights, squares, sum) = (new float[size], new float[size], new float[size]);
        var gradient = new float[size];
        var touched = new List<int>();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed + 1);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Accumulate(Thinned(examples[i], random.NextInt64()), weights, gradient, touched);
                foreach (var slot in touched)
                {
                    var g = gradient[slot] + (float)pull * weights[slot];
                    gradient[slot] = 0;
                    squares[slot] += g * g;
                    if (g != 0)
                        weights[slot] -= Step * g / (MathF.Sqrt(squares[slot]) + 1e-6f);
                }

                touched.Clear();
            }

            if (epoch < epochs - averaged)
                continue;
            for (var i = 0; i < size; i++)
                sum[i] += weights[i] / averaged;
        }

        return sum;
    }

    /// <summary>The example without some features, the same ones of every candidate.</summary>
    private static Example Thinned(Example example, long salt) =>
        new([.. example.Candidates.Select(c => Array.FindAll(c, slot => IsKept(slot, salt)))], example.IsRight);

    private static bool IsKept(int slot, long salt)
    {
        var hash = ((ulong)slot * 7919 + (ulong)salt) * 0x9E3779B97F4A7C15;
        return (hash >> 40) / (double)(1 << 24) >= LeftOut;
    }

    private static void Accumulate(Example example, float[] weights, float[] gradient, List<int> touched)
    {
        var count = example.Candidates.Length;
        Span<double> chances = count <= 128 ? stackalloc double[count] : new double[count];
        var top = double.NegativeInfinity;
        for (var c = 0; c < count; c++)
        {
            var score = 0f;
            foreach (var slot in example.Candidates[c])
                score += weights[slot];
            chances[c] = score;
            top = Math.Max(top, score);
        }

        var (all, right) = (0.0, 0.0);
        for (var c = 0; c < count; c++)
        {
            chances[c] = Math.Exp(chances[c] - top);
            all += chances[c];
            right += example.IsRight[c] ? chances[c] : 0;
        }

        for (var c = 0; c < count; c++)
        {
            var g = (float)(chances[c] / all - (example.IsRight[c] ? chances[c] / Math.Max(right, 1e-30) : 0));
            if (MathF.Abs(g) < 1e-5f)
                continue;
            foreach (var slot in example.Candidates[c])
            {
                if (gradient[slot] == 0)
                    touched.Add(slot);
                gradient[slot] += g;
            }
        }
    }
}
