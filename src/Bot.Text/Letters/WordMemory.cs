namespace Bot.Text.Letters;

/// <summary>
/// What is known of words met in texts before: news says the same words every day. Bounded, and of no effect on what is found:
/// a word that was pushed out, or that two threads bring at once, is only worked out again.
/// </summary>
/// <param name="bits">Of the number of words that are kept.</param>
internal sealed class WordMemory<T>(int bits)
    where T : class
{
    /// <summary>Longer ones are no words, and seldom come back.</summary>
    public const int LongestKept = 32;

    /// <summary>Words of one place lie side by side, so that one look at the memory of the machine finds them.</summary>
    private const int Ways = 4;

    private readonly (ulong Hash, T? Word)[] _words = new (ulong, T?)[1 << bits];

    /// <returns>What was kept of a word with this hash; the caller looks whether it is the very word.</returns>
    public T? Find(ulong hash)
    {
        var words = PlaceOf(hash);
        foreach (ref var word in words)
        {
            // Another thread may put another word there, so that the hash is a hint.
            if (word.Hash == hash)
                return Volatile.Read(ref word.Word);
        }

        return null;
    }

    /// <summary>Keeps a word in place of the one that its place has had longest.</summary>
    public T Keep(ulong hash, T word)
    {
        var words = PlaceOf(hash);
        for (var way = Ways - 1; way > 0; way--)
            words[way] = words[way - 1];
        words[0].Hash = hash;
        Volatile.Write(ref words[0].Word, word);
        return word;
    }

    private Span<(ulong Hash, T? Word)> PlaceOf(ulong hash) => _words.AsSpan((int)(hash >> (66 - bits)) * Ways, Ways);
}
