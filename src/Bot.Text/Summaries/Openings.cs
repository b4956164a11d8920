using Bot.Text.Layout;
using Bot.Text.Letters;
using Bot.Text.Marks;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>Whether a sentence leans on the one before it: read alone, "He also …" or "But …" leaves a reader asking.</summary>
internal static class Openings
{
    private static readonly LetterSet LeaningWords = Split(
        """
        he she they it his her their its him them this that these those such but and or however so also then thus therefore instead
        moreover furthermore nevertheless nonetheless otherwise meanwhile additionally similarly likewise consequently hence yet still
        both another others previously earlier later neither either afterwards afterward there here nor too indeed finally besides
        er sie es ihr ihre sein seine dies diese dieser dieses aber doch und deshalb dennoch auch damit dabei dazu
        il elle ils elles ce cela cette ces mais et donc cependant leur leurs son sa ses
        él ella ellos ellas esto eso esta este pero y su sus sin además también
        он она они это его её их но и однако также поэтому этот эта
        """
    );

    /// <summary>"The move", "The decision": a noun that takes up what was just told.</summary>
    private static readonly LetterSet TakingUp = Split(
        """
        move moves decision decisions announcement announcements statement statements comment comments remark remarks incident incidents
        claim claims findings finding report pair trio duo couple two three latter former same ruling proposal measure measures
        development developments source sources suspect victim victims man woman boy girl result results news allegations allegation charges attack attacks study poll survey
        """
    );

    private static readonly LetterSet Pronouns = Split("he she they it we i you");

    /// <summary>"it is", "it emerged": what it stands for comes after.</summary>
    private static readonly LetterSet Impersonal = Split(
        "is was has emerged seems seemed appears appeared turns turned takes took will would"
    );

    /// <summary>No longer word is asked for.</summary>
    private const int LongestWord = 20;

    /// <summary>Characters within which a sentence comes to its subject.</summary>
    private const int LongestRunUp = 140;

    private static readonly string[] LeaningPhrases =
    [
        "as such",
        "as a result",
        "for example",
        "for instance",
        "in addition",
        "in contrast",
        "in other words",
        "in turn",
        "at the time",
        "at the same time",
        "on the other hand",
        "after that",
        "despite this",
        "despite that",
        "because of this",
        "as well",
        "what is more",
        "not only that",
        "one of them",
        "some of them",
        "all of them",
        "none of them",
        "most of them",
        "part of that",
        "by contrast",
        "instead of",
        "even so",
        "in that",
        "in this",
        "with that",
        "after this",
        "like many",
        "of those",
        "of these",
        "of them",
    ];

    /// <param name="opening">The quotation that the sentence begins with.</param>
    /// <param name="names">Of the whole text.</param>
    public static bool Lean(string text, TextSpan sentence, MarkedStretch? opening, NamesInOrder names)
    {
        if (opening is { } quoted && IsSpokenByNobody(text, sentence, quoted))
            return true;
        var start = sentence.Start;
        while (start < sentence.End && !char.IsLetterOrDigit(text[start]))
            start++;
        var first = WordAt(text, start, sentence.End);
        if (start < sentence.End && start == sentence.Start && char.IsLower(text[start]))
            return true;
        Span<char> room = stackalloc char[LongestWord];
        var opener = Folded(text, first, room);
        if (LeaningWords.Contains(opener))
            return true;
        var rest = text.AsSpan(first.Start, sentence.End - first.Start);
        foreach (var phrase in LeaningPhrases)
        {
            if (Phrase.MayBegin(rest, phrase) && rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        if (opener is "the")
        {
            var second = WordAt(text, Math.Min(first.End + 1, sentence.End), sentence.End);
            if (TakingUp.Contains(Folded(text, second, room)))
                return true;
        }

        return opening is null && NamesNobodyBefore(text, sentence, names);
    }

    /// <summary>
    /// "At first glance, it does not look like much": the sentence comes to its subject late, and that is a pronoun for which
    /// nothing before it stands. "In her speech, Merkel …" and "As expected, it emerged …" are no such.
    /// </summary>
    private static bool NamesNobodyBefore(string text, TextSpan sentence, NamesInOrder names)
    {
        var comma = text.IndexOf(',', sentence.Start, Math.Min(sentence.Length, LongestRunUp));
        if (comma < 0 || comma + 2 >= sentence.End || text[comma + 1] != ' ')
            return false;
        if (text.AsSpan(sentence.Start, comma - sentence.Start).ContainsAny(";:—\"“"))
            return false;
        var subject = WordAt(text, comma + 2, sentence.End);
        Span<char> room = stackalloc char[LongestWord];
        return Folded(text, subject, room) switch
            {
                "he" or "she" or "they" => true,
                "it" => !Impersonal.Contains(
                    Folded(text, WordAt(text, Math.Min(subject.End + 1, sentence.End), sentence.End), room)
                ),
                _ => false,
            } && !names.AnyIn(TextSpan.FromBounds(sentence.Start, comma));
    }

    /// <summary>A quotation that says nobody's name: it stands alone, or "he" said it.</summary>
    public static bool IsSpokenByNobody(string text, TextSpan sentence, MarkedStretch quoted)
    {
        var i = quoted.Inner.End + 1;
        while (i < sentence.End && !char.IsLetterOrDigit(text[i]))
            i++;
        return i >= sentence.End
            || Pronouns.Contains(Folded(text, WordAt(text, i, sentence.End), stackalloc char[LongestWord]));
    }

    private static TextSpan WordAt(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && Letter.LengthAt(text, stop, end) is var length and > 0)
            stop += length;
        return TextSpan.FromBounds(start, stop);
    }

    /// <returns>The word in small letters; nothing of a long one.</returns>
    private static ReadOnlySpan<char> Folded(string text, TextSpan word, Span<char> room) =>
        word.Length > LongestWord ? [] : LowerCase.Of(word.In(text), room);

    private static LetterSet Split(string words) => new(WordSet.Of(words));
}
