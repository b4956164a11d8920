namespace Bot.Core.Articles.Formats;

/// <summary>What a seed file holds.</summary>
/// <param name="Copies">Null where the file as a whole cannot be read: what was read of it before stays.</param>
internal sealed record SeedReading(IReadOnlyList<ArticleCopy>? Copies, IReadOnlyList<string> Problems)
{
    public static SeedReading Of(ArticleCopy copy) => new([copy], []);

    public static SeedReading Failed(string problem) => new(null, [problem]);
}
