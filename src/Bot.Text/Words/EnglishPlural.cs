using System.Collections.Frozen;
using Bot.Text.Languages;

namespace Bot.Text.Words;

/// <summary>Makes one of many: "taxes" are "tax", "ferries" are "ferry".</summary>
internal static class EnglishPlural
{
    private const int ShortestPlural = 4;

    private static readonly string[] Sibilants = ["sses", "ches", "shes", "xes"];

    /// <summary>What the rules would make another word of.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["buses"] = "bus",
        ["gases"] = "gas",
        ["viruses"] = "virus",
        ["movies"] = "movie",
        ["cookies"] = "cookie",
        ["rookies"] = "rookie",
        ["calories"] = "calorie",
        ["zombies"] = "zombie",
        ["selfies"] = "selfie",
        ["series"] = "series",
        ["species"] = "species",
        ["news"] = "news",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="word">Folded; a word that is no plural is given back.</param>
    /// <param name="language">BCP 47: other languages make their plurals otherwise, and a text that does not tell counts as English.</param>
    public static string Singular(string word, string language)
    {
        if (language != Language.House.Tag && language != LanguageModel.Other)
            return word;
        if (word.Length < ShortestPlural || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' or '\'')
            return word;
        if (Irregular.TryGetValue(word, out var one))
            return one;
        if (word.Length > ShortestPlural && word.EndsWith("ies", StringComparison.Ordinal))
            return $"{word[..^3]}y";
        return Array.Exists(Sibilants, s => word.EndsWith(s, StringComparison.Ordinal)) ? word[..^2] : word[..^1];
    }
}
