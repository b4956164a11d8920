using System.Buffers;

namespace Bot.Text.Stories;

/// <summary>
/// Takes the endings of number, tense and adverb off an English word, so that "rises", "rising" and "rise" are one term. Lighter
/// than Porter's: what it makes need not be a word, but two words of different sense must not become one.
/// </summary>
internal static class EnglishStem
{
    private const int ShortestStem = 3;

    private static readonly string[] Endings = ["ingly", "edly", "ing", "ed", "ly"];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static string Of(string word)
    {
        var stem = WithoutPlural(word);
        foreach (var ending in Endings)
        {
            if (
                !stem.EndsWith(ending, StringComparison.Ordinal) || !IsStem(stem.AsSpan(0, stem.Length - ending.Length))
            )
                continue;
            stem = Undoubled(stem[..^ending.Length]);
            break;
        }

        if (stem.Length > ShortestStem + 1 && stem[^1] == 'e')
            stem = stem[..^1];
        if (stem.Length > ShortestStem && stem[^1] == 'y')
            stem = string.Concat(stem.AsSpan(0, stem.Length - 1), "i");
        return AmericanSpelling(stem);
    }

    private static string WithoutPlural(string word)
    {
        if (word.Length <= ShortestStem || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        return
            word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal)
            ? word[..^2]
            : word[..^1];
    }

    private static bool IsStem(ReadOnlySpan<char> stem) => stem.Length >= ShortestStem && stem.ContainsAny(Vowels);

    private static string Undoubled(string stem) =>
        stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;

    /// <summary>"sterilisation", "organis": the press of one country copies that of the other.</summary>
    private static string AmericanSpelling(string stem) =>
        stem.Length < 6 ? stem
        : stem.EndsWith("isation", StringComparison.Ordinal) ? string.Concat(stem.AsSpan(0, stem.Length - 7), "ization")
        : stem.EndsWith("our", StringComparison.Ordinal) ? string.Concat(stem.AsSpan(0, stem.Length - 3), "or")
        : stem.EndsWith("is", StringComparison.Ordinal) ? string.Concat(stem.AsSpan(0, stem.Length - 2), "iz")
        : stem;
}
