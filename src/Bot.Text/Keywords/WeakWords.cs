using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Letters;

namespace Bot.Text.Keywords;

/// <summary>English words that carry sense and yet find nothing: verbs of every story, measures, time, the newsroom's own.</summary>
internal static class WeakWords
{
    private static readonly FrozenSet<string> Words = Language.House.Set("weak words");

    /// <summary>Nouns of so many stories that one alone finds none of them.</summary>
    private static readonly FrozenSet<string> Wide = Language.House.Set("wide words");

    /// <summary>Words in "-ing" that are nouns of their own, with or without an article.</summary>
    private static readonly FrozenSet<string> Nouns = Language.House.Set("nouns in ing");

    private static readonly LetterSet Determiners = new(Language.House.Determiners);

    /// <param name="word">In small letters, with straight apostrophes.</param>
    public static bool Contains(string word) => Words.Contains(word);

    /// <summary>"quickly", "announced": no phrase of nouns ends so, and few begin so.</summary>
    public static bool EndsWeakly(string word) =>
        word.EndsWith("ly", StringComparison.Ordinal)
            && word is not ("family" or "assembly" or "supply" or "ally" or "rally" or "anomaly" or "monopoly")
        || word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 4;

    /// <summary>"issuing", "causing": a verb's form, unless what stands before it says otherwise.</summary>
    public static bool IsGerund(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"funding", "hearing": a noun wherever it stands.</summary>
    public static bool IsNounInIng(string word) => Nouns.Contains(word);

    /// <summary>A verb follows it.</summary>
    public static bool IsModal(ReadOnlySpan<char> word) =>
        word is "will" or "would" or "can" or "could" or "may" or "might" or "must" or "shall" or "should" or "cannot";

    /// <param name="word">In small letters.</param>
    public static bool IsDeterminer(ReadOnlySpan<char> word) => Determiners.Contains(word);

    /// <summary>A word that finds its story only as part of a phrase.</summary>
    public static bool IsTooWideAlone(string word) =>
        IsAdjective(word)
        || Wide.Contains(word)
        || word.StartsWith("pro-", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("anti-", StringComparison.OrdinalIgnoreCase);

    /// <summary>"financial", "ethnic": a word that says something only with the noun after it.</summary>
    public static bool IsAdjective(string word) =>
        word.EndsWith("al", StringComparison.Ordinal)
            && word
                is not (
                    "deal"
                    or "trial"
                    or "appeal"
                    or "hospital"
                    or "capital"
                    or "festival"
                    or "metal"
                    or "animal"
                    or "goal"
                    or "coal"
                    or "scandal"
                    or "withdrawal"
                    or "referral"
                    or "approval"
                    or "arrival"
                    or "proposal"
                    or "rival"
                    or "journal"
                    or "criminal"
                    or "signal"
                    or "funeral"
                    or "terminal"
                    or "missal"
                )
        || word.EndsWith("ful", StringComparison.Ordinal)
        || word.EndsWith("ous", StringComparison.Ordinal)
        || word.EndsWith("ive", StringComparison.Ordinal)
            && word
                is not (
                    "executive"
                    or "initiative"
                    or "detective"
                    or "motive"
                    or "archive"
                    or "incentive"
                    or "narrative"
                    or "directive"
                    or "drive"
                )
        || word.EndsWith("ble", StringComparison.Ordinal)
            && word is not ("vegetable" or "cable" or "table" or "trouble" or "bubble")
        || word.EndsWith("ic", StringComparison.Ordinal)
            && word
                is not (
                    "traffic"
                    or "clinic"
                    or "topic"
                    or "pandemic"
                    or "epidemic"
                    or "music"
                    or "fabric"
                    or "critic"
                    or "mechanic"
                    or "republic"
                    or "public"
                )
        || word
            is "tough"
                or "private"
                or "poor"
                or "rich"
                or "black"
                or "white"
                or "dead"
                or "alive"
                or "safe"
                or "huge"
                or "sick"
                or "wild"
                or "naked"
                or "drunk";
}
