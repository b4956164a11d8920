using Bot.Text.Spans;

namespace Bot.Text.Letters;

/// <summary>
/// A word as it is written, with what is known of it before a text is read. Each room of the reading notes its own knowledge
/// here when it is first asked for; a note that two threads bring at once is the same.
/// </summary>
internal class WrittenWord
{
    /// <summary>About 30 MB when full, with all notes.</summary>
    private const int Bits = 15;

    private static readonly WordMemory<WrittenWord> Met = new(Bits);

    protected WrittenWord(string text) => Text = text;

    public string Text { get; }

    /// <summary>In small letters.</summary>
    public string Lower => field ??= LowerCase.Of(Text);

    /// <summary>In small letters, with straight apostrophes.</summary>
    public string Plain => field ??= Lower.Replace('’', '\'');

    /// <summary>What the keywords note of it.</summary>
    public object? KeyWord { get; set; }

    /// <summary>What the cues of speech note of it.</summary>
    public object? Lexeme { get; set; }

    /// <summary>What the summaries note: whether it carries matter in an English sentence; 0 until it is asked for, then 1 for no and 2 for yes.</summary>
    public byte Matter { get; set; }

    /// <param name="hash">Of the letters, by <see cref="LetterHash.Quick"/>.</param>
    public static WrittenWord Of(ReadOnlySpan<char> letters, ulong hash) =>
        Find(letters, hash) ?? Keep(new WrittenWord(letters.ToString()), hash);

    /// <returns>The word if it is remembered.</returns>
    protected static WrittenWord? Find(ReadOnlySpan<char> letters, ulong hash) =>
        Met.Find(hash) is { } known && letters.SequenceEqual(known.Text) ? known : null;

    protected static T Keep<T>(T word, ulong hash)
        where T : WrittenWord
    {
        if (word.Text.Length <= WordMemory<WrittenWord>.LongestKept)
            Met.Keep(hash, word);
        return word;
    }
}
