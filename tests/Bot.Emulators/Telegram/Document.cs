namespace Bot.Emulators.Telegram;

/// <summary>A file that hangs on a message, as whoever reads it can save it.</summary>
public sealed record Document(string FileId, string Name, ReadOnlyMemory<byte> Bytes)
{
    public string UniqueId => $"u{FileId}";
}
