using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Faults;

/// <summary>What can go wrong between a bot and the platform.</summary>
public abstract record Fault
{
    /// <summary>429, and the chat stays shut so long.</summary>
    public sealed record Flood(TimeSpan RetryAfter) : Fault;

    /// <summary>500, 502 or 503, as JSON or as the page of a proxy; nothing is kept.</summary>
    public sealed record ServerError(int Status, bool IsPage = false) : Fault;

    /// <summary>The connection breaks before anything is kept.</summary>
    public sealed record LostRequest : Fault;

    /// <summary>All is done as asked, and the connection breaks before the answer.</summary>
    public sealed record LostAnswer : Fault;

    /// <summary>All is done as asked, and no answer comes until the client gives up.</summary>
    public sealed record NeverAnswered : Fault;

    /// <summary>All is done as asked, and the answer comes late by the emulator's clock.</summary>
    public sealed record Slow(TimeSpan By) : Fault;

    /// <summary>All is done as asked, and the answer is JSON that ends midway.</summary>
    public sealed record BrokenJson : Fault;

    /// <summary>The group has just become a supergroup.</summary>
    public sealed record Moved : Fault;

    /// <summary>The bot has just been thrown out; in a private chat, blocked.</summary>
    public sealed record Kicked : Fault;

    /// <summary>The topic has just been deleted.</summary>
    public sealed record TopicGone : Fault;

    /// <summary>Behind the updates that wait stands one with fields of wrong types.</summary>
    public sealed record MalformedUpdate : Fault;

    /// <summary>400 with these words, whatever is asked.</summary>
    public sealed record BadRequest(string Description) : Fault;

    /// <summary>401, as after the owner took a new token.</summary>
    public sealed record Unauthorized : Fault;

    /// <summary>Something befalls the bot's program at that moment of the call, its end above all; the connection is gone then.</summary>
    public sealed record Blow(BlowMoment At, Action Fall) : Fault;
}
