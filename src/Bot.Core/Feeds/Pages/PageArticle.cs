namespace Bot.Core.Feeds.Pages;

/// <summary>The article that a web page holds.</summary>
/// <param name="Text">Plain text: its paragraphs, an empty line between two.</param>
public sealed record PageArticle(string Text)
{
    public string? Title { get; init; }

    /// <summary>Who wrote it, as the page says it.</summary>
    public string? Byline { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? Published { get; init; }
}
