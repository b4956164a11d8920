using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>Says which items may stand inside a name or description, and which forms of a verb are none where they stand.</summary>
internal sealed class PhraseWords(ItemStream stream, MentionMap mentions)
{
    private const WordClasses NeverInside =
        WordClasses.Preposition
        | WordClasses.Conjunction
        | WordClasses.Subordinator
        | WordClasses.Auxiliary
        | WordClasses.Adverb
        | WordClasses.Time
        | WordClasses.SubjectPronoun
        | WordClasses.ObjectPronoun;

    /// <summary>Those who speak for somebody, so that the name before them is not the speaker's.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attendants = """
        campaign spokesman spokeswoman spokesperson spokespeople aide aides adviser advisers advisor advisors team supporter
        supporters administration camp ally allies surrogate surrogates lawyer lawyers official officials manager staffer
        staffers backer backers voters delegates fans critics
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Times = Words("stretches of time");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bodies = Words("bodies");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pasts = Words("past forms");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Papers = Words("papers");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Quantifiers = Words("quantifiers");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Someones = Words("someones");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = Words("others");

    /// <summary>What a body is called behind its name: "news agency", "militant group".</summary>
    public bool IsBody(int item) => !stream[item].IsCapital && Bodies.Contains(stream.Word(item));

    /// <summary>What carries the words of whoever wrote or spoke it: "statement", "letter", "interview".</summary>
    public bool IsPaper(int item) => Papers.Contains(stream.Word(item));

    /// <summary>A stretch of time is no speaker: "this week". The New York Times is one.</summary>
    public bool IsStretchOfTime(SpeakerMention phrase) =>
        phrase.Type == SpeakerType.Description && Times.Contains(stream.Word(phrase.Head));

    public bool IsPronoun(int item) => stream[item].Lexeme.Is(WordClasses.SubjectPronoun) && !stream.Is(item, "who");

    /// <summary>True of a spokesman, an aide: one who speaks for somebody.</summary>
    public bool IsAttendant(int item) => Attendants.Contains(stream.Word(item));

    /// <summary>"31-year-old", which stands for its bearer.</summary>
    public bool IsAge(int item) => stream[item].Kind == ItemKind.Number && stream.Word(item).EndsWith("-old");

    /// <summary>"them" in "one of them": part of a mention of some among others.</summary>
    public bool IsSomeOfThem(int last, int limit) =>
        last - 2 >= limit
        && Others.Contains(stream.Word(last))
        && stream.Is(last - 1, "of")
        && (stream[last - 2].Kind == ItemKind.Number || Quantifiers.Contains(stream.Word(last - 2)));

    /// <summary>"Another wrote": somebody among others, with no noun.</summary>
    public bool IsSomeone(int item) =>
        Someones.Contains(stream.Word(item))
        && item < stream.SentenceOf(item).Last
        && !IsNoun(item + 1)
        && !stream.Is(item + 1, "of");

    /// <summary>"leader", "scientist": one person.</summary>
    public bool IsPersonNoun(int item) => IsPerson(TraitsAt(item));

    /// <summary>Whether a word with these traits says what one person is.</summary>
    public static bool IsPerson(WordTraits traits) =>
        (traits & (WordTraits.PersonNoun | WordTraits.Office)) != WordTraits.None && !traits.HasFlag(WordTraits.Plural);

    /// <summary>Whether a word says what a body is: "company", "union".</summary>
    public bool IsGroup(int item) => TraitsAt(item).HasFlag(WordTraits.GroupNoun) || IsBody(item);

    /// <summary>What the lists know of a word, whether or not it is written large.</summary>
    public WordTraits TraitsAt(int item)
    {
        var word = Folding.Fold(stream.Word(item).ToString());
        return word.Length > 0 ? NameLexicon.Instance.TraitsOf(word, word) : WordTraits.None;
    }

    /// <summary>"he", "she".</summary>
    public bool IsPerson(int item) => stream.Is(item, "he") || stream.Is(item, "she");

    /// <summary>True of a word that may stand inside a name or description.</summary>
    public bool IsNoun(int i)
    {
        var item = stream[i];
        if (item.Kind == ItemKind.Number)
            return true;
        if (item.Kind != ItemKind.Word)
            return false;
        if (mentions.NameAt(i) is not null)
            return true;
        var lexeme = item.Lexeme;
        if (lexeme.Is(NeverInside | WordClasses.Determiner | WordClasses.Possessive | WordClasses.Ending))
            return false;
        return lexeme.Verb is null ? !IsPastForm(i) : IsVerbAsNoun(i);
    }

    /// <summary>"released" in "the committee released", but not in "the released files"; "took" in "the committee took".</summary>
    private bool IsPastForm(int i)
    {
        if (stream[i].IsCapital || i == 0 || stream[i - 1].Sentence != stream[i].Sentence)
            return false;
        var word = stream.Word(i);
        if (!(word.Length >= 5 && word.EndsWith("ed")) && !(Pasts.Contains(word) && !IsBeforeVerb(i)))
            return false;
        var before = stream[i - 1].Lexeme;
        return IsWord(i - 1)
            && !before.Is(
                WordClasses.Determiner
                    | WordClasses.Possessive
                    | WordClasses.Ending
                    | WordClasses.Adverb
                    | WordClasses.Preposition
                    | WordClasses.Conjunction
            )
            && !word.Contains('-');
    }

    /// <summary>"The far left said".</summary>
    private bool IsBeforeVerb(int i) =>
        i < stream.SentenceOf(i).Last
        && stream[i + 1].Lexeme is var next
        && (next.Is(WordClasses.Auxiliary) || next is { Verb: not null, Form: VerbForm.Past });

    /// <summary>True of "claims" in "his claims", "United States", "comments were": a form of a speech verb that is none here.</summary>
    public bool IsVerbAsNoun(int i)
    {
        var (item, lexeme) = (stream[i], stream[i].Lexeme);
        var hasBefore = i > 0 && stream[i - 1].Sentence == item.Sentence;
        var before = hasBefore ? stream[i - 1].Lexeme : default;
        var isLed = before.Is(
            WordClasses.Determiner | WordClasses.Possessive | WordClasses.Ending | WordClasses.Preposition
        );
        if (lexeme.Form is not (VerbForm.Base or VerbForm.Third))
            return isLed && lexeme.Verb!.Strength != CueStrength.Sure; // a form is a verb's
        if (isLed && !before.Is(WordClasses.Subordinator) || hasBefore && item.IsCapital && IsWord(i - 1))
            return true;
        if (i == stream.SentenceOf(i).Last)
            return false;
        return stream[i + 1].Lexeme.Is(WordClasses.Auxiliary)
            || stream[i + 1].Lexeme.Form == VerbForm.Past
            || lexeme is { Form: VerbForm.Third, Verb.Strength: not CueStrength.Sure } && HasOtherVerb(i + 1);
    }

    /// <summary>"The attacks on Kyiv were": the phrase after the form runs into a verb without a new subject.</summary>
    private bool HasOtherVerb(int from)
    {
        var last = Math.Min(stream.SentenceOf(from).Last, from + 7);
        if (!stream[from].Lexeme.Is(WordClasses.Preposition))
            return false;
        for (var i = from + 1; i <= last; i++)
        {
            if (stream[i].Lexeme.Is(WordClasses.Auxiliary))
                return true;
            if (
                stream[i].Kind is ItemKind.Punctuation or ItemKind.Quote
                || stream[i].Lexeme.Is(WordClasses.Subordinator)
            )
                return false;
        }

        return false;
    }

    private bool IsWord(int i) => stream[i].Kind == ItemKind.Word;

    public bool IsDeterminer(int i) => stream[i].Lexeme.Is(WordClasses.Determiner | WordClasses.Possessive);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string heading) =>
        Language
            .House.Words(heading)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
