using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Bot.Text.Languages;

/// <summary>Names a text's language by its script and, where languages share one, by the runs of letters that each has.</summary>
public static class LanguageGuesser
{
    /// <summary>The least share of all likelihood that the best language must have.</summary>
    private const double LeastShare = 0.5;

    /// <summary>Japanese has at least one sign of its own to so many Chinese ones.</summary>
    private const int LeastKana = 20;

    /// <summary>In a headline, names may outweigh the words between them.</summary>
    private const int LongestDoubtful = 90;

    /// <summary>Fewer letters between names tell nothing.</summary>
    private const int FewestBetween = 12;

    /// <summary>A sign that stands for a syllable or a word weighs as much as this many letters of an alphabet.</summary>
    private const int LettersOfSign = 3;

    private static readonly FrozenDictionary<string, string> ByScript = new Dictionary<string, string>
    {
        ["Grek"] = "el",
        ["Armn"] = "hy",
        ["Hebr"] = "he",
        ["Beng"] = "bn",
        ["Guru"] = "pa",
        ["Gujr"] = "gu",
        ["Taml"] = "ta",
        ["Telu"] = "te",
        ["Knda"] = "kn",
        ["Mlym"] = "ml",
        ["Sinh"] = "si",
        ["Thai"] = "th",
        ["Laoo"] = "lo",
        ["Mymr"] = "my",
        ["Geor"] = "ka",
        ["Hang"] = "ko",
        ["Ethi"] = "am",
        ["Khmr"] = "km",
        ["Kana"] = "ja",
        ["Hani"] = "zh",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyList<LanguageModel>> Learned = new(() =>
        LanguageModel.Load("languages.weights.br")
    );

    /// <summary>BCP 47 tags of all that a text may be found to be in, each once.</summary>
    public static IReadOnlyList<string> Languages => All.Value;

    private static readonly Lazy<IReadOnlyList<string>> All = new(() =>
        [
            .. Learned
                .Value.SelectMany(m => m.Languages)
                .Where(l => l != LanguageModel.Other)
                .Concat(ByScript.Values)
                .Distinct(StringComparer.Ordinal),
        ]
    );

    /// <returns>A BCP 47 tag, or "und" where the text does not tell.</returns>
    public static string Guess(string text) => Guess(text, Learned.Value);

    internal static string Guess(string text, IReadOnlyList<LanguageModel> models)
    {
        var sample = LanguageSample.Of(text);
        if (MainScript(sample) is not { } script)
            return LanguageModel.Other;
        if (ByScript.TryGetValue(script, out var only))
            return only;
        if (models.FirstOrDefault(m => m.Script == script) is not { } model)
            return LanguageModel.Other;
        var (language, share) = model.Guess(sample, Language.House.Tag);
        if (share < LeastShare)
            return LanguageModel.Other;
        if (language == Language.House.Tag || sample.Length > LongestDoubtful)
            return language;

        // "Ursula von der Leyen met Bill de Witt" is English by the words between the names.
        var between = NamelessText.Of(sample, Language.Find(language)?.FunctionWords ?? []);
        if (between.Count(char.IsLetter) < FewestBetween)
            return language;
        var (rest, _) = model.Guess(between, Language.House.Tag);
        return rest == language || rest == Language.House.Tag ? rest : LanguageModel.Other;
    }

    /// <summary>The script that most of the text is written in; null where there are no letters.</summary>
    internal static string? MainScript(string sample)
    {
        var letters = new Dictionary<string, int>(StringComparer.Ordinal);
        var (run, length) = ("", 0);
        foreach (var c in sample)
        {
            if (char.IsAsciiLetter(c) && run == "Latn")
            {
                length++;
                continue;
            }

            if (!char.IsLetter(c) || Scripts.Of(c) is not { } script)
                continue;
            if (script != run)
            {
                CountRun();
                (run, length) = (script, 0);
            }

            length++;
        }

        CountRun();

        if (letters.Count == 0)
            return null;
        var main = letters.MaxBy(s => s.Value).Key;

        // Japanese writes Chinese characters between its own; a little of its own tells.
        return main == "Hani" && letters.GetValueOrDefault("Kana") * LeastKana > letters["Hani"] ? "Kana" : main;

        // Scripts change seldom, and a text is looked at letter by letter.
        void CountRun()
        {
            if (length > 0)
                CollectionsMarshal.GetValueRefOrAddDefault(letters, run, out _) +=
                    length * (Scripts.IsOfSigns(run) ? LettersOfSign : 1);
        }
    }
}
