using Bot.Text.Letters;

namespace Bot.Text.Languages;

/// <summary>A word of few letters from a to z, apostrophes among them, as one number; 0 is none.</summary>
internal readonly record struct PlainWord(ulong Letters)
{
    public const int MostLetters = 12;

    private const int Bits = 5;
    private const ulong Apostrophe = 27;

    public bool IsNone => Letters == 0;

    public ulong Hash => LetterHash.Mix(Letters);

    /// <returns>The small letter; 0 for what is no plain letter.</returns>
    public static char Folded(char c) =>
        char.IsAsciiLetter(c) ? (char)(c | 0x20)
        : c is '\'' or '’' ? '\''
        : '\0';

    /// <param name="letter">Folded.</param>
    public PlainWord With(char letter) => new(Letters << Bits | (letter == '\'' ? Apostrophe : letter & 31UL));

    /// <param name="room">Room for <see cref="MostLetters"/>.</param>
    public ReadOnlySpan<char> Write(Span<char> room)
    {
        var start = MostLetters;
        for (var rest = Letters; rest != 0; rest >>= Bits)
            room[--start] = (rest & 31) == Apostrophe ? '\'' : (char)('a' - 1 + (int)(rest & 31));
        return room[start..MostLetters];
    }
}
