using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>The scores that one spelling gives to its own token and to those around it, each added up once for all texts.</summary>
internal sealed class WordRows
{
    /// <summary>Of the token itself, save what its text tells of it.</summary>
    public readonly LabelScores Own;

    private readonly Beside _beside;

    /// <param name="form">Null for the edge of a passage.</param>
    public WordRows(in WordHash word, WordForm? form, WeightIndex weights)
    {
        Word = word.Word;
        Span<uint> keys = stackalloc uint[WordFeatures.Most];
        if (form is not null)
            Own = weights.Sum(keys[..WordFeatures.WriteOwn(form, word, keys)], default);
        for (var place = 0; place < WordFeatures.Places; place++)
            _beside[place] = weights.Sum(keys[..WordFeatures.WriteBeside(word, place, keys)], default);
    }

    /// <summary>The hash of the spelling.</summary>
    public ulong Word { get; }

    /// <param name="place">As <see cref="WordFeatures.WriteBeside"/> numbers them.</param>
    public ref readonly LabelScores At(int place) => ref _beside[place];

    [System.Runtime.CompilerServices.InlineArray(WordFeatures.Places)]
    private struct Beside
    {
        private LabelScores _first;
    }
}
