using Bot.Text.Spans;

namespace Bot.Text.Words;

public enum WordKind
{
    /// <summary>Letters, with inner apostrophes, hyphens and the dots of abbreviations.</summary>
    Letters,
    Number,
    Punctuation,
}

/// <summary>One token of a text.</summary>
public readonly record struct Word(TextSpan Span, WordKind Kind);
