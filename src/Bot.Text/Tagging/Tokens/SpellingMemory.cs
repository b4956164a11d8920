using Bot.Text.Words;

namespace Bot.Text.Tagging.Tokens;

/// <summary>Spellings met in texts before.</summary>
internal static class SpellingMemory
{
    /// <summary>About 25 MB when full, the scores of the tagger among them.</summary>
    private const int Bits = 15;

    private static readonly WordMemory<Spelling> Spellings = new(Bits);

    /// <param name="hash">Of the letters.</param>
    public static Spelling Of(ReadOnlySpan<char> letters, ulong hash)
    {
        if (Spellings.Find(hash) is { } known && letters.SequenceEqual(known.Text))
            return known;
        var added = new Spelling(letters.ToString());
        return letters.Length > WordMemory<Spelling>.LongestKept ? added : Spellings.Keep(hash, added);
    }
}
