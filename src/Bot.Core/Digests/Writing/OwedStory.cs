using Bot.Core.Articles;
using Bot.Text.Spans;

namespace Bot.Core.Digests.Writing;

/// <summary>An article that a destination has not had, or not as it reads now.</summary>
/// <param name="Telling">Its row among those put to stories; null where it is in none.</param>
/// <param name="Listed">As it is dated.</param>
/// <param name="FirstSeen">When the desk had it.</param>
/// <param name="Edit">Where the destination had an earlier version: what this one says that its story had not. Else null.</param>
public sealed record OwedArticle(
    ArticleId Id,
    long? Telling,
    string Source,
    DateTimeOffset Listed,
    DateTimeOffset FirstSeen,
    IReadOnlyList<TextSpan>? Edit
);

/// <summary>An article that a destination is owed and does not want.</summary>
/// <param name="Rule">The rule that hides it, as readers know it; empty where it is none of what they want.</param>
public sealed record HiddenArticle(OwedArticle Article, string Rule);

/// <summary>One event of which a destination is owed something.</summary>
/// <param name="Articles">What it has not had, the newest first.</param>
/// <param name="Told">What it has had of the same event, the newest first; empty for an event that is new to it.</param>
public sealed record OwedStory(IReadOnlyList<OwedArticle> Articles, IReadOnlyList<ArticleId> Told)
{
    /// <summary>True where a topic of the chat takes it, in a digest that has none of its own.</summary>
    public bool IsFavoured { get; init; }

    public bool IsUpdate => Told.Count > 0;

    public int Sources { get; } =
        Articles.Count == 1 ? 1 : Articles.Select(a => a.Source).ToHashSet(StringComparer.Ordinal).Count;

    public DateTimeOffset Newest => Articles[0].Listed;
}
