using Bot.Text.Spans;

namespace Bot.Text.Words;

public enum WordKind
{
    /// <summary>Letters, with inner apostrophes, hyphens and the dots of abbreviations: "O’Brien", "long-range", "U.S.", "don’t".</summary>
    Letters,

    /// <summary>Begins with a digit or with a currency sign before one: "1,000", "$3.5bn", "20%", "5th", "10:30".</summary>
    Number,

    /// <summary>"’s", "’ll", "’re", "’ve", "’d", "’m": cut off the word that it leans on, without a space between.</summary>
    Ending,

    /// <summary>A web or mail address.</summary>
    Address,

    /// <summary>A single mark, or one whole emoji.</summary>
    Punctuation,
}

/// <summary>One token of a text.</summary>
public readonly record struct Word(TextSpan Span, WordKind Kind);
