using Bot.Text.Languages;
using Bot.Text.Words;

namespace Bot.Text.Sentences;

/// <summary>Whether a single full stop ends a sentence or belongs to the word before it.</summary>
internal static class FullStop
{
    private const int LongestWord = 40;

    /// <param name="start">Where the sentence begins.</param>
    /// <param name="stop">Where the full stop stands.</param>
    /// <param name="next">The first letter, digit or other sign of what follows; not a small letter.</param>
    public static bool Ends(string text, int start, int stop, int next, int end, Language language)
    {
        var from = StartOfWord(text, start, stop);
        var word = text.AsSpan(from, stop - from);
        if (word.IsEmpty)
            return true;
        if (ListMarker.IsAllThereIs(text, start, stop))
            return false;
        var following = WordAt(text, next, end);
        var isBeforeDigit = char.IsDigit(text[next]);
        var abbreviation = language.Abbreviations.KindOf(word);
        if (abbreviation == AbbreviationKind.None && word.Contains('.'))
            return EndsAfterDotted(text, start, word, following, isBeforeDigit, language);
        if (word.Length == 1 && Initials.IsInitial(text, from, stop, end))
            return language.Openers.Contains(following) && !IsPartOfName(text, from);
        if (char.IsDigit(word[0]))
            return word.Length > 2 || !language.OrdinalNouns.Contains(following);
        return abbreviation switch
        {
            AbbreviationKind.None => true,
            AbbreviationKind.Title => false,
            AbbreviationKind.BeforeNumber => !isBeforeDigit && !ListMarker.IsRomanNumeral(following),
            AbbreviationKind.Month => !isBeforeDigit,
            _ => word is "etc" or "al" && !isBeforeDigit || language.Openers.Contains(following),
        };
    }

    private static bool EndsAfterDotted(
        string text,
        int start,
        ReadOnlySpan<char> word,
        ReadOnlySpan<char> following,
        bool isBeforeDigit,
        Language language
    )
    {
        if (isBeforeDigit || word is "e.g" or "i.e" or "E.g" or "I.e")
            return char.IsDigit(word[^1]) && char.IsDigit(word[0]);
        if (
            word.Equals("a.m", StringComparison.OrdinalIgnoreCase)
            || word.Equals("p.m", StringComparison.OrdinalIgnoreCase)
        )
            return !IsOpeningTime(text, start);

        // "example.com.", "3.5.", "awesome_content.html.": the last part is no single letter.
        var last = word[(word.LastIndexOf('.') + 1)..];
        return last.Length > 1 && !char.IsUpper(last[^1]) || language.Openers.Contains(following);
    }

    /// <summary>"At 5 a.m. Mr. Smith …": a time alone, led by a preposition, is no sentence.</summary>
    private static bool IsOpeningTime(string text, int start)
    {
        var first = WordAt(text, start, text.Length);
        return first
                is "At"
                    or "By"
                    or "Around"
                    or "About"
                    or "Until"
                    or "Before"
                    or "After"
                    or "Since"
                    or "From"
                    or "Shortly"
            && IsShort(text.AsSpan(start, Math.Min(LongestWord, text.Length - start)));

        static bool IsShort(ReadOnlySpan<char> opening)
        {
            var stop = opening.IndexOf(".m", StringComparison.OrdinalIgnoreCase);
            return stop > 0 && opening[..stop].Count(' ') <= 3;
        }
    }

    /// <summary>The initial of "George W." has a capitalised word right before it.</summary>
    private static bool IsPartOfName(string text, int from)
    {
        var i = from - 1;
        while (i > 0 && from - i < LongestWord && char.IsLetter(text[i - 1]))
            i--;
        return i >= 0 && i < from - 1 && char.IsUpper(text[i]);
    }

    private static int StartOfWord(string text, int start, int stop)
    {
        var i = stop;
        while (i > start && stop - i < LongestWord && IsWordCharacter(text[i - 1]))
            i--;
        return i;
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || c is '.' or '&' or '°' or 'º' or '_' or '@' or '/' or ':' or '’' or '\'';

    public static ReadOnlySpan<char> WordAt(string text, int i, int end)
    {
        var stop = i;
        while (
            stop < end && stop - i < LongestWord && (char.IsLetter(text[stop]) || IsApostropheInside(text, stop, end))
        )
            stop++;
        return text.AsSpan(i, stop - i);
    }

    private static bool IsApostropheInside(string text, int i, int end) =>
        text[i] is '\'' or '’' && i + 1 < end && char.IsLetter(text[i + 1]);
}
