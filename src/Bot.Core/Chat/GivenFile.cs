namespace Bot.Core.Chat;

/// <summary>A file that somebody gave, not fetched yet.</summary>
/// <param name="Name">As its giver calls it; empty where nobody said.</param>
/// <param name="Bytes">How large the platform says that it is; null where it does not.</param>
/// <param name="Reference">The platform's own: by it <see cref="IChatPlatform.ReadFileAsync"/> fetches it.</param>
public sealed record GivenFile(string Name, long? Bytes, string Reference);

/// <summary>What came of fetching a file.</summary>
public abstract record FileReading
{
    public sealed record Read(ReadOnlyMemory<byte> Bytes) : FileReading;

    /// <summary>It has more bytes than were asked for.</summary>
    public sealed record TooLarge : FileReading;

    /// <summary>It is not there, or it cannot be had.</summary>
    public sealed record Gone : FileReading;
}
