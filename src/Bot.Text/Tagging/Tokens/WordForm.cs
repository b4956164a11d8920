using Bot.Text.Lexicons;

namespace Bot.Text.Tagging.Tokens;

/// <summary>One spelling of a word in one text, with all that is known of it; made once, shared by its occurrences.</summary>
internal sealed class WordForm
{
    public WordForm(string text, string folded, CaseCount cases, int index)
    {
        Text = text;
        Folded = folded;
        Cases = cases;
        Index = index;
        IsCapital = StartsCapital(text);
        IsAcronym = KnownNames.IsAcronym(text);
        Key = IsAcronym ? text : folded;
        IsInitial =
            text.Length is 1 or 2 && char.IsUpper(text[0]) && (text.Length == 1 || text[1] == '.')
            || text.Length is 4 or 6 && text[^1] == '.' && text[1] == '.' && char.IsUpper(text[0]);
        Traits = NameLexicon.Instance.TraitsOf(text, folded);
    }

    public string Text { get; }

    /// <summary>Its place among the forms of its text.</summary>
    public int Index { get; }

    public string Folded { get; }

    /// <summary>Folded, save that a word in capitals keeps them.</summary>
    public string Key { get; }

    /// <summary>How the text writes this word elsewhere.</summary>
    public CaseCount Cases { get; }

    public WordTraits Traits { get; }

    public bool IsCapital { get; }

    public bool IsAcronym { get; }

    /// <summary>"J." or "J.B."</summary>
    public bool IsInitial { get; }

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

/// <summary>How often a text writes a word small, and capitalised where no sentence begins.</summary>
internal sealed class CaseCount
{
    public int LowerCase { get; set; }

    public int CapitalInside { get; set; }
}
