using System.Runtime.InteropServices;
using Bot.Text.Tagging.Learned;

namespace Bot.Text.Training.Names;

/// <summary>A stretch to learn from.</summary>
/// <param name="Text">Index of its text.</param>
/// <param name="FirstToken">Its first token's place in the table of features.</param>
internal readonly record struct Sample(int Text, int First, int End, int FirstToken)
{
    public int Length => End - First;
}

/// <summary>The stretches of all texts, with each token's features as numbers from 0.</summary>
internal sealed class Samples
{
    private readonly List<Sample> _samples = [];
    private readonly List<uint> _keys = [];
    private readonly List<int> _ends = [0];

    private Samples(IReadOnlyList<LabelledText> texts, NameVotes[]? votes)
    {
        Texts = texts;
        for (var t = 0; t < texts.Count; t++)
            Collect(t, votes?[t]);
    }

    public IReadOnlyList<LabelledText> Texts { get; }

    public IReadOnlyList<Sample> All => _samples;

    /// <summary>Each feature's key, by number.</summary>
    public uint[] Keys { get; private set; } = [];

    /// <param name="leastCount">Features of fewer tokens are left out.</param>
    public static Samples Collect(IReadOnlyList<LabelledText> texts, NameVotes[]? votes, int leastCount)
    {
        var samples = new Samples(texts, votes);
        samples.Number(leastCount);
        return samples;
    }

    public ReadOnlySpan<int> FeaturesOf(int token) =>
        MemoryMarshal.Cast<uint, int>(CollectionsMarshal.AsSpan(_keys)[_ends[token].._ends[token + 1]]);

    private void Collect(int t, NameVotes? votes)
    {
        var sheet = Texts[t].Sheet;
        Span<uint> keys = stackalloc uint[WordFeatures.Most * 3 + TokenFeatures.Most + NameVotes.Most];
        foreach (var stretch in NameStretches.Of(sheet))
        {
            var passage = sheet.Text.Passages[stretch.Passage];
            _samples.Add(new Sample(t, stretch.First, stretch.End, _ends.Count - 1));
            for (var i = stretch.First; i < stretch.End; i++)
            {
                var n = WordScores.WriteKeys(sheet, passage, i, keys);
                n += new ShapeRow(sheet, passage, i).Write(keys[n..]);
                n += TokenFeatures.Write(sheet, passage, i, keys[n..]);
                if (votes is not null)
                {
                    n += NameVotes.WriteLabels(votes.LabelsAround(passage, i), keys[n..]);
                    n += votes.Write(passage, i, keys[n..]);
                }

                _keys.AddRange(keys[..n]);
                _ends.Add(_keys.Count);
            }
        }
    }

    private void Number(int leastCount)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var key in _keys)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        Keys = [.. counts.Where(c => c.Value >= leastCount).Select(c => c.Key).Order()];
        var numbers = new Dictionary<uint, uint>(Keys.Length);
        foreach (var key in Keys)
            numbers.Add(key, (uint)numbers.Count);
        var kept = 0;
        var from = 0;
        for (var token = 0; token + 1 < _ends.Count; token++)
        {
            var end = _ends[token + 1];
            for (; from < end; from++)
            {
                if (numbers.TryGetValue(_keys[from], out var number))
                    _keys[kept++] = number;
            }

            _ends[token + 1] = kept;
        }

        _keys.RemoveRange(kept, _keys.Count - kept);
        _keys.TrimExcess();
    }
}
