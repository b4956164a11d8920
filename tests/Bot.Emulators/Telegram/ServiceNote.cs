namespace Bot.Emulators.Telegram;

/// <summary>What a service message tells of.</summary>
public abstract record ServiceNote
{
    public sealed record Joined(Account Who) : ServiceNote;

    public sealed record Departed(Account Who) : ServiceNote;

    public sealed record MovedTo(long ChatId) : ServiceNote;

    public sealed record MovedFrom(long ChatId) : ServiceNote;

    public sealed record TopicOpened(string Name) : ServiceNote;

    public sealed record TopicClosed : ServiceNote;

    public sealed record TopicReopened : ServiceNote;
}
