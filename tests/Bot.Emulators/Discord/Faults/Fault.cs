using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Faults;

/// <summary>What can go wrong between a bot and the platform, by HTTP; for the gateway see <see cref="Gateway.GatewayDesk"/>.</summary>
public abstract record Fault
{
    /// <summary>429 with scope "user", "global" or "shared", and the bucket, or all of them, stay shut so long.</summary>
    public sealed record Limited(TimeSpan RetryAfter, string Scope = "user") : Fault;

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

    /// <summary>Any other refusal, as (403, 50013, "Missing Permissions").</summary>
    public sealed record Refuses(int Status, int Code, string Message) : Fault;

    /// <summary>The channel has just been deleted.</summary>
    public sealed record ChannelGone : Fault;

    /// <summary>The bot has just been thrown out of the server.</summary>
    public sealed record Removed : Fault;

    /// <summary>Something befalls the bot's program at that moment of the call, its end above all; the connection is gone then.</summary>
    public sealed record Blow(BlowMoment At, Action Fall) : Fault;
}
