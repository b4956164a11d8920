using System.Runtime.InteropServices;
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

    private readonly WeightTable _first;
    private readonly WeightTable? _second;

    /// <param name="second">Null where only the first reading is learned yet.</param>
    public NameTagger(WeightTable first, WeightTable? second)
    {
        _first = first;
        _second = second;
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
        var labels = Read(sheet, _first, null);
        return _second is null ? labels : Read(sheet, _second, new NameVotes(sheet, labels));
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

    private static byte[] Read(NameSheet sheet, WeightTable weights, NameVotes? votes)
    {
        var labels = new byte[sheet.Text.Tokens.Count];
        var words = new WordScores(sheet, weights);
        var decoder = new LabelDecoder(weights.Transitions);
        var scores = new short[64 * NameLabel.Lanes];
        Span<uint> keys = stackalloc uint[TokenFeatures.Most + NameVotes.Most];
        foreach (var passage in sheet.Text.Passages)
        {
            foreach (var stretch in NameStretches.Of(sheet, passage))
            {
                var count = stretch.End - stretch.First;
                if (scores.Length < count * NameLabel.Lanes)
                    scores = new short[2 * count * NameLabel.Lanes];
                for (var i = stretch.First; i < stretch.End; i++)
                {
                    var n = TokenFeatures.Write(sheet, passage, i, keys);
                    if (votes is not null)
                        n += votes.Write(passage, i, keys[n..]);
                    var sum = weights.Sum(keys[..n], words.Of(passage, i));
                    sum.StoreUnsafe(
                        ref MemoryMarshal.GetArrayDataReference(scores),
                        (nuint)((i - stretch.First) * NameLabel.Lanes)
                    );
                }

                decoder.Decode(scores.AsSpan(0, count * NameLabel.Lanes), labels.AsSpan(stretch.First, count));
            }
        }

        return labels;
    }

    private static WeightTable Load(string resource)
    {
        using var stream = typeof(NameTagger).Assembly.GetManifestResourceStream(resource)!;
        return WeightTable.Read(stream);
    }
}
