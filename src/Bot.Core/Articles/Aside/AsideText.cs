namespace Bot.Core.Articles.Aside;

/// <summary>A text that a reader pointed at.</summary>
/// <param name="Source">Who wrote it, as readers would say.</param>
public sealed record AsideText(string Text, string Source)
{
    /// <summary>Null where it has none of its own.</summary>
    public string? Title { get; init; }
    public string? Author { get; init; }
    public DateTimeOffset? Published { get; init; }
    public Uri? Url { get; init; }

    /// <summary>True of a page behind a link: it is kept for a day alone.</summary>
    public bool IsLinked { get; init; }
}
