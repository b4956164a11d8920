using System.Buffers;
using System.Runtime.Intrinsics;
using Bot.Text.Names;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>A stretch of tokens that the tagger takes for a name; the end is behind its last token.</summary>
internal readonly record struct TaggedName(int Passage, int First, int End, EntityType Type);

/// <summary>
/// Finds the names of persons, places and organisations by learned weights, in two readings: the second knows what the
/// first made of the same words all over the text. Loaded once, when the first text is read.
/// </summary>
internal sealed class NameTagger
{
    private static readonly Lazy<NameTagger> Loaded = new(() => new NameTagger(Load("names-1.br"), Load("names-2.br")));

    private readonly WeightIndex _weights;
    private readonly WordRows _edge;
    private readonly ShapeMemory _shapes;

    /// <summary>What the first reading's labels of a token and of those beside it give in the second.</summary>
    private readonly Vector256<short>[] _surroundings = new Vector256<short>[NameVotes.Surroundings];
    private readonly LabelDecoder _first;
    private readonly LabelDecoder _second;

    public NameTagger(WeightTable first, WeightTable second)
    {
        _weights = new WeightIndex(first, second);
        _edge = new WordRows(null, _weights);
        _shapes = new ShapeMemory(_weights);
        Span<uint> keys = stackalloc uint[NameVotes.Most];
        for (var around = 0; around < _surroundings.Length; around++)
            _surroundings[around] = _weights.SumSecond(keys[..NameVotes.WriteLabels(around, keys)], default);
        _first = new LabelDecoder(first.Transitions);
        _second = new LabelDecoder(second.Transitions);
    }

    public static NameTagger Instance => Loaded.Value;

    public IReadOnlyList<TaggedName> Tag(NameSheet sheet) => NamesOf(sheet.Text, Label(sheet));

    /// <returns>The names that labels stand for, in order.</returns>
    public static IReadOnlyList<TaggedName> NamesOf(NameText text, byte[] labels)
    {
        var names = new List<TaggedName>();
        for (var p = 0; p < text.Passages.Count; p++)
        {
            var passage = text.Passages[p];
            for (var i = passage.First; i < passage.End; )
            {
                var end = EndOfName(labels, i);
                if (end > i)
                    names.Add(new TaggedName(p, i, end, NameLabel.TypeOf(labels[i])));
                i = Math.Max(end, i + 1);
            }
        }

        return names;
    }

    /// <returns>The label of each token.</returns>
    private byte[] Label(NameSheet sheet)
    {
        var stretches = NameStretches.Of(sheet);
        var count = stretches.Sum(s => s.End - s.First);
        // Longer than asked for, and with what others left: all that is read was written before.
        var scores = ArrayPool<short>.Shared.Rent(count * NameLabel.Lanes);
        var kept = ArrayPool<short>.Shared.Rent(count * NameLabel.Lanes);
        Score(sheet, stretches, scores, kept);
        var labels = Decode(sheet, stretches, scores, _first);
        Vote(sheet, stretches, new NameVotes(sheet, labels), kept);
        labels = Decode(sheet, stretches, kept, _second);
        ArrayPool<short>.Shared.Return(scores);
        ArrayPool<short>.Shared.Return(kept);
        return labels;
    }

    /// <summary>Adds up what both readings go by, for the tokens of all stretches one behind the other.</summary>
    private void Score(NameSheet sheet, List<TokenStretch> stretches, short[] scores, short[] kept)
    {
        using var words = new WordScores(sheet, stretches, _edge, _weights);
        Span<uint> keys = stackalloc uint[TokenFeatures.Most];
        var at = 0;
        foreach (var stretch in stretches)
        {
            var passage = sheet.Text.Passages[stretch.Passage];
            for (var i = stretch.First; i < stretch.End; i++, at += NameLabel.Lanes)
            {
                var n = TokenFeatures.Write(sheet, passage, i, keys);
                var known = words.Of(passage, i) + _shapes.Of(new ShapeRow(sheet, passage, i));
                var sum = _weights.Sum(keys[..n], known);
                sum.First.CopyTo(scores, at);
                sum.Second.CopyTo(kept, at);
            }
        }
    }

    /// <summary>Adds to the second reading's scores what the first has made of the text.</summary>
    private void Vote(NameSheet sheet, List<TokenStretch> stretches, NameVotes votes, short[] scores)
    {
        Span<uint> keys = stackalloc uint[NameVotes.Most];
        var at = 0;
        foreach (var stretch in stretches)
        {
            var passage = sheet.Text.Passages[stretch.Passage];
            for (var i = stretch.First; i < stretch.End; i++, at += NameLabel.Lanes)
            {
                var n = votes.Write(passage, i, keys);
                var known = Vector256.AddSaturate(
                    Vector256.Create(scores, at),
                    _surroundings[votes.LabelsAround(passage, i)]
                );
                _weights.SumSecond(keys[..n], known).CopyTo(scores, at);
            }
        }
    }

    private static byte[] Decode(NameSheet sheet, List<TokenStretch> stretches, short[] scores, LabelDecoder decoder)
    {
        var labels = new byte[sheet.Text.Tokens.Count];
        var at = 0;
        foreach (var (_, first, end) in stretches)
        {
            var count = end - first;
            decoder.Decode(scores.AsSpan(at, count * NameLabel.Lanes), labels.AsSpan(first, count));
            at += count * NameLabel.Lanes;
        }

        return labels;
    }

    private static int EndOfName(byte[] labels, int i)
    {
        if (labels[i] == NameLabel.None)
            return i;
        // The decoder closes every name that it opens.
        while (NameLabel.PartOf(labels[i]) is NameLabel.First or NameLabel.Inner)
            i++;
        return i + 1;
    }

    private static WeightTable Load(string resource)
    {
        using var stream = typeof(NameTagger).Assembly.GetManifestResourceStream(resource)!;
        return WeightTable.Read(stream);
    }
}
