using Bot.Core.Storage;

namespace Bot.Core.Articles;

/// <summary>An article's row without its text: what a new copy is held against.</summary>
internal sealed record FiledArticle(
    long Id,
    long Item,
    string Source,
    string Title,
    long Has_own_title,
    string? Url,
    string? Author,
    string? Published,
    string Hash,
    string Likeness
)
{
    public bool Says(ArticleCopy copy) =>
        Hash == copy.Hash
        && Source == copy.Source
        && Title == copy.Title
        && Has_own_title != 0 == copy.HasOwnTitle
        && Url == copy.Url?.AbsoluteUri
        && Author == copy.Author
        && Published == (copy.Published is { } published ? StoredInstant.Write(published) : null);
}
