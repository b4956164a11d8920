using Bot.Text.Languages;
using Bot.Text.Letters;
using Bot.Text.Lexicons;
using Bot.Text.Words;

namespace Bot.Text.Keywords;

/// <summary>When a word is a verb, which ends a phrase.</summary>
internal enum VerbSense
{
    Never,
    Always,

    /// <summary>"ban" in "will ban campfires".</summary>
    BehindModal,

    /// <summary>"hiring", unless it is "the hiring freeze".</summary>
    WithoutDeterminer,
}

/// <summary>What is known of a word of an article whatever stands around it: asked of the lists once.</summary>
/// <param name="Folded">As it is counted: "guarantees" is "guarantee".</param>
/// <param name="Verb">In English alone; other languages' verbs are not known.</param>
/// <param name="IsWeak">It holds sentences together, or carries sense and finds nothing.</param>
/// <param name="IsMereAdjective">No phrase ends with it.</param>
internal sealed record KeyWord(
    string Folded,
    VerbSense Verb = VerbSense.Never,
    bool IsWeak = false,
    bool IsTooWideAlone = false,
    bool EndsWeakly = false,
    bool IsMereAdjective = false
)
{
    /// <summary>Of an English word, which keeps it.</summary>
    public static KeyWord Of(WrittenWord word)
    {
        if (word.KeyWord is KeyWord known)
            return known;
        var added = Of(word.Plain);
        word.KeyWord = added;
        return added;
    }

    /// <param name="lower">An English word in small letters, with straight apostrophes.</param>
    public static KeyWord Of(string lower)
    {
        if (Language.House.FunctionWords.Contains(lower) || WeakWords.Contains(lower))
            return new KeyWord(lower, IsWeak: true);
        var folded = EnglishPlural.Singular(lower, Language.House.Tag);
        return new KeyWord(
            folded,
            SenseOf(lower),
            IsTooWideAlone: WeakWords.IsTooWideAlone(folded),
            EndsWeakly: WeakWords.EndsWeakly(folded),
            IsMereAdjective: WeakWords.IsAdjective(folded) && !IsNoun(folded)
        );
    }

    private static VerbSense SenseOf(string word)
    {
        if (WeakWords.IsNounInIng(word))
            return VerbSense.Never;
        if (WeakWords.IsGerund(word))
            return VerbSense.WithoutDeterminer;
        const WordTraits other = WordTraits.Noun | WordTraits.Adjective;
        var traits = NameLexicon.Instance.TraitsOf(word, word);
        if (!traits.HasFlag(WordTraits.Verb))
            return VerbSense.Never;
        return (traits & other) == WordTraits.None ? VerbSense.Always : VerbSense.BehindModal;
    }

    /// <summary>"medal", "canal", "offensive".</summary>
    private static bool IsNoun(string word) => NameLexicon.Instance.TraitsOf(word, word).HasFlag(WordTraits.Noun);
}
