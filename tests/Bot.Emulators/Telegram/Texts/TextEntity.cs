namespace Bot.Emulators.Telegram.Texts;

/// <summary>https://core.telegram.org/bots/api#messageentity; offsets and lengths in UTF-16 units.</summary>
public sealed record TextEntity(EntityKind Kind, int Offset, int Length)
{
    /// <summary>Of a text link.</summary>
    public string? Url { get; init; }

    /// <summary>Of a block of code.</summary>
    public string? Language { get; init; }

    /// <summary>Of a mention of somebody without a username.</summary>
    public long? UserId { get; init; }

    public string? CustomEmojiId { get; init; }

    public int End => Offset + Length;

    internal bool Crosses(TextEntity other) =>
        (Offset < other.Offset && other.Offset < End && End < other.End)
        || (other.Offset < Offset && Offset < other.End && other.End < End);

    internal bool Holds(TextEntity other) => Offset <= other.Offset && other.End <= End;

    internal bool Touches(TextEntity other) => Offset < other.End && other.Offset < End;
}
