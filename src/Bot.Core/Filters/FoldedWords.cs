using System.Globalization;
using System.Text;
using Bot.Text.Spans;

namespace Bot.Core.Filters;

/// <summary>
/// A text as bare words, for whole words to be found in it: without case, accents and marks, one blank between two words
/// and one at either end. "Putin's U-turn" is " putin s u turn ", and has the word "Putin".
/// </summary>
internal static class FoldedWords
{
    /// <returns>" " where the text has no word.</returns>
    public static string Of(string text)
    {
        var words = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var letter in Folding.Fold(text).EnumerateRunes())
        {
            if (IsSymbol(letter))
                Divide(words).Append(letter).Append(' ');
            else if (IsInWord(letter))
                words.Append(letter);
            else
                Divide(words);
        }

        return Divide(words).ToString();
    }

    /// <param name="words">As <see cref="Of"/> makes them of what somebody typed.</param>
    /// <param name="text">As <see cref="Of"/> makes it.</param>
    public static bool AreIn(string words, string text)
    {
        if (words.Length < 3)
            return false;
        // Scripts that set no blanks have no edges of words to go by.
        var from = IsUnspaced(words[1]) ? 1 : 0;
        var until = IsUnspaced(words[^2]) ? words.Length - 1 : words.Length;
        return text.AsSpan().IndexOf(words.AsSpan(from, until - from), StringComparison.Ordinal) >= 0;
    }

    private static bool IsInWord(Rune letter) =>
        Rune.IsLetterOrDigit(letter) || Rune.GetUnicodeCategory(letter) == UnicodeCategory.SpacingCombiningMark;

    /// <summary>Emoji and the like: each is a word.</summary>
    private static bool IsSymbol(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.OtherSymbol or UnicodeCategory.CurrencySymbol;

    /// <summary>Thai, Lao, Burmese, Khmer, kana and the characters of Chinese.</summary>
    private static bool IsUnspaced(char letter) =>
        letter
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uD840' and <= '\uD87F');

    private static StringBuilder Divide(StringBuilder words) => words[^1] == ' ' ? words : words.Append(' ');
}
