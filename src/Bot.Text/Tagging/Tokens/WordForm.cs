using Bot.Text.Lexicons;

namespace Bot.Text.Tagging.Tokens;

/// <summary>One spelling of a word in one text, shared by its occurrences.</summary>
internal sealed class WordForm(Spelling spelling, CaseCount cases, int index)
{
    /// <summary>What is known of the word whatever the text.</summary>
    public Spelling Spelling => spelling;

    public string Text { get; } = spelling.Text;

    /// <summary>Its place among the forms of its text.</summary>
    public int Index => index;

    public string Folded { get; } = spelling.Folded;

    /// <summary>Folded, save that a word in capitals keeps them.</summary>
    public string Key => spelling.Key;

    /// <summary>How the text writes this word elsewhere.</summary>
    public CaseCount Cases => cases;

    public WordTraits Traits { get; } = spelling.Traits;

    public bool IsCapital { get; } = spelling.IsCapital;

    public bool IsAcronym => spelling.IsAcronym;

    /// <summary>"J." or "J.B."</summary>
    public bool IsInitial => spelling.IsInitial;

    public bool Has(WordTraits traits) => (Traits & traits) != WordTraits.None;
}

/// <summary>How often a text writes a word small, and capitalised where no sentence begins.</summary>
internal sealed class CaseCount
{
    public int LowerCase { get; set; }

    public int CapitalInside { get; set; }
}
