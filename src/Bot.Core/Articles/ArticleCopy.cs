namespace Bot.Core.Articles;

/// <summary>What a source hands in: an article before the desk has numbered it.</summary>
/// <param name="Source">As readers see it.</param>
/// <param name="Title">Its own, or its first words where it has none.</param>
/// <param name="Text">As read, never rewritten.</param>
public sealed record ArticleCopy(
    string Source,
    string Title,
    bool HasOwnTitle,
    Uri? Url,
    string? Author,
    DateTimeOffset? Published,
    string Text
)
{
    /// <summary>How long a machine's stamp before the article's own words is; it does not count when copies are compared.</summary>
    public int StampLength { get; init; }

    /// <summary>One-based place in a file that holds many, 0 where the file is the article.</summary>
    public int Item { get; init; }

    internal string Hash { get; } = TextPrint.Exact(Text);

    internal string Likeness => likeness ??= TextPrint.Likeness(Text.AsSpan(StampLength));

    private string? likeness;
}
