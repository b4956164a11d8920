namespace Bot.Discord.Gateway;

/// <summary>
/// What is to be done after Discord has closed a connection.
/// https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
/// </summary>
internal abstract record CloseMeaning
{
    private CloseMeaning() { }

    /// <summary>The session goes on; if it does not, Discord says so.</summary>
    public sealed record Resume : CloseMeaning;

    public sealed record NewSession : CloseMeaning;

    /// <summary>Connecting again would end the same way.</summary>
    /// <param name="Why">What failed, and what an administrator does about it.</param>
    public sealed record Final(string Why) : CloseMeaning;

    /// <param name="code">Null where the line broke without a word.</param>
    public static CloseMeaning Of(int? code, GatewayIdentity identity) =>
        code switch
        {
            4003 or 4005 or 4007 or 4008 => new NewSession(),
            4004 => new Final(
                "Discord does not know this token; copy it anew from the developer portal (your application, Bot, Reset Token)"
            ),
            4010 => new Final(
                $"Discord knows no shard {identity.Shard} of {identity.Shards}; start with the number of shards that it recommends"
            ),
            4011 => new Final(
                $"the bot is in more servers than {identity.Shards} shards may hold; start it again, and it takes the number that Discord recommends"
            ),
            4012 => new Final("Discord no longer speaks version 10 of its gateway; update this program"),
            4013 => new Final($"Discord knows no intents {identity.Intents}; update this program"),
            4014 => new Final(
                $"this bot may not ask for the intents {identity.Intents}; allow them in the developer portal (your application, Bot, Privileged Gateway Intents)"
            ),
            _ => new Resume(),
        };
}
