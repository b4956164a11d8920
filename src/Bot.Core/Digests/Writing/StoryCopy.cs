using Bot.Core.Articles;
using Bot.Text;
using Bot.Text.Spans;

namespace Bot.Core.Digests.Writing;

/// <summary>One article of a story.</summary>
/// <param name="News">The stretches that are new to the destination; null where all of it is.</param>
internal sealed record CopyArticle(Article Article, AnalyzedText Read, IReadOnlyList<TextSpan>? News);

/// <summary>A sentence of one of the articles.</summary>
internal sealed record CopySentence(CopyArticle From, TextSpan Span);

/// <summary>What is told of a story.</summary>
/// <param name="Articles">The newest first.</param>
/// <param name="Sentences">In an order that reads.</param>
internal sealed record StoryCopy(
    IReadOnlyList<CopyArticle> Articles,
    bool IsUpdate,
    IReadOnlyList<CopySentence> Sentences
)
{
    /// <summary>Whose headline stands over it: the article that has the news, if it has a headline of its own.</summary>
    public Article Lead =>
        Sentences.Select(s => s.From.Article).FirstOrDefault(a => a.HasOwnTitle)
        ?? Articles.Select(a => a.Article).FirstOrDefault(a => a.HasOwnTitle)
        ?? (Sentences.Count > 0 ? Sentences[0].From.Article : Articles[0].Article);

    /// <summary>One article an outlet, the newest of each, the lead's first.</summary>
    public IReadOnlyList<Article> Outlets =>
        [.. Articles.Select(a => a.Article).Prepend(Lead).DistinctBy(a => a.Source)];
}
