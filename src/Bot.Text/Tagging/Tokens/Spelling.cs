using Bot.Text.Letters;
using Bot.Text.Lexicons;
using Bot.Text.Spans;

namespace Bot.Text.Tagging.Tokens;

/// <summary>A word as it is written, with all that is known of it before a text is read.</summary>
internal sealed class Spelling : WrittenWord
{
    private readonly WordHash _hash;

    private Spelling(string text)
        : base(text)
    {
        Folded = Folding.Fold(text) is var folded && folded == text ? text : folded;
        IsCapital = StartsCapital(text);
        IsAcronym = KnownNames.IsAcronym(text);
        Key = IsAcronym ? text : Folded;
        IsInitial =
            text.Length is 1 or 2 && char.IsUpper(text[0]) && (text.Length == 1 || text[1] == '.')
            || text.Length is 4 or 6 && text[^1] == '.' && text[1] == '.' && char.IsUpper(text[0]);
        Traits = NameLexicon.Instance.TraitsOf(text, Folded);
        _hash = WordHash.Of(this);
    }

    public string Folded { get; }

    /// <summary>Folded, save that a word in capitals keeps them.</summary>
    public string Key { get; }

    public WordTraits Traits { get; }

    public bool IsCapital { get; }

    public bool IsAcronym { get; }

    /// <summary>"J." or "J.B."</summary>
    public bool IsInitial { get; }

    public ref readonly WordHash Hash => ref _hash;

    /// <summary>What the tagger that read it last notes of it.</summary>
    public object? Scores { get; set; }

    /// <param name="hash">Of the letters, by <see cref="LetterHash.Quick"/>.</param>
    public static new Spelling Of(ReadOnlySpan<char> letters, ulong hash) =>
        Find(letters, hash) as Spelling ?? Keep(new Spelling(letters.ToString()), hash);

    public bool Has(WordTraits traits) => (Traits & traits) != WordTraits.None;

    /// <summary>"Trump", "eBay", "al-Assad".</summary>
    private static bool StartsCapital(string text)
    {
        if (char.IsUpper(text[0]))
            return true;
        if (!char.IsLower(text[0]))
            return false;
        var (capitals, afterHyphen) = (0, false);
        for (var i = 1; i < text.Length && i < 6; i++)
        {
            if (!char.IsUpper(text[i]))
                continue;
            capitals++;
            afterHyphen |= text[i - 1] is '-' or '\'' or '’';
        }

        return afterHyphen ? IsArticleBefore(text) : capitals > 0;
    }

    private static bool IsArticleBefore(string text)
    {
        var part = text.AsSpan(0, text.AsSpan().IndexOfAny('-', '\'', '’'));
        return part is "al" or "el" or "ul" or "as" or "ash" or "an" or "ar" or "at" or "az" or "d" or "l";
    }
}
