namespace Bot.Core.Articles;

/// <summary>An article's number in the store.</summary>
public readonly record struct ArticleId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One article as it was read.</summary>
/// <param name="Source">Where it came from, as readers see it: an outlet's name, or "seeds".</param>
/// <param name="Title">As published; where it had none, its own first words, and <paramref name="HasOwnTitle"/> is false.</param>
/// <param name="Published">UTC; null where the article does not say.</param>
/// <param name="FirstSeen">UTC.</param>
/// <param name="Text">As read, never rewritten; every span points into it.</param>
public sealed record Article(
    ArticleId Id,
    string Source,
    string Title,
    bool HasOwnTitle,
    Uri? Url,
    string? Author,
    DateTimeOffset? Published,
    DateTimeOffset FirstSeen,
    string Text
)
{
    /// <summary>True where its source has taken it back: it is in no list, and still here for what was posted of it.</summary>
    public bool IsWithdrawn { get; init; }
}
