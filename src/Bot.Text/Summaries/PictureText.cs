using System.Buffers;
using Bot.Text.Languages;
using Bot.Text.Spans;

namespace Bot.Text.Summaries;

/// <summary>
/// Knows a picture's words among an English article's sentences where the layout shows no sign of it: "Scam: Patricia Glancy conned
/// five couples", "Craig Todd, 27 (left)", "the lawyers, pictured here in June". They say again what the article says.
/// </summary>
internal static class PictureText
{
    private const int MostLabelWords = 5;

    private static readonly SearchValues<string> Brackets = SearchValues.Create(
        [
            "(left",
            "(right)",
            "(right,",
            "(above)",
            "(below)",
            "(centre)",
            "(center)",
            "(pictured",
            "(second left",
            "(second right",
            "(far left",
            "(far right",
            "(L)",
            "(R)",
            "(file p",
            "(stock ",
        ],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            ", pictured ",
            "pictured here",
            "pictured left",
            "pictured right",
            "is pictured",
            "are pictured",
            "seen here",
            "file photo",
            "file picture",
            "Scroll down for",
        ],
        StringComparison.Ordinal
    );

    public static bool Is(string text, TextSpan sentence)
    {
        var words = sentence.In(text);
        return words.Contains('(') && words.ContainsAny(Brackets) || words.ContainsAny(Signs) || HasLabel(words);
    }

    /// <summary>"Floating fortress: While swimming pools …": a headline's words, a colon and a sentence that begins anew.</summary>
    private static bool HasLabel(ReadOnlySpan<char> sentence)
    {
        var colon = sentence.IndexOf(':');
        if (colon < 3 || colon + 2 >= sentence.Length || sentence[colon + 1] != ' ' || !char.IsUpper(sentence[0]))
            return false;
        var label = sentence[..colon];
        return label.Count(' ') < MostLabelWords
            && !label.ContainsAny(',', ';', '(')
            && !label.ContainsAny('"', '“', '«')
            && !HasSpeech(label)
            && char.IsUpper(sentence[colon + 2]);
    }

    /// <summary>"He said: We …" and "Smith told reporters: The …" are speech without marks.</summary>
    private static bool HasSpeech(ReadOnlySpan<char> label)
    {
        foreach (var word in label.Split(' '))
        {
            if (Language.House.AttributionVerbs.Contains(label[word]))
                return true;
        }

        return false;
    }
}
