using System.Collections.Frozen;
using Bot.Text.Languages;

namespace Bot.Text.Words;

/// <summary>Makes one of many: "taxes" are "tax", "ferries" are "ferry".</summary>
internal static class EnglishPlural
{
    private const int ShortestPlural = 4;

    private static readonly string[] Sibilants = ["sses", "ches", "shes", "xes", "zzes", "tzes"];

    /// <summary>What the rules would make another word of.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = Table();

    /// <summary>Whether a language makes its plurals so: a text that does not tell its own counts as English.</summary>
    /// <param name="language">BCP 47.</param>
    public static bool IsFor(string language) => language == Language.House.Tag || language == LanguageModel.Other;

    /// <param name="word">Folded; a word that is no plural is given back.</param>
    /// <param name="language">BCP 47; in one that makes its plurals otherwise each word is given back.</param>
    public static string Singular(string word, string language)
    {
        if (!IsFor(language))
            return word;
        if (word.Length < ShortestPlural || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' or '\'')
            return word;
        if (Irregular.TryGetValue(word, out var one))
            return one;
        if (word.Length > ShortestPlural && word.EndsWith("ies", StringComparison.Ordinal))
            return $"{word[..^3]}y";
        return Array.Exists(Sibilants, s => word.EndsWith(s, StringComparison.Ordinal)) ? word[..^2] : word[..^1];
    }

    private static FrozenDictionary<string, string> Table()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("", "series species news politics economics mathematics physics ethics athletics");
        Add("s", "movie cookie rookie calorie zombie selfie hoodie genie prairie");
        Add("s", "ache headache stomachache toothache heartache backache avalanche cache niche psyche");
        Add(
            "es",
            "bus gas virus campus bonus census consensus chorus caucus circus genius surplus status focus lotus walrus fetus minus plus"
                + " prospectus syllabus hero potato tomato echo veto cargo torpedo mosquito volcano tornado embargo buffalo domino"
                + " mango manifesto"
        );
        foreach (
            var one in "crisis analysis thesis hypothesis diagnosis prognosis oasis emphasis synthesis paralysis".Split(
                ' '
            )
        )
            table.Add($"{one[..^2]}es", one);
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string ending, string words)
        {
            foreach (var word in words.Split(' '))
                table.Add(word + ending, word);
        }
    }
}
