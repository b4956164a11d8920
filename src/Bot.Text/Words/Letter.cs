using System.Globalization;
using System.Text;

namespace Bot.Text.Words;

/// <summary>The scripts that put no space between words, each of which ends a word of another.</summary>
internal enum ScriptFamily
{
    /// <summary>Digits and marks, which go with any script.</summary>
    None,
    Spaced,
    Han,
    Hiragana,
    Katakana,
}

/// <summary>What a place in a text is made of; a surrogate pair is never cut, a lone surrogate is a mark.</summary>
internal static class Letter
{
    /// <summary>How many code units the letter, digit or combining mark at a place has; 0 where there is none.</summary>
    public static int LengthAt(string text, int i, int end)
    {
        var c = text[i];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (!char.IsSurrogate(c))
            return IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(c)) || c is '\u200c' or '\u00ad' ? 1 : 0;
        return
            i + 1 < end && Rune.TryCreate(c, text[i + 1], out var rune) && IsWordCategory(Rune.GetUnicodeCategory(rune))
            ? 2
            : 0;
    }

    public static ScriptFamily FamilyAt(string text, int i)
    {
        var c = text[i];
        if (c < 0x2e80)
            return char.IsLetter(c) ? ScriptFamily.Spaced : ScriptFamily.None;
        return c switch
        {
            >= '\u3041' and <= '\u309f' => ScriptFamily.Hiragana,
            >= '\u30a0' and <= '\u30ff' or >= '\uff66' and <= '\uff9f' => ScriptFamily.Katakana,
            >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or '々' or '〇' => ScriptFamily.Han,

            // Planes 2 and 3, where the rare Chinese characters are.
            >= '\ud840' and <= '\ud8bf' => ScriptFamily.Han,
            _ => char.IsLetter(text, i) ? ScriptFamily.Spaced : ScriptFamily.None,
        };
    }

    /// <summary>The end of the mark at a place: one code unit, or an emoji with all that is joined to it.</summary>
    public static int EndOfMark(string text, int i, int end)
    {
        var length = MarkLength(text, i, end);
        var stop = i + length;
        if (length == 1 && !IsEmojiBase(text[i]))
            return stop;
        while (stop < end)
        {
            if (text[stop] is '\ufe0f' or '\ufe0e' or '\u20e3' || IsSkinTone(text, stop, end))
                stop += MarkLength(text, stop, end);
            else if (text[stop] == '\u200d' && stop + 1 < end && !char.IsWhiteSpace(text[stop + 1]))
                stop += 1 + MarkLength(text, stop + 1, end);
            else if (stop - i == 2 && IsFlagHalf(text, i, end) && IsFlagHalf(text, stop, end))
                stop += 2;
            else
                break;
        }

        return stop;
    }

    private static bool IsWordCategory(UnicodeCategory category) =>
        category
            is <= UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber;

    private static int MarkLength(string text, int i, int end) =>
        char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;

    private static bool IsEmojiBase(char c) => c is >= '\u2190' and <= '\u2bff' or '\u3030' or '\u303d';

    private static bool IsSkinTone(string text, int i, int end) =>
        i + 1 < end && text[i] == '\ud83c' && text[i + 1] is >= '\udffb' and <= '\udfff';

    private static bool IsFlagHalf(string text, int i, int end) =>
        i + 1 < end && text[i] == '\ud83c' && text[i + 1] is >= '\udde6' and <= '\uddff';
}
