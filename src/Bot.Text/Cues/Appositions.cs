using Bot.Text.Lexicons;
using Bot.Text.Names;

namespace Bot.Text.Cues;

/// <summary>
/// Tells a name from what stands in apposition to it: "Ann Lund, head of the agency said", where the second comma is missing, and
/// "the head of the agency, Ann Lund, said".
/// </summary>
internal sealed class Appositions(ItemStream stream, NounPhrases phrases, PhraseWords words, MentionMap mentions)
{
    private const int Longest = 14;
    private const int LongestTitle = 4;

    /// <summary>What begins something else behind a comma: "Tom Hale, the minister said, was late".</summary>
    private const WordClasses NoApposition =
        WordClasses.Determiner
        | WordClasses.Possessive
        | WordClasses.Conjunction
        | WordClasses.Subordinator
        | WordClasses.Relative
        | WordClasses.SubjectPronoun
        | WordClasses.Preposition;

    private const WordClasses OtherClause = WordClasses.Auxiliary | WordClasses.SubjectPronoun | WordClasses.Relative;

    /// <param name="phrase">What stands right before a verb.</param>
    /// <param name="first">Where the sentence begins.</param>
    /// <returns>The person whom it describes; null where it stands for itself.</returns>
    public SpeakerMention? OwnerOf(SpeakerMention phrase, int first)
    {
        if (phrase.Type is SpeakerType.Person or SpeakerType.Pronoun or SpeakerType.Several)
            return null;
        for (var i = phrase.First - 1; i > first && phrase.First - i < Longest; i--)
        {
            if (stream.IsMark(i, ','))
                return Opens(i + 1) ? PersonEndingAt(i - 1) : null;
            var item = stream[i];
            if (
                item.Kind is ItemKind.Quote or ItemKind.Punctuation
                || item.Lexeme.Verb is not null
                || item.Lexeme.Is(OtherClause)
            )
                return null;
        }

        return null;
    }

    /// <param name="comma">The one right before a verb.</param>
    /// <param name="first">Where the sentence begins.</param>
    /// <returns>Who stands alone between two commas and is described by the words before; null where nobody is.</returns>
    public SpeakerMention? NamedBehind(int comma, int first)
    {
        if (!stream.IsMark(comma, ',') || mentions.NameAt(comma - 1) is not { } name || name.Last != comma - 1)
            return null;
        if (name.Type == EntityType.Place || phrases.EndingAt(comma - 1) is not { } named)
            return null;
        var isPair = named.Type == SpeakerType.Several;
        var before = BeforeTitle(isPair ? named.First : name.First, first);
        return before > first + 1 && stream.IsMark(before, ',') && Describes(before - 1, first, name.Type, isPair)
            ? named
            : null;
    }

    /// <summary>What stands before a name and its title: "Sen. Ann Lund", "activist investor Crest Partners", "Poland's Jan Kos".</summary>
    private int BeforeTitle(int name, int first)
    {
        var i = name - 1;
        while (i > first && name - i <= LongestTitle && IsOfTitle(i))
            i--;
        return i > first && stream[i].Lexeme.Is(WordClasses.Determiner) ? i - 1 : i;
    }

    private bool IsOfTitle(int i) =>
        mentions.NameAt(i) is { } name
            ? name.Type != EntityType.Person
            : stream[i].Kind == ItemKind.Word && !stream[i].Lexeme.Is(NoApposition | OtherClause);

    /// <summary>"the head of the agency in Rome": an article and small words lead up to an item, and no person's name.</summary>
    private bool Describes(int last, int first, EntityType type, bool isPair)
    {
        for (var i = last; i >= first && last - i < Longest; i--)
        {
            var item = stream[i];
            if (item.Kind is ItemKind.Quote or ItemKind.Punctuation || item.Lexeme.Is(OtherClause))
                return false;
            if (mentions.NameAt(i) is { Type: EntityType.Person })
                return false;
            if (
                !item.Lexeme.Is(WordClasses.Determiner | WordClasses.Possessive)
                || phrases.StartingAt(i) is not { } phrase
            )
                continue;
            if (i > first && stream[i - 1].Lexeme.Is(WordClasses.Preposition))
                continue;
            // A phrase that ends farther on was joined with the name beside it.
            return isPair ? AreSeveral(last) : phrase.Last > last || Says(phrase, type);
        }

        return false;
    }

    /// <summary>"the French and German ministers".</summary>
    private bool AreSeveral(int noun)
    {
        const WordTraits persons = WordTraits.PersonNoun | WordTraits.Plural;
        return (words.TraitsAt(noun) & persons) == persons;
    }

    /// <summary>Whether a phrase says what a person or a body is.</summary>
    private bool Says(SpeakerMention phrase, EntityType type) =>
        phrase.Type is SpeakerType.Description or SpeakerType.Capitals
        && (
            words.IsPersonNoun(phrase.Head)
            || stream.Is(phrase.Head, "head")
            || type == EntityType.Organisation && words.IsGroup(phrase.Head)
        );

    private bool Opens(int i) =>
        stream[i] is { Kind: ItemKind.Word, IsCapital: false } word && !word.Lexeme.Is(NoApposition);

    private SpeakerMention? PersonEndingAt(int last) =>
        mentions.NameAt(last) is { Type: EntityType.Person } name && name.Last == last ? phrases.EndingAt(last) : null;
}
