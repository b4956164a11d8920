using System.Globalization;
using Spectre.Console.Rendering;

namespace Bot.Terminal.Lines;

/// <summary>How many cells a text takes in a terminal: wide letters two, marks over letters none, an emoji of several signs two.</summary>
internal static class Cells
{
    private const char FirstCombining = '\u0300';
    private const char AsEmoji = '\ufe0f';

    public static int Of(ReadOnlySpan<char> text)
    {
        var cells = 0;
        while (text.Length > 0)
        {
            var length = NextLetter(text, out var width);
            cells += width;
            text = text[length..];
        }

        return cells;
    }

    /// <returns>How many code units the first letter has, as a reader sees letters; and its width.</returns>
    public static int NextLetter(ReadOnlySpan<char> text, out int width)
    {
        if (text[0] < FirstCombining && (text.Length == 1 || text[1] < FirstCombining))
        {
            width = text[0] is '\u00ad' or '\n' ? 0 : 1;
            return 1;
        }

        var length = StringInfo.GetNextTextElementLength(text);
        width = WidthOf(text[..length]);
        return length;
    }

    private static int WidthOf(ReadOnlySpan<char> letter)
    {
        var first = char.IsSurrogate(letter[0]) && letter.Length > 1 ? letter[..2] : letter[..1];
        if (first.Length < letter.Length && (letter.Contains(AsEmoji) || first.Length == 2 && letter.Length >= 4))
            return 2;
        return first.Length == 1 && IsWithoutWidth(first[0])
            ? 0
            : Math.Clamp(new Segment(first.ToString()).CellCount(), 0, 2);
    }

    private static bool IsWithoutWidth(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;
}
