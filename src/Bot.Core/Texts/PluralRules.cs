using System.Globalization;

namespace Bot.Core.Texts;

/// <summary>Which plural form a whole number takes: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html</summary>
internal static class PluralRules
{
    public static string FormOf(CultureInfo language, long number)
    {
        var (last, lastTwo) = (number % 10, number % 100);
        return language.TwoLetterISOLanguageName switch
        {
            "ja" or "ko" or "zh" or "vi" or "th" or "id" => PhraseForms.Other,
            "fr" or "pt" => number is 0 or 1 ? "one" : PhraseForms.Other,
            "ru" or "uk" or "be" => last switch
            {
                1 when lastTwo != 11 => "one",
                >= 2 and <= 4 when lastTwo is < 12 or > 14 => "few",
                _ => "many",
            },
            "pl" => number == 1 ? "one"
            : last is >= 2 and <= 4 && lastTwo is < 12 or > 14 ? "few"
            : "many",
            "cs" or "sk" => number switch
            {
                1 => "one",
                >= 2 and <= 4 => "few",
                _ => PhraseForms.Other,
            },
            "ar" => number switch
            {
                0 => "zero",
                1 => "one",
                2 => "two",
                _ when lastTwo is >= 3 and <= 10 => "few",
                _ when lastTwo >= 11 => "many",
                _ => PhraseForms.Other,
            },
            _ => number == 1 ? "one" : PhraseForms.Other,
        };
    }
}
