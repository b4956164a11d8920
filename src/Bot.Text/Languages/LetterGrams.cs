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

    /// <summary>
    /// Reads on over a whole word and the gap after it, if it is the next and its letters are few and plain: what it gives by
    /// itself, wherever it stands, need not be read again.
    /// </summary>
    /// <param name="slots">Room for <see cref="MostAtOnce"/>: the slots of the runs that reach back over the gap before it.</param>
    /// <param name="count">How many slots there are.</param>
    /// <returns>The word; none where no such word is next.</returns>
    public PlainWord NextPlainWord(scoped Span<int> slots, out int count)
    {
        count = 0;
        if ((_window & 0xffff) != ' ')
            return default;
        while (_at < _text.Length && IsPlainGap(_text[_at]))
            _at++;
        var (at, word) = (_at, default(PlainWord));
        var (first, second) = (' ', ' ');
        for (; at < _text.Length && PlainWord.Folded(_text[at]) is var letter and not '\0'; at++)
        {
            if (at == _at)
                first = letter;
            else if (at == _at + 1)
                second = letter;
            word = word.With(letter);
        }

        if (at == _at || at - _at > PlainWord.MostLetters || at < _text.Length && !IsPlainGap(_text[at]))
            return default;
        count = WriteBefore(first, second, slots);
        for (; _at < at; _at++)
            _window = _window << 16 | PlainWord.Folded(_text[_at]);
        _window = _window << 16 | ' ';
        _at++;
        return word;
    }

    /// <summary>The runs that hold a letter of the word before, which end with this word's first letter or the sign after it.</summary>
    private readonly int WriteBefore(char first, char second, Span<int> slots)
    {
        var (three, four) = ((_window & 0xffff_ffff) << 16 | first, _window << 16 | first);
        if (three >> 32 == 0)
            return 0; // The text begins here.
        var count = 0;
        slots[count++] = Slot(three + 3);
        slots[count++] = Slot((three << 16 | second) + LongestGram);
        if (four >> 48 != 0)
            slots[count++] = Slot(four + LongestGram);
        return count;
    }

    private static bool IsPlainGap(char c) =>
        c < '\u00aa' ? !char.IsAsciiLetter(c) && c != '\'' : c is >= '\u2010' and <= '\u2027' and not '’';

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
