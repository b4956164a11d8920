using Bot.Text.Spans;

namespace Bot.Text.Cues;

internal enum ItemKind
{
    Word,
    Number,
    Punctuation,

    /// <summary>All that stands between one pair of marks.</summary>
    Quote,
}

/// <summary>A word or mark of the article's own, or one whole quoted unit.</summary>
/// <param name="Unit">Index of the unit where this is a quote, else -1.</param>
/// <param name="Sentence">Index into <see cref="ItemStream.Sentences"/>.</param>
internal readonly record struct Item(
    TextSpan Span,
    ItemKind Kind,
    Lexeme Lexeme,
    int Unit,
    int Sentence,
    int Paragraph,
    bool IsCapital
)
{
    public bool IsQuote => Kind == ItemKind.Quote;

    public bool IsMark(string text, char mark) => Kind == ItemKind.Punctuation && text[Span.Start] == mark;
}

/// <summary>A sentence of the stream in which quoted units count as one item each: items First to Last, both inclusive.</summary>
internal readonly record struct ItemSentence(int First, int Last, int Paragraph);
