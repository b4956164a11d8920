using Bot.Core.Articles.Headlines;

namespace Bot.Core.Articles.Formats;

/// <summary>What a format found in a file, before it is an article.</summary>
internal sealed record SeedCopy(string Text)
{
    private const int LongestText = 5_000_000;
    private const int LongestField = 300;

    public string? Title { get; init; }

    public string? Source { get; init; }

    public string? Author { get; init; }

    public Uri? Url { get; init; }

    public DateTimeOffset? Published { get; init; }

    public int Item { get; init; }

    /// <param name="name">The file, and where in it: names the copy in problems.</param>
    public (ArticleCopy? Copy, string? Problem) ToArticle(string name)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return (null, $"{name} is empty. Put an article into it, or remove it.");
        if (Text.Length > LongestText)
            return (
                null,
                $"{name} has {Text.Length:N0} characters; an article may have {LongestText:N0}. Split it, or take it out."
            );
        var glance = new Glance(Text);
        if (!glance.HasSentence)
            return (null, $"{name} has no sentence. Put an article into it, or remove it.");
        var title = Field(Title) ?? glance.OwnTitle;
        return (
            new ArticleCopy(
                Field(Source) ?? "seeds",
                title ?? glance.FirstWords,
                HasOwnTitle: title is not null,
                Url,
                Field(Author),
                Published ?? glance.StampedDate,
                Text
            )
            {
                StampLength = glance.StampLength,
                Item = Item,
            },
            null
        );
    }

    public SeedReading ToReading(string path)
    {
        var (copy, problem) = ToArticle(path);
        return copy is null ? new SeedReading(null, [problem ?? ""]) : SeedReading.Of(copy);
    }

    /// <returns>Null of what is no web address, and of one with a name and a password: it would be shown, and written into logs.</returns>
    public static Uri? WebAddress(string? written) =>
        Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var url)
        && url is { Scheme: "http" or "https", UserInfo.Length: 0 }
            ? url
            : null;

    private static string? Field(string? words) =>
        OneLine.OrNull(words) is not { } line ? null
        : line.Length <= LongestField ? line
        : line[..LongestField];
}
