using Bot.Core.Articles;

namespace Bot.Core.Feeds.Finding;

/// <summary>What became of a link that somebody wanted to have read.</summary>
public abstract record LinkReading
{
    /// <param name="Article">Of a feed that the desk reads, or set aside for a day.</param>
    public sealed record Read(Article Article) : LinkReading;

    /// <summary>The page is no article: it has no sentence, or is a list of things.</summary>
    public sealed record NoArticle(string Host) : LinkReading;

    /// <param name="Fault">The name of a fault of the fetch.</param>
    public sealed record Failed(string Fault, string Host) : LinkReading;

    /// <summary>The person has had as many read as one may.</summary>
    /// <param name="Most">How many an hour.</param>
    public sealed record TooMany(int Most) : LinkReading;
}
