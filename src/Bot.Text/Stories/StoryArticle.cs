namespace Bot.Text.Stories;

/// <summary>An article as it arrives.</summary>
/// <param name="Id">The caller's own; decisions name earlier articles by it.</param>
/// <param name="Text">The article's body, or its headline again where it has none.</param>
/// <param name="Source">Who published it: an update is told from another paper's article by it.</param>
/// <param name="Published">Null where nobody knows; it counts as now, which is when the article before it was published.</param>
public sealed record StoryArticle(string Id, string? Title, string Text, string? Source, DateTimeOffset? Published);
