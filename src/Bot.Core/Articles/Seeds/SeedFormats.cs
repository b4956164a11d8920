namespace Bot.Core.Articles.Seeds;

/// <summary>Which endings are read, and how.</summary>
internal static class SeedFormats
{
    /// <summary>Rises whenever the same file would be read differently; files that an older one read are read again.</summary>
    public const int Version = 1;

    private static readonly Dictionary<string, Func<string, byte[], SeedReading>> ByEnding = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".txt"] = TextSeed.Read,
    };

    public static bool Knows(string fileName) => ByEnding.ContainsKey(Path.GetExtension(fileName));

    /// <param name="path">Names the file in problems.</param>
    public static SeedReading Read(string path, byte[] bytes) => ByEnding[Path.GetExtension(path)](path, bytes);
}
