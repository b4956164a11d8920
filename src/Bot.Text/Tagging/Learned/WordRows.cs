using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>The scores that one spelling gives to its own token and to those around it, each added up once for all texts.</summary>
internal sealed class WordRows
{
    /// <summary>Of the token itself, save what its text tells of it.</summary>
    public readonly LabelScores Own;

    private readonly Beside _beside;
    private readonly WeightIndex _weights;

    /// <param name="spelling">Null for the edge of a passage.</param>
    public WordRows(Spelling? spelling, WeightIndex weights)
    {
        _weights = weights;
        ref readonly var word = ref spelling is null ? ref WordHash.Edge : ref spelling.Hash;
        Span<uint> keys = stackalloc uint[WordFeatures.Most];
        if (spelling is not null)
            Own = weights.Sum(keys[..WordFeatures.WriteOwn(spelling.Folded, word, keys)], default);
        for (var place = 0; place < WordFeatures.Places; place++)
            _beside[place] = weights.Sum(keys[..WordFeatures.WriteBeside(word, place, keys)], default);
    }

    /// <summary>Those of a spelling, which keeps them.</summary>
    public static WordRows Of(Spelling spelling, WeightIndex weights)
    {
        // Read once: another thread may bring another tagger's.
        if (spelling.Scores is WordRows known && known._weights == weights)
            return known;
        var rows = new WordRows(spelling, weights);
        spelling.Scores = rows;
        return rows;
    }

    /// <param name="place">As <see cref="WordFeatures.WriteBeside"/> numbers them.</param>
    public ref readonly LabelScores At(int place) => ref _beside[place];

    [System.Runtime.CompilerServices.InlineArray(WordFeatures.Places)]
    private struct Beside
    {
        private LabelScores _first;
    }
}
