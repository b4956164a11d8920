namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/events/gateway-events#ready</summary>
/// <param name="Shard">Its number, and how many there are; null for one alone.</param>
internal sealed record ReadyNews(IReadOnlyList<GuildNews>? Guilds, IReadOnlyList<int>? Shard);

/// <summary>https://docs.discord.com/developers/events/gateway-events#guild-create, and #guild-delete.</summary>
/// <param name="Unavailable">True where it is out of reach for a while; nobody has left it then.</param>
internal sealed record GuildNews(
    Snowflake Id,
    string? Name,
    Snowflake? OwnerId,
    Snowflake? SystemChannelId,
    string? PreferredLocale,
    bool? Unavailable
);

/// <summary>Of any event of a server's channel or role: https://docs.discord.com/developers/events/gateway-events#channels</summary>
internal sealed record ChannelNews(Snowflake? Id, Snowflake? GuildId);
