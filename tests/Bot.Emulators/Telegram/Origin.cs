namespace Bot.Emulators.Telegram;

/// <summary>Where a forwarded message was first said. https://core.telegram.org/bots/api#messageorigin</summary>
public abstract record Origin(DateTimeOffset At)
{
    public sealed record FromAccount(DateTimeOffset At, Account Sender) : Origin(At);

    /// <summary>Somebody whose settings hide the account.</summary>
    public sealed record FromHidden(DateTimeOffset At, string Name) : Origin(At);

    public sealed record FromChat(DateTimeOffset At, Chat Sender) : Origin(At);

    public sealed record FromChannel(DateTimeOffset At, Chat Channel, long MessageId) : Origin(At);
}
