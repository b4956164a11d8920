namespace Bot.Text.Tagging.Tokens;

/// <summary>
/// Spellings met in texts before: news says the same words every day. Bounded, and of no effect on what is found: a spelling
/// that pushes another out, or that two threads bring at once, is only made again.
/// </summary>
internal sealed class SpellingMemory
{
    /// <summary>About 5 MB when full.</summary>
    private const int Bits = 14;

    /// <summary>Longer ones are no words, and seldom come back.</summary>
    private const int LongestKept = 32;

    private readonly Spelling?[] _spellings = new Spelling?[1 << Bits];

    public static SpellingMemory Instance { get; } = new();

    /// <param name="hash">Of the letters.</param>
    public Spelling Of(ReadOnlySpan<char> letters, ulong hash)
    {
        if (letters.Length > LongestKept)
            return new Spelling(letters.ToString());
        ref var place = ref _spellings[hash >> (64 - Bits)];
        // Read once: another thread may put another spelling there.
        if (Volatile.Read(ref place) is { } known && letters.SequenceEqual(known.Text))
            return known;
        var added = new Spelling(letters.ToString());
        Volatile.Write(ref place, added);
        return added;
    }
}
