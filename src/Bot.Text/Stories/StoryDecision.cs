using Bot.Text.Spans;

namespace Bot.Text.Stories;

/// <summary>What was decided of one article when it arrived.</summary>
/// <param name="EarlierId">The article that it copies, rewrites or updates; null for other relations.</param>
/// <param name="NewSentences">
/// Spans of the article's text that say what no earlier article of the story says, in order; empty for the first article of a story, and for
/// a copy, whose other words only stand around the text.
/// </param>
public sealed record StoryDecision(
    StoryId Story,
    StoryRelation Relation,
    string? EarlierId,
    IReadOnlyList<TextSpan> NewSentences
);
