using System.Globalization;

namespace Bot.Text.Languages;

/// <summary>
/// Walks the letters of one script and tells, as slots of a table, each run of one to four of them and each whole word.
/// Case, digits and marks make no difference; what is not of the script is a gap between words. Nothing is allocated.
/// </summary>
internal ref struct LetterGrams(ReadOnlySpan<char> text, string script)
{
    /// <summary>Of a slot's number.</summary>
    public const int Bits = 20;

    /// <summary>The runs that end with one letter, and the word that a gap ends.</summary>
    public const int MostAtOnce = 5;

    private const int LongestGram = 4;
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const ulong WordSeed = 0xCBF29CE484222325;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The last four letters, sixteen bits each, the newest lowest; a gap is a blank.</summary>
    private ulong _window = ' ';
    private ulong _word = WordSeed;

    /// <summary>Reads on to the next letter, or the gap after a word.</summary>
    /// <param name="slots">Room for <see cref="MostAtOnce"/>: the slots of every run that ends here.</param>
    /// <returns>How many slots there are; 0 at the end of the text.</returns>
    public int Next(scoped Span<int> slots)
    {
        while (_at <= _text.Length)
        {
            var letter = _at < _text.Length ? Folded(_text[_at]) : ' ';
            _at++;
            var isGap = letter == ' ';
            if (isGap && (_window & 0xffff) == ' ')
                continue;
            _window = _window << 16 | letter;
            var count = 0;
            for (var length = isGap ? 2 : 1; length <= LongestGram; length++)
            {
                var gram = length == LongestGram ? _window : _window & (1UL << 16 * length) - 1;
                if (gram >> 16 * (length - 1) == 0)
                    break; // The text began nearer than this.
                slots[count++] = Slot(gram + (ulong)length);
            }

            if (isGap)
            {
                slots[count++] = Slot(_word);
                _word = WordSeed;
            }
            else
            {
                _word = (_word ^ letter) * 0x100000001B3;
            }

            return count;
        }

        return 0;
    }

    private static int Slot(ulong gram)
    {
        gram = (gram ^ gram >> 31) * Spread;
        return (int)((gram ^ gram >> 29) * Spread >> 64 - Bits);
    }

    private readonly char Folded(char c)
    {
        if (char.IsAsciiLetter(c))
            return script == "Latn" ? (char)(c | 0x20) : ' ';
        return c switch
        {
            '’' or '\'' => script == "Latn" ? '\'' : ' ',
            // The older letters of Romanian, still met, and a capital whose small form is two characters.
            'ş' or 'Ş' when script == "Latn" => 'ș',
            'ţ' or 'Ţ' when script == "Latn" => 'ț',
            'İ' when script == "Latn" => 'i',
            < '\u00aa' => ' ',
            _ => IsOfWord(c) && Scripts.Of(c) == script ? char.ToLowerInvariant(c) : ' ',
        };
    }

    private static bool IsOfWord(char c) =>
        char.IsLetter(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
