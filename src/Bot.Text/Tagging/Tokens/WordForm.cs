using Bot.Text.Lexicons;

namespace Bot.Text.Tagging.Tokens;

/// <summary>One spelling of a word in one text, shared by its occurrences.</summary>
/// <param name="first">The first form of the same folded word; null where this is it.</param>
internal sealed class WordForm(Spelling spelling, WordForm? first, int index)
{
    /// <summary>What is known of the word whatever the text.</summary>
    public Spelling Spelling => spelling;

    public string Text { get; } = spelling.Text;

    /// <summary>Its place among the forms of its text.</summary>
    public int Index => index;

    public string Folded { get; } = spelling.Folded;

    /// <summary>Folded, save that a word in capitals keeps them.</summary>
    public string Key => spelling.Key;

    /// <summary>The form that counts how the text writes this word in any form.</summary>
    public WordForm Cases => first ?? this;

    /// <summary>How often the text writes the word small.</summary>
    public int LowerCase { get; set; }

    /// <summary>How often it is capitalised where no sentence begins.</summary>
    public int CapitalInside { get; set; }

    public WordTraits Traits { get; } = spelling.Traits;

    public bool IsCapital { get; } = spelling.IsCapital;

    public bool IsAcronym => spelling.IsAcronym;

    /// <summary>"J." or "J.B."</summary>
    public bool IsInitial => spelling.IsInitial;

    public bool Has(WordTraits traits) => (Traits & traits) != WordTraits.None;
}
