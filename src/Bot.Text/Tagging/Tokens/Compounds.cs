using Bot.Text.Languages;
using Bot.Text.Letters;

namespace Bot.Text.Tagging.Tokens;

/// <summary>Adjectives that are made of a name: "Texas-based", "Bush-era". The name ends at the hyphen.</summary>
internal static class Compounds
{
    private static readonly LetterSet Tails = new(Language.House.Words("tails of compounds"));

    /// <returns>Where the hyphen of a capitalised word stands that a small word follows; null where none does.</returns>
    public static int? HyphenIn(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOfAny('-', '‑');
        return hyphen >= 2 && hyphen + 3 < word.Length && char.IsUpper(word[0]) && char.IsLower(word[hyphen + 1])
            ? hyphen
            : null;
    }

    /// <summary>Whether a word is one of those that are made so of any name.</summary>
    public static bool AreIn(ReadOnlySpan<char> word) =>
        HyphenIn(word) is { } hyphen && Tails.Contains(word[(hyphen + 1)..]);

    /// <summary>Whether a token is the hyphen that a compound was cut at: "New York | - | based".</summary>
    public static bool AreAround(TokenRow tokens, int hyphen) =>
        hyphen > 0
        && hyphen + 1 < tokens.Count
        && (tokens[hyphen].Is('-') || tokens[hyphen].Is('‑'))
        && tokens[hyphen - 1].Form.IsCapital
        && !tokens[hyphen + 1].Form.IsCapital
        && tokens[hyphen - 1].Span.End == tokens[hyphen].Span.Start
        && tokens[hyphen].Span.End == tokens[hyphen + 1].Span.Start;
}
