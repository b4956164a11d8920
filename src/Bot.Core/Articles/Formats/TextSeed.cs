namespace Bot.Core.Articles.Formats;

/// <summary>A plain text. Its first line may begin with a machine's stamp and run straight on into the article.</summary>
internal static class TextSeed
{
    public static SeedReading Read(string path, string text) => new SeedCopy(text).ToReading(path);
}
