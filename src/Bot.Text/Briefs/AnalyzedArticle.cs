namespace Bot.Text.Briefs;

/// <summary>One of the articles on a story.</summary>
/// <param name="Text">The very text that was analyzed.</param>
/// <param name="Title">As it was given to the analyzer.</param>
/// <param name="Published">Null where nobody says; such an article counts as the oldest.</param>
public sealed record AnalyzedArticle(
    string Text,
    AnalyzedText Read,
    string? Title = null,
    DateTimeOffset? Published = null
);
