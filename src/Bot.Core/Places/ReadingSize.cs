namespace Bot.Core.Places;

/// <summary>How much is told, in a digest of each story, in a summary of the article; written short, normal or long.</summary>
public enum ReadingSize
{
    Brief,
    Normal,
    Full,
}

public static class ReadingSizes
{
    /// <summary>As they are typed, the briefest first.</summary>
    public static readonly IReadOnlyList<string> Words = ["short", "normal", "long"];

    public static string Word(ReadingSize size) => Words[(int)size];

    /// <returns>Null where it is none of the three.</returns>
    public static ReadingSize? TryParse(string? word) =>
        Enum.GetValues<ReadingSize>()
            .Select(s => (ReadingSize?)s)
            .FirstOrDefault(s => Word(s!.Value).Equals(word?.Trim(), StringComparison.OrdinalIgnoreCase));
}
