using Bot.Text.Languages;
using Bot.Text.Spans;

namespace Bot.Text.Words;

/// <summary>
/// Cuts a stretch of text into words, numbers, addresses and single marks, in order; white space is left out. Works on any
/// script: Chinese characters stand alone, the other scripts without spaces run to the next change of script.
/// </summary>
public static class WordReader
{
    public static IReadOnlyList<Word> Read(string text, TextSpan within)
    {
        var words = new List<Word>(within.Length / 5 + 1);
        Read(text, within, words);
        return words;
    }

    /// <param name="words">Get those of the stretch behind what they have.</param>
    internal static void Read(string text, TextSpan within, List<Word> words)
    {
        for (var i = within.Start; i < within.End; )
        {
            if (char.IsWhiteSpace(text[i]))
                i++;
            else if (EndOfPlainWord(text, i, within.End) is var end and > 0)
                i = Add(words, i, end, WordKind.Letters);
            else
                i = ReadOne(text, i, within.End, words);
        }
    }

    /// <summary>Most words are: English letters, and behind them a sign that is in no word whatever stands around it.</summary>
    /// <returns>0 where the word asks for a closer look.</returns>
    private static int EndOfPlainWord(string text, int start, int end)
    {
        var i = start;
        while (i < end && char.IsAsciiLetter(text[i]))
            i++;
        return i > start && (i == end || text[i] is ' ' or ',' or '\n' or ';' or ')' or '!' or '?') ? i : 0;
    }

    private static int ReadOne(string text, int start, int end, List<Word> words)
    {
        if (AddressReader.EndOfWebAddress(text, start, end) is var address and > 0)
            return Add(words, start, address, WordKind.Address);
        var length = Letter.LengthAt(text, start, end);
        if (length == 0)
        {
            return IsCurrency(text[start]) && start + 1 < end && char.IsAsciiDigit(text[start + 1])
                ? Add(words, start, EndOfNumber(text, start + 1, end), WordKind.Number)
                : Add(words, start, Letter.EndOfMark(text, start, end), WordKind.Punctuation);
        }

        if (AddressReader.EndOfMailAddress(text, start, end) is var mail and > 0)
            return Add(words, start, mail, WordKind.Address);
        if (char.IsDigit(text[start]))
            return Add(words, start, EndOfNumber(text, start, end), WordKind.Number);
        var stop = EndOfRun(text, start, end);
        var ending = StartOfEnding(text, start, stop);
        if (ending == start)
            return Add(words, start, stop, WordKind.Letters);
        if (ending == stop)
            return Add(words, start, stop + DotLength(text, start, stop, end), WordKind.Letters);
        words.Add(new Word(TextSpan.FromBounds(start, ending), WordKind.Letters));
        return Add(words, ending, stop, WordKind.Ending);
    }

    private static int Add(List<Word> words, int start, int end, WordKind kind)
    {
        words.Add(new Word(TextSpan.FromBounds(start, end), kind));
        return end;
    }

    private static bool IsCurrency(char c) => c is '$' or '£' or '€' or '¥' or '₹' or '₽' or '₩' or '₪' or '₴' or '₺';

    private static int EndOfNumber(string text, int start, int end)
    {
        var stop = EndOfRun(text, start, end);
        return stop < end && text[stop] is '%' or '‰' ? stop + 1 : stop;
    }

    /// <summary>The end of letters, digits and the marks that stand inside a word.</summary>
    private static int EndOfRun(string text, int start, int end)
    {
        var family = Letter.FamilyAt(text, start);
        var i = start + Letter.LengthAt(text, start, end);
        if (family == ScriptFamily.Han)
            return i;
        while (i < end)
        {
            var length = Letter.LengthAt(text, i, end);
            if (length > 0)
            {
                var next = Letter.FamilyAt(text, i);
                if (family == ScriptFamily.None && next == ScriptFamily.Spaced)
                    family = next;
                if (
                    next != family
                    && (next != ScriptFamily.None || family > ScriptFamily.Spaced && char.IsDigit(text[i]))
                )
                    return i;
                i += length;
            }
            else if (IsInner(text, start, i, end))
            {
                i++;
            }
            else if (text[i] == '.' && i + 1 < end && text[i + 1] == '-' && IsDotted(text, start, i))
            {
                // "U.S.-brokered", "Ph.D.-level": the dot and the hyphen are both inside.
                i++;
            }
            else
            {
                return i;
            }
        }

        return i;
    }

    private static bool IsInner(string text, int start, int i, int end)
    {
        var next = i + 1 < end ? Letter.LengthAt(text, i + 1, end) : 0;
        if (next == 0)
            return false;
        var (before, after) = (text[i - 1], text[i + 1]);
        return text[i] switch
        {
            '\'' or '’' or '\u2010' or '\u2011' or '_' => true,
            '-' => true,
            ',' => char.IsDigit(before) && char.IsDigit(after),
            ':' => char.IsDigit(before) && char.IsDigit(after),
            '&' => char.IsUpper(before) && char.IsUpper(after) && i - start <= 2,
            '"' or '״' or '׳' => before is >= 'א' and <= 'ת' && after is >= 'א' and <= 'ת',
            '.' => char.IsDigit(before) && char.IsDigit(after)
                || IsSingleLetter(text, start, i)
                || char.IsLower(before) && char.IsLower(after)
                || Language.House.Abbreviations.IsDottedHead(text.AsSpan(start, i - start)),
            _ => false,
        };
    }

    /// <summary>Whether the letter before <paramref name="i"/> stands alone, as in "U.S" and "J.B".</summary>
    private static bool IsSingleLetter(string text, int start, int i) =>
        char.IsLetter(text[i - 1]) && (i - 1 == start || text[i - 2] is '.' or '-');

    private static bool IsDotted(string text, int start, int i) =>
        IsSingleLetter(text, start, i) && i - start >= 3 && text[i - 2] == '.';

    /// <summary>1 where the full stop after a word is the word's own.</summary>
    private static int DotLength(string text, int start, int stop, int end)
    {
        if (stop >= end || text[stop] != '.' || stop + 1 < end && text[stop + 1] == '.')
            return 0;
        var isOwn =
            IsDotted(text, start, stop)
            || Initials.IsInitial(text, start, stop, end)
            || Language.House.Abbreviations.KindOf(text.AsSpan(start, stop - start)) switch
            {
                AbbreviationKind.None => false,
                AbbreviationKind.BeforeNumber => IsFollowedByDigit(text, stop + 1, end),
                _ => true,
            };
        return isOwn ? 1 : 0;
    }

    private static bool IsFollowedByDigit(string text, int i, int end)
    {
        while (i < end && text[i] is ' ' or '\u00a0')
            i++;
        return i < end && char.IsDigit(text[i]);
    }

    /// <summary>Where "’s", "’ll" and the like begin; <paramref name="stop"/> where the word has none ("don’t" has none: it is one word).</summary>
    private static int StartOfEnding(string text, int start, int stop)
    {
        for (var length = 2; length <= 3 && stop - length > start; length++)
        {
            if (text[stop - length] is not ('\'' or '’'))
                continue;
            var tail = text.AsSpan(stop - length + 1, length - 1);
            if (
                length == 2 && tail[0] is 's' or 'S' or 'd' or 'D' or 'm' or 'M'
                || length == 3
                    && (
                        tail.Equals("ll", StringComparison.OrdinalIgnoreCase)
                        || tail.Equals("re", StringComparison.OrdinalIgnoreCase)
                        || tail.Equals("ve", StringComparison.OrdinalIgnoreCase)
                    )
            )
                return stop - length;
        }

        return stop;
    }
}
