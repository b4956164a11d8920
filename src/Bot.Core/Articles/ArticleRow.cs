using Bot.Core.Storage;

namespace Bot.Core.Articles;

/// <summary>An article as its row has it.</summary>
internal sealed record ArticleRow(
    long Id,
    string Source,
    string Title,
    long Has_own_title,
    string? Url,
    string? Author,
    string? Published,
    string First_seen,
    string Text,
    string? Withdrawn_at
)
{
    public const string Columns =
        "a.id, a.source, a.title, a.has_own_title, a.url, a.author, a.published, a.first_seen, a.text, a.withdrawn_at";

    public Article ToArticle() =>
        new(
            new ArticleId(Id),
            Source,
            Title,
            Has_own_title != 0,
            Url is null ? null : new Uri(Url),
            Author,
            Published is null ? null : StoredInstant.Read(Published),
            StoredInstant.Read(First_seen),
            Text
        )
        {
            IsWithdrawn = Withdrawn_at is not null,
        };
}
