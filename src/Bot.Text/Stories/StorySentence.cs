using Bot.Text.Spans;

namespace Bot.Text.Stories;

/// <summary>One sentence as it is compared with others.</summary>
/// <param name="Print">The same for two sentences of the same words in the same order.</param>
/// <param name="Terms">Each once, in rising order.</param>
/// <param name="Facts">Those of <paramref name="Terms"/> that are names and numbers, in rising order.</param>
internal sealed record StorySentence(TextSpan Span, uint Print, uint[] Terms, uint[] Facts);
