using System.Runtime.InteropServices;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Languages;

/// <summary>Names a text's language by its script, its commonest words and the letters that only it has.</summary>
public static class LanguageGuesser
{
    /// <summary>As much as is looked at: more does not change the answer.</summary>
    private const int LongestSample = 6000;

    /// <summary>The least share of function words, each counted less the more languages have it.</summary>
    private const double LeastScore = 0.04;

    /// <summary>How far the best language must be before the next.</summary>
    private const double LeastLead = 1.15;

    private static readonly Dictionary<string, string> ByScript = new(StringComparer.Ordinal)
    {
        ["Grek"] = "el",
        ["Armn"] = "hy",
        ["Hebr"] = "he",
        ["Deva"] = "hi",
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
    };

    private static readonly Dictionary<string, string[]> SharedScripts = new(StringComparer.Ordinal)
    {
        ["Cyrl"] = ["ru", "uk", "bg", "sr"],
        ["Arab"] = ["ar", "fa", "ur"],
        ["Latn"] = [.. FunctionWords.Languages.Except(["ru", "uk", "bg", "sr", "ar", "fa", "ur"])],
    };

    /// <summary>Letters that tell a language from its neighbours, or speak for a few of them.</summary>
    private static readonly (string Language, string Letters)[] Letters =
    [
        ("de", "ßäöü"),
        ("fr", "çœèêëîôûà"),
        ("es", "ñ¿¡"),
        ("pt", "ãõç"),
        ("pl", "łąęśżźćń"),
        ("cs", "řěůčšž"),
        ("sk", "ľĺŕôäčšž"),
        ("hu", "őű"),
        ("ro", "șțăşţâ"),
        ("tr", "ğışİ"),
        ("sv", "åäö"),
        ("da", "æøå"),
        ("nb", "æøå"),
        ("fi", "äö"),
        ("hr", "đčćšž"),
        ("vi", "ơưđạảấầẩậắằặẹẻẽếềểệịỉọỏốồổộớờởợụủứừửữựỳỵ"),
        ("ca", "·ïç"),
        ("it", "òùì"),
        ("uk", "іїєґ"),
        ("ru", "ыэё"),
        ("bg", "ъщ"),
        ("sr", "ђћљњџј"),
        ("fa", "پچژگی"),
        ("ur", "ٹڈڑےہں"),
        ("ar", "ةيكىأإ"),
    ];

    private static readonly Dictionary<string, List<(string Language, double Weight)>> Votes = WeighWords();

    /// <returns>A BCP 47 tag, or "und" where the text does not tell.</returns>
    public static string Guess(string text)
    {
        var sample = new TextSpan(0, Math.Min(text.Length, LongestSample));
        var scripts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var c in sample.In(text))
        {
            if (char.IsLetter(c) && Scripts.Of(c) is { } script)
                CollectionsMarshal.GetValueRefOrAddDefault(scripts, script, out _)++;
        }

        if (scripts.Count == 0)
            return "und";

        // Japanese writes Chinese characters between its own; a little of its own tells.
        var main = scripts.MaxBy(s => s.Value).Key;
        if (main == "Hani" && scripts.GetValueOrDefault("Kana") * 20 > scripts["Hani"])
            return "ja";
        return SharedScripts.TryGetValue(main, out var candidates)
            ? AmongSharers(text, sample, candidates)
            : ByScript.GetValueOrDefault(main, "und");
    }

    private static string AmongSharers(string text, TextSpan sample, string[] candidates)
    {
        var scores = candidates.ToDictionary(c => c, _ => 0.0, StringComparer.Ordinal);
        var words = 0;
        foreach (var word in WordReader.Read(text, sample))
        {
            if (word.Kind != WordKind.Letters)
                continue;
            words++;
            if (!Votes.TryGetValue(word.Span.Of(text).ToLowerInvariant(), out var votes))
                continue;
            foreach (var (language, weight) in votes)
            {
                if (scores.ContainsKey(language))
                    scores[language] += weight;
            }
        }

        foreach (var (language, letters) in Letters)
        {
            if (scores.ContainsKey(language))
                scores[language] += CountOf(sample.In(text), letters) * 0.3;
        }

        var best = scores.OrderByDescending(s => s.Value).Take(2).ToList();
        return
            words > 0
            && best[0].Value >= LeastScore * words
            && best[0].Value >= LeastLead * best[1].Value
            && best[0].Value >= 0.5
            ? best[0].Key
            : "und";
    }

    private static int CountOf(ReadOnlySpan<char> sample, string letters)
    {
        var count = 0;
        foreach (var c in sample)
        {
            if (c > 0x7f && letters.Contains(char.ToLowerInvariant(c)))
                count++;
        }

        return count;
    }

    private static Dictionary<string, List<(string Language, double Weight)>> WeighWords() =>
        FunctionWords
            .Languages.SelectMany(l => FunctionWords.Of(l).Select(w => (Word: w, Language: l)))
            .GroupBy(p => p.Word, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.Select(p => (p.Language, 1.0 / g.Count())).ToList(),
                StringComparer.Ordinal
            );
}
