using System.Collections.Frozen;

namespace Bot.Text.Cues;

/// <summary>The small words and the speech verbs of English, looked up without making strings.</summary>
internal static class Lexicon
{
    private static readonly (WordClasses Classes, string Words)[] Table =
    [
        (
            WordClasses.Determiner,
            "the a an this these those some many several both all another each every no any most few"
        ),
        (WordClasses.Possessive, "his her their its my our your whose"),
        (
            WordClasses.Preposition,
            """
            of in on at for from with by to about against during after before over under between among into as like since
            through throughout without within across behind beneath below above aboard except unlike past amongst despite amid amidst toward towards upon near including regarding concerning
            than until till onto off around outside inside beyond besides alongside per via following versus
            """
        ),
        (WordClasses.Conjunction, "and or but nor yet & plus"),
        (
            WordClasses.Subordinator,
            "that which who whom where when while because if whether although though after before since until as than how why what so unless once whereas"
        ),
        (WordClasses.Relative, "who which that whom"),
        (
            WordClasses.Auxiliary | WordClasses.Be,
            "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t got gets getting"
        ),
        (
            WordClasses.Auxiliary,
            """
            has have had having do does did will would can could may might must shall should cannot
            hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mustn't shouldn't
            hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t mustn’t shouldn’t
            'll 'd 've 're 'm ’ll ’d ’ve ’re ’m
            """
        ),
        (
            WordClasses.Adverb,
            """
            also then later recently earlier once often repeatedly reportedly not never just still already now even simply
            again instead thus too either neither soon ever always sometimes usually twice further however meanwhile rather
            there here almost quite very back first finally aloud darkly anyway perhaps maybe indeed likewise nevertheless
            nonetheless therefore otherwise afterward afterwards subsequently only
            """
        ),
        (
            WordClasses.Time,
            """
            monday tuesday wednesday thursday friday saturday sunday mondays today yesterday tomorrow tonight
            january february april june july august september october november december
            jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. mon. tue. wed. thu. fri. ago
            """
        ),
        (WordClasses.SubjectPronoun, "he she they i we you it who"),
        (
            WordClasses.ObjectPronoun,
            "him them me us himself herself themselves itself myself ourselves yourself everyone anyone nobody"
        ),
        (WordClasses.Ending, "'s ’s"),
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

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeechNouns = """
        remark remarks comment comments claim claims statement words phrase slogan promise vow pledge assertion accusation
        argument suggestion insistence warning admission contention description complaint criticism declaration reply
        response answer tweet tweets message letter speech refrain mantra catchphrase boast question call joke motto line post
        email e-mail op-ed note memo testimony chant cry rhetoric
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True of what somebody's words are called: remark, claim, promise.</summary>
    public static bool IsSpeechNoun(ReadOnlySpan<char> word) => SpeechNouns.Contains(word);

    public static Lexeme Find(ReadOnlySpan<char> word)
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
        foreach (var (classes, list) in Table)
        foreach (var word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var known = words.GetValueOrDefault(word);
            words[word] = known with { Classes = known.Classes | classes };
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
