using Bot.Text.Letters;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>Tells an English sentence from a label such as "The current flag of New Zealand." and from one that was cut off.</summary>
internal static class Fragments
{
    /// <summary>So long a sentence without a verb that is known has one that is not.</summary>
    private const int MostWords = 18;

    private const int LongestUnfinished = 8;

    /// <summary>Words that come before their verb, or are one.</summary>
    private static readonly LetterSet Verbs = Split(
        """
        is are was were be has have had will would can could may might must shall should do does did isn't aren't wasn't weren't
        says said told wins won lost began came went took made got gave fell rose met left found saw set put ran held kept
        sent beat hit led paid shot stood spoke wrote thought became brought bought broke built chose cut feel felt grew knew know
        let wants want hopes hope plans plan need needs think thinks believe believes goes go gets get makes make takes take comes
        come remains remain seems seem faces face died dies lies sat sits won't don't doesn't didn't can't couldn't wouldn't cannot
        hasn't haven't hadn't flew drew drove threw struck swept taught caught sought fought sold spent hurt burst quit withdrew hid
        slid sank wore fed
        i we they you
        """
    );

    /// <summary>"That's", "it's": nothing is theirs, so that the ending is a verb.</summary>
    private static readonly LetterSet Subjects = Split("that it he she there here what who where how");

    /// <summary>No English sentence ends with one of these: its line was broken, or a full stop stands where none belongs.</summary>
    private static readonly LetterSet Unfinished = Split(
        "and or the an their its our your whose than mr mrs ms dr gen sen rep gov but nor"
    );

    /// <param name="words">Of the sentence.</param>
    /// <returns>Whether it says nothing whole; false for every long sentence that ends well.</returns>
    public static bool IsOne(string text, TextSpan sentence, ReadOnlySpan<Word> words)
    {
        Span<char> room = stackalloc char[LowerCase.Room];
        if (
            text[sentence.End - 1] is '.' or ','
            && Unfinished.Contains(LowerCase.WithPlainApostrophes(LastWord(text, sentence).In(text), room))
        )
            return true;
        if (sentence.In(text).Count(' ') >= MostWords)
            return false;
        Word? before = null;
        foreach (var word in words)
        {
            if (word.Kind == WordKind.Punctuation)
                continue;
            if (MayBeVerb(text, word, before))
                return false;
            before = word;
        }

        return true;
    }

    private static TextSpan LastWord(string text, TextSpan sentence)
    {
        var start = sentence.End - 1;
        while (start > sentence.Start && char.IsLetter(text[start - 1]) && sentence.End - start < LongestUnfinished)
            start--;
        return TextSpan.FromBounds(start, sentence.End - 1);
    }

    private static bool MayBeVerb(string text, Word word, Word? before)
    {
        Span<char> room = stackalloc char[LowerCase.Room];
        if (word.Kind == WordKind.Ending)
            return text[word.Span.End - 1] is not ('s' or 'S')
                || before is { } subject
                    && Subjects.Contains(LowerCase.WithPlainApostrophes(subject.Span.In(text), room));
        if (word.Kind != WordKind.Letters)
            return false;
        var folded = LowerCase.WithPlainApostrophes(word.Span.In(text), room);
        if (Verbs.Contains(folded))
            return true;
        return folded.Length > 3
            && (
                folded.EndsWith("ed")
                || before is not null
                    && char.IsLower(text[word.Span.Start])
                    && folded[^1] == 's'
                    && folded[^2] is not ('s' or 'u' or '\'')
            );
    }

    private static LetterSet Split(string words) => new(WordSet.Of(words));
}
