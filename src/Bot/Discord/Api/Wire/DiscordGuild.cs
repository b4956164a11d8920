namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/resources/guild#guild-object</summary>
internal sealed record DiscordGuild(
    Snowflake Id,
    string? Name,
    Snowflake? OwnerId,
    string? PreferredLocale,
    IReadOnlyList<DiscordRole>? Roles
);

/// <summary>https://docs.discord.com/developers/topics/permissions#role-object</summary>
/// <param name="Permissions">Bits, as a number in a string.</param>
internal sealed record DiscordRole(Snowflake Id, string? Name, string? Permissions);

/// <summary>https://docs.discord.com/developers/resources/guild#guild-member-object</summary>
internal sealed record DiscordMember(
    DiscordUser? User,
    IReadOnlyList<Snowflake>? Roles,
    DateTimeOffset? CommunicationDisabledUntil
);
