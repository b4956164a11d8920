using Bot.Core.Articles.Charsets;

namespace Bot.Core.Articles.Formats;

/// <summary>Which endings are read, and how.</summary>
internal static class SeedFormats
{
    /// <summary>Rises whenever the same file would be read differently; files that an older one read are read again.</summary>
    public const int Version = 1;

    private const long OneArticle = 5 * 1024 * 1024;
    private const long ManyArticles = 32 * 1024 * 1024;

    private static readonly SeedFormat Text = new(OneArticle, TextSeed.Read);
    private static readonly SeedFormat Markdown = new(OneArticle, MarkdownSeed.Read);
    private static readonly SeedFormat Page = new(OneArticle, PageSeed.Read, DeclaredCharset.Find);
    private static readonly SeedFormat Json = new(ManyArticles, JsonSeed.Read);
    private static readonly SeedFormat JsonLines = new(ManyArticles, JsonLinesSeed.Read);

    /// <returns>Null where files of that ending are none of ours.</returns>
    public static SeedFormat? Find(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".txt" => Text,
            ".md" or ".markdown" => Markdown,
            ".html" or ".htm" => Page,
            ".json" => Json,
            ".jsonl" or ".ndjson" => JsonLines,
            _ => null,
        };
}

/// <param name="LargestFile">In bytes.</param>
/// <param name="Read">From the path, by which problems name the file, and the file's text.</param>
/// <param name="FindCharset">The charset's name that the file gives itself.</param>
internal sealed record SeedFormat(
    long LargestFile,
    Func<string, string, SeedReading> Read,
    Func<byte[], string?>? FindCharset = null
);
