using Bot.Text.Languages;

namespace Bot.Text.Sentences;

/// <summary>Whether a sentence ends at a mark. A result of 0 is "no"; else it is where the sentence ends.</summary>
internal static class Boundary
{
    private const int AttributionReach = 80;
    private const int AttributionWords = 6;

    /// <param name="start">Where the sentence begins.</param>
    /// <param name="resume">Where to look on if it does not end here.</param>
    public static int After(string text, int start, int mark, int end, Language language, out int resume)
    {
        var run = TerminatorRun.Read(text, mark, end);
        resume = run.End;
        var close = SkipNoteNumber(text, SentenceMarks.SkipClosers(text, run.End, end), end);
        var next = SentenceMarks.SkipBlank(text, close, end);
        if (next >= end || mark == start)
            return 0;
        if (SentenceMarks.EndsWithoutSpace(text[run.End - 1]))
            return GoesOnInJapanese(text[next]) && close > run.End ? 0 : close;
        if (next == close)
            return IsGlued(text, start, mark, next, end, language) ? close : 0;
        if (run.Dots == 4 && run.IsSpaced && !IsBlankBefore(text, mark) && CanBegin(text, next, end))
            return mark + 1; // "compounds. . . . The": the sentence's stop, then what was left out of the next one.
        if (!CanBegin(text, next, end))
            return 0;
        if (run.IsStrong)
            return IsNameWithMark(text, start, mark, next, end, language) ? 0 : close;
        var letter = SkipOpeners(text, next, end);
        if (run.Dots is 2 or 3)
            return language.Openers.Contains(FullStop.WordAt(text, letter, end)) && !IsLoneI(text, letter, end)
                ? close
                : 0;
        return run.Dots > 3 || FullStop.Ends(text, start, mark, letter, end, language) ? close : 0;
    }

    /// <summary>For a quotation that is not looked into: whether the sentence ends with it.</summary>
    /// <param name="opening">Where the opening mark stands.</param>
    /// <param name="closing">Where the closing mark stands.</param>
    public static int AfterQuotation(string text, int start, int opening, int closing, int end, Language language)
    {
        var last = closing - 1;
        while (last > opening && char.IsWhiteSpace(text[last]))
            last--;
        if (last == opening || !SentenceMarks.IsTerminator(text[last]) && !SentenceMarks.IsDash(text[last]))
            return 0;
        var close = SentenceMarks.SkipClosers(text, closing + 1, end);
        var next = SentenceMarks.SkipBlank(text, close, end);
        if (next >= end)
            return 0;
        if (SentenceMarks.EndsWithoutSpace(text[last]))
            return GoesOnInJapanese(text[next]) ? 0 : close;
        if (next == close || !CanBegin(text, next, end))
            return 0;
        if (text[last] == '.' && (last == 0 || text[last - 1] != '.'))
            return close;
        var letter = SkipOpeners(text, next, end);
        if (language.Openers.Contains(FullStop.WordAt(text, letter, end)))
            return close;
        return IsAttribution(text, letter, end, language) || IsTitle(text, start, opening, closing) ? 0 : close;
    }

    /// <summary>A small letter goes on with a sentence; a dash does what the word after it does.</summary>
    private static bool CanBegin(string text, int next, int end)
    {
        var i = next;
        if (SentenceMarks.IsDash(text[i]) || text[i] == '*')
        {
            while (i < end && (SentenceMarks.IsDash(text[i]) || text[i] == '*' || char.IsWhiteSpace(text[i])))
                i++;
            return i < end && !char.IsLower(text[i]);
        }

        if (text[i] is ',' or ';' or ':' or ')' or ']' or '/' or '&' or '=' or '+')
            return false;
        if (ListMarker.FindAt(text, i, end) is { IsLetter: true, Tail: ')' })
            return true;
        if (text[i] == '(')
        {
            // "(a) Hello" and "(He left.)" begin a sentence, "(see page 4)" does not.
            return i + 1 < end && (!char.IsLower(text[i + 1]) || i + 2 < end && text[i + 2] == ')');
        }

        return !char.IsLower(text[i]);
    }

    private static int SkipOpeners(string text, int i, int end)
    {
        var first = i;
        while (i < end - 1 && i - first < 3 && SentenceMarks.IsOpener(text[i]))
            i++;
        return i;
    }

    private static bool IsLoneI(string text, int i, int end) => FullStop.WordAt(text, i, end) is "I";

    private static bool IsBlankBefore(string text, int i) => i == 0 || char.IsWhiteSpace(text[i - 1]);

    /// <summary>"word.[12]" ends after the note's number.</summary>
    private static int SkipNoteNumber(string text, int i, int end)
    {
        if (i >= end || text[i] != '[')
            return i;
        var stop = i + 1;
        while (stop < end && stop - i < 5 && char.IsAsciiDigit(text[stop]))
            stop++;
        return stop > i + 1 && stop < end && text[stop] == ']' ? stop + 1 : i;
    }

    /// <summary>"world.Today": no blank between, but two words that are no address and no abbreviation.</summary>
    private static bool IsGlued(string text, int start, int mark, int next, int end, Language language)
    {
        if (
            next + 1 >= end
            || mark - start < 2
            || !char.IsUpper(text[next])
            || !char.IsLower(text[next + 1])
            || !(char.IsLower(text[mark - 1]) && char.IsLetter(text[mark - 2]) || char.IsDigit(text[mark - 1]))
        )
            return false;
        for (var i = next; i < end && i - next < 60 && !char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] is '@' or '/' or '_' or '=')
                return false;
        }

        for (var i = mark - 1; i >= start && mark - i < 60 && !char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] is '@' or '/' or '_' or '=')
                return false;
        }

        return text[mark] != '.' || FullStop.Ends(text, start, mark, next, end, language);
    }

    /// <summary>"Yahoo! Inc." goes on; "Yahoo! The" does not.</summary>
    private static bool IsNameWithMark(string text, int start, int mark, int next, int end, Language language)
    {
        var before = text.AsSpan(start, mark - start);
        return text[mark] == '!'
            && (
                before.EndsWith("Yahoo", StringComparison.Ordinal)
                || before.EndsWith("Jeopardy", StringComparison.Ordinal)
                || before.EndsWith("Jeb", StringComparison.Ordinal)
            )
            && !language.Openers.Contains(FullStop.WordAt(text, next, end));
    }

    /// <summary>"?" Trump said": a name and soon a verb of speech, after a quotation that ends with no full stop.</summary>
    private static bool IsAttribution(string text, int i, int end, Language language)
    {
        var stop = Math.Min(end, i + AttributionReach);
        for (var words = 0; i < stop && words < AttributionWords; words++)
        {
            var word = FullStop.WordAt(text, i, stop);
            if (language.AttributionVerbs.Contains(word))
                return true;
            i += Math.Max(1, word.Length);
            while (i < stop && !char.IsLetter(text[i]))
            {
                if (text[i] is '"' or '“' or '!' or '?' or ';')
                    return false;
                i++;
            }
        }

        return false;
    }

    /// <summary>The slogan "Yes We Can!" in the midst of a sentence: short, and led in by no comma or colon.</summary>
    private static bool IsTitle(string text, int start, int opening, int closing)
    {
        if (opening <= start + 1 || text.AsSpan(opening, closing - opening).Count(' ') > 5)
            return false;
        var i = opening - 1;
        while (i > start && char.IsWhiteSpace(text[i]))
            i--;
        return char.IsLetterOrDigit(text[i]);
    }

    private static bool GoesOnInJapanese(char next) =>
        next is 'と' or '、' or '，' or 'な' or 'の' or 'を' or 'は' or 'が' or 'に';
}
