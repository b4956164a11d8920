namespace Bot.Core.Articles;

/// <summary>What a list of articles is sifted by; each term that is set must hold.</summary>
public sealed record ArticleFilter
{
    public static readonly ArticleFilter None = new();

    /// <summary>The one outlet that it came from, null for any.</summary>
    public Outlet? From { get; init; }

    /// <summary>Published then or later; first seen, where it does not say. UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The tag of the language that it was found to be in: "de".</summary>
    public string? Language { get; init; }

    /// <summary>Whoever is quoted in it, by one of these folded names; null for anybody or nobody.</summary>
    public IReadOnlyList<string>? QuotedNames { get; init; }

    /// <summary>One of these; null for any. What else is asked for holds of them all the same.</summary>
    public IReadOnlyList<ArticleId>? Among { get; init; }

    /// <summary>True where an index holds what is asked for in order, so that walking it beats asking who sees what.</summary>
    internal bool HasOwnIndex => Since is not null || Language is not null;
}
