namespace Bot.Emulators.Telegram;

/// <summary>A picture that the platform keeps and can be sent again by its id.</summary>
public sealed record Photo(string FileId, string Name, ReadOnlyMemory<byte> Bytes)
{
    public string UniqueId => $"u{FileId}";
}
