namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/events/gateway#get-gateway-bot</summary>
/// <param name="Shards">How many connections Discord recommends.</param>
internal sealed record GatewayPlan(Uri Url, int Shards, SessionStartLimit SessionStartLimit);

/// <summary>https://docs.discord.com/developers/events/gateway#session-start-limit-object</summary>
/// <param name="ResetAfter">In milliseconds.</param>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
