using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Letters;
using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>The small words and the speech verbs of English, looked up without making strings.</summary>
internal static class Lexicon
{
    private static readonly (WordClasses Classes, string Heading)[] Headings =
    [
        (WordClasses.Determiner, "determiners"),
        (WordClasses.Possessive, "possessives"),
        (WordClasses.Preposition, "prepositions"),
        (WordClasses.Conjunction, "conjunctions"),
        (WordClasses.Subordinator, "subordinators"),
        (WordClasses.Relative, "relatives"),
        (WordClasses.Auxiliary | WordClasses.Be, "forms of be"),
        (WordClasses.Auxiliary, "auxiliaries"),
        (WordClasses.Adverb, "adverbs"),
        (WordClasses.Time, "times"),
        (WordClasses.SubjectPronoun, "subject pronouns"),
        (WordClasses.ObjectPronoun, "object pronouns"),
        (WordClasses.Ending, "endings"),
    ];

    private static readonly FrozenDictionary<string, Lexeme> Words = Build();

    private static readonly FrozenDictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotAdverbs = new[]
    {
        "family",
        "ally",
        "assembly",
        "supply",
        "reply",
        "italy",
        "fly",
        "july",
        "monopoly",
        "belly",
        "bully",
        "only",
        "elderly",
        "monthly",
        "weekly",
        "daily",
        "friendly",
        "likely",
        "early",
        "billy",
        "sally",
        "kelly",
        "rally",
        "anomaly",
        "doily",
        "lovely",
        "lonely",
        "holy",
        "kimberly",
        "emily",
        "molly",
    }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly LetterSet SpeechNouns = new(
        """
        remark remarks comment comments claim claims statement words phrase slogan promise vow pledge assertion accusation
        argument suggestion insistence warning admission contention description complaint criticism declaration reply
        response answer tweet tweets message letter speech refrain mantra catchphrase boast question call joke motto line post
        email e-mail op-ed note memo testimony chant cry rhetoric
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
    );

    /// <summary>True of what somebody's words are called: remark, claim, promise.</summary>
    public static bool IsSpeechNoun(ReadOnlySpan<char> word) =>
        SpeechNouns.Contains(LowerCase.Of(word, stackalloc char[LowerCase.Room]));

    public static Lexeme Find(ReadOnlySpan<char> word)
    {
        var written = WrittenWord.Of(word, LetterHash.Quick(word));
        if (written.Lexeme is Lexeme known)
            return known;
        var lexeme = Read(word);
        written.Lexeme = lexeme;
        return lexeme;
    }

    private static Lexeme Read(ReadOnlySpan<char> word)
    {
        if (BySpan.TryGetValue(word, out var lexeme))
            return lexeme;
        return word.Length > 4 && word.EndsWith("ly") && char.IsLower(word[0]) && !NotAdverbs.Contains(word)
            ? new Lexeme(WordClasses.Adverb, null, VerbForm.None)
            : default;
    }

    private static FrozenDictionary<string, Lexeme> Build()
    {
        var words = new Dictionary<string, Lexeme>(StringComparer.OrdinalIgnoreCase);
        foreach (var (form, lexeme) in SpeechVerbs.Forms())
            words.TryAdd(form, lexeme);
        foreach (var (classes, heading) in Headings)
        foreach (var word in Language.House.Words(heading))
        {
            var known = words.GetValueOrDefault(word);
            words[word] = known with { Classes = known.Classes | classes };
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
