using Bot.Text.Spans;

namespace Bot.Text.Briefs;

/// <summary>One sentence of a story's summary, verbatim.</summary>
/// <param name="Article">Index of the article that it is from.</param>
/// <param name="Sentence">Index of the sentence in that article.</param>
/// <param name="Span">Where it stands in that article's text.</param>
/// <param name="AlsoIn">Indexes of the other articles that tell the same, in order.</param>
public sealed record StorySentence(int Article, int Sentence, TextSpan Span, IReadOnlyList<int> AlsoIn);
