using Bot.Core.Articles;
using Bot.Text.Spans;

namespace Bot.Core.Stories;

/// <summary>One version of an article in its story.</summary>
/// <param name="Relation">"first", "report", "update", "rewrite", "copy", or "edited": a later version that says something new.</param>
/// <param name="News">What its story had not said before; empty where its text has changed since.</param>
public sealed record StoryTelling(ArticleId Article, string Relation, IReadOnlyList<TextSpan> News);
