using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Keywords;

/// <summary>
/// English words met in texts before: news says the same words every day. Bounded, and of no effect on what is found: a word
/// that pushes another out, or that two threads bring at once, is only asked of the lists again.
/// </summary>
internal sealed class KeyWordMemory
{
    /// <summary>About 2 MB when full.</summary>
    private const int Bits = 13;

    /// <summary>Longer ones are no words, and seldom come back.</summary>
    private const int LongestKept = 32;

    private readonly Entry?[] _entries = new Entry?[1 << Bits];

    public static KeyWordMemory Instance { get; } = new();

    /// <param name="lower">In small letters, with straight apostrophes.</param>
    public KeyWord Of(ReadOnlySpan<char> lower)
    {
        if (lower.Length > LongestKept)
            return KeyWord.Of(lower.ToString());
        ref var place = ref _entries[LetterHash.Of(lower) >> (64 - Bits)];
        // Read once: another thread may put another word there.
        if (Volatile.Read(ref place) is { } known && lower.SequenceEqual(known.Lower))
            return known.Word;
        var letters = lower.ToString();
        var added = new Entry(letters, KeyWord.Of(letters));
        Volatile.Write(ref place, added);
        return added.Word;
    }

    private sealed record Entry(string Lower, KeyWord Word);
}
