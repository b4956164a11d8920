namespace Bot.Core.Chat;

/// <summary>A file that readers take with them: sent as a file in a chat, its own words in the terminal.</summary>
/// <param name="Name">Of the file alone, without any folder: "feeds.opml".</param>
/// <param name="MediaType">"text/x-opml"</param>
/// <param name="Bytes">At most <see cref="MostBytes"/>; UTF-8 where it is text.</param>
/// <param name="Instead">What is said where the place takes no files.</param>
public sealed record FileBlock(string Name, string MediaType, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Inline> Instead)
    : ReplyBlock
{
    /// <summary>It is kept with its reply until that is sent, and every platform takes more.</summary>
    public const int MostBytes = 1 << 20;

    public string Name { get; } =
        Name.Length > 0 && Path.GetFileName(Name) == Name
            ? Name
            : throw new ArgumentException($"“{Name}” is no file's name.", nameof(Name));

    public ReadOnlyMemory<byte> Bytes { get; } =
        Bytes.Length <= MostBytes
            ? Bytes
            : throw new ArgumentException($"{Name} has {Bytes.Length} bytes; {MostBytes} are sent.", nameof(Bytes));

    public override void Render(ReplyRenderer renderer) => renderer.File(this);
}
