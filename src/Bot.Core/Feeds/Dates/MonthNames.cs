using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Bot.Core.Feeds.Dates;

/// <summary>Months by their names, long, short and inflected, in the languages that feeds are written in.</summary>
internal static class MonthNames
{
    /// <summary>Where two languages share a name for two months, the earlier one here is meant.</summary>
    private static readonly string[] Languages =
    [
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "da",
        "nb",
        "fi",
        "pl",
        "cs",
        "sk",
        "hu",
        "ro",
        "tr",
        "id",
        "ca",
        "hr",
        "sl",
        "sr-Latn",
        "lt",
        "lv",
        "et",
        "el",
        "ru",
        "uk",
        "be",
        "bg",
        "mk",
        "sr-Cyrl",
        "is",
        "sq",
        "eu",
    ];

    private static readonly FrozenDictionary<string, int> English = Table(["en"]);

    /// <summary>Made when an English feed is not what comes.</summary>
    private static readonly Lazy<FrozenDictionary<string, int>> All = new(() => Table(Languages));

    /// <returns>1 to 12; null where the word names no month.</returns>
    public static int? Find(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return null;
        var folded = Folded(word);
        return English.TryGetValue(folded, out var month) || All.Value.TryGetValue(folded, out month) ? month : null;
    }

    private static FrozenDictionary<string, int> Table(string[] languages)
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal) { ["sept"] = 9 };
        foreach (var format in languages.Select(l => CultureInfo.GetCultureInfo(l).DateTimeFormat))
        {
            foreach (
                var names in new[]
                {
                    format.MonthNames,
                    format.MonthGenitiveNames,
                    format.AbbreviatedMonthNames,
                    format.AbbreviatedMonthGenitiveNames,
                }
            )
            {
                for (var i = 0; i < 12; i++)
                    Add(months, names[i], i + 1);
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, int> months, string name, int month)
    {
        var folded = Folded(name.AsSpan().Trim(". "));
        if (folded.Length >= 3 && !folded.Any(char.IsDigit))
            months.TryAdd(folded, month);
    }

    /// <summary>Without case and accents: "aout" is août where a keyboard lacks it.</summary>
    private static string Folded(ReadOnlySpan<char> word)
    {
        if (System.Text.Ascii.IsValid(word))
            return word.ToString().ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }
}
