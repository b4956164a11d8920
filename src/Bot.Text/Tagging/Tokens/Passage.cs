using Bot.Text.Spans;

namespace Bot.Text.Tagging.Tokens;

/// <summary>A sentence, or another stretch that names may stand in: a heading, a caption, a dateline.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index behind its last token.</param>
/// <param name="IsSentence">False for headings, captions and the like.</param>
/// <param name="HasPlainCase">False where capitals tell nothing: all words are capitalised, or all letters.</param>
internal readonly record struct Passage(
    TextSpan Span,
    int Paragraph,
    int First,
    int End,
    bool IsSentence,
    bool HasPlainCase
);
