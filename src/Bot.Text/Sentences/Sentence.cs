using Bot.Text.Spans;

namespace Bot.Text.Sentences;

/// <param name="Paragraph">One-based number of the paragraph that it stands in.</param>
public readonly record struct Sentence(TextSpan Span, int Paragraph);
