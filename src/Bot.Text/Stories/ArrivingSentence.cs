using Bot.Text.Spans;

namespace Bot.Text.Stories;

/// <summary>A sentence of the article that arrives.</summary>
/// <param name="Facts">Those of its terms that are names and numbers, in rising order.</param>
internal sealed record ArrivingSentence(TextSpan Span, SaidSentence Said, uint[] Facts);
