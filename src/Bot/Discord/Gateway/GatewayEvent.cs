namespace Bot.Discord.Gateway;

/// <summary>
/// Something that happened, as Discord told it. Around a resume an event may come twice: whoever must not do a thing
/// twice remembers its id.
/// </summary>
/// <param name="Body">The event itself, JSON in UTF-8; nobody has read it yet.</param>
internal sealed record GatewayEvent(string Name, long Sequence, ReadOnlyMemory<byte> Body)
{
    /// <summary>The shard that heard of it.</summary>
    public int Shard { get; init; }
}
