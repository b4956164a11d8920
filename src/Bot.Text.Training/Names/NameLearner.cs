using Bot.Text.Tagging.Learned;

namespace Bot.Text.Training.Names;

/// <summary>Weights as they are shipped.</summary>
internal sealed record LearnedWeights(uint[] Keys, short[] Rows, short[] Transitions);

/// <summary>Learns both readings: the first by itself, the second with the votes of first readings that had not seen the text.</summary>
internal sealed class NameLearner(IReadOnlyList<LabelledText> texts, LearningPlan plan)
{
    public (LearnedWeights First, LearnedWeights Second) Learn()
    {
        var samples = Samples.Collect(texts, votes: null, plan.LeastCount);
        Console.WriteLine($"{samples.All.Count} stretches, {samples.Keys.Length} features");
        var first = Quantise(samples.Keys, Mean(samples));
        var labels = texts.Select(t => new byte[t.Text.Tokens.Count]).ToArray();
        Parallel.For(0, plan.Folds, fold => LabelFold(samples, fold, labels));
        var votes = texts.Select((t, i) => new NameVotes(t.Sheet, labels[i])).ToArray();
        samples = Samples.Collect(texts, votes, plan.LeastCount);
        return (first, Quantise(samples.Keys, Mean(samples)));
    }

    private void LabelFold(Samples samples, int fold, byte[][] labels)
    {
        var weights = new Perceptron(samples, plan, 100 + fold).Learn(t => t % plan.Folds != fold);
        foreach (var sample in samples.All.Where(s => s.Text % plan.Folds == fold))
            Perceptron.Label(samples, weights, sample, labels[sample.Text].AsSpan(sample.First, sample.Length));
    }

    /// <summary>Seeds are learned side by side and added up in their order, so that every run gives the same weights.</summary>
    private float[] Mean(Samples samples)
    {
        var learned = new float[plan.Seeds][];
        Parallel.For(0, plan.Seeds, seed => learned[seed] = new Perceptron(samples, plan, seed + 1).Learn(_ => true));
        var mean = new float[learned[0].Length];
        foreach (var weights in learned)
        {
            for (var i = 0; i < mean.Length; i++)
                mean[i] += weights[i] / plan.Seeds;
        }

        return mean;
    }

    private LearnedWeights Quantise(uint[] keys, float[] weights)
    {
        var keptKeys = new List<uint>();
        var rows = new List<short>();
        var row = new short[NameLabel.Lanes];
        for (var k = 0; k < keys.Length; k++)
        {
            for (var label = 0; label < NameLabel.Lanes; label++)
            {
                var weight = weights[k * NameLabel.Lanes + label];
                row[label] = MathF.Abs(weight) < plan.Smallest ? (short)0 : Whole(weight);
            }

            if (row.All(w => w == 0))
                continue;
            keptKeys.Add(keys[k]);
            rows.AddRange(row);
        }

        var transitions = weights.AsSpan(keys.Length * NameLabel.Lanes).ToArray().Select(Whole);
        return new LearnedWeights([.. keptKeys], [.. rows], [.. transitions]);
    }

    private static short Whole(float weight) =>
        (short)Math.Clamp(MathF.Round(weight * WeightTable.Scale), -WeightTable.Largest, WeightTable.Largest);
}
