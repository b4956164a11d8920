using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>
/// The scores of words met in texts before: news says the same words every day. Bounded, and of no effect on what is found:
/// a word that pushes another out, or that two threads bring at once, is only added up again.
/// </summary>
internal sealed class WordMemory(WeightIndex weights)
{
    /// <summary>About 7 MB when full.</summary>
    private const int Bits = 14;

    private readonly WordRows?[] _words = new WordRows?[1 << Bits];

    /// <summary>What stands before the first and behind the last word of a passage.</summary>
    public WordRows Edge { get; } = new(WordHash.Edge, null, weights);

    public WordRows Of(in WordHash word, WordForm form)
    {
        ref var known = ref _words[word.Word >> (64 - Bits)];
        // Read once: another thread may put another word there.
        if (Volatile.Read(ref known) is { } rows && rows.Word == word.Word)
            return rows;
        var added = new WordRows(word, form, weights);
        Volatile.Write(ref known, added);
        return added;
    }
}
