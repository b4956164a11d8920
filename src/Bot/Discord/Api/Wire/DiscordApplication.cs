namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/resources/application#application-object</summary>
internal sealed record DiscordApplication(Snowflake Id, string? Name, DiscordUser? Bot);

/// <summary>https://docs.discord.com/developers/resources/user#user-object</summary>
internal sealed record DiscordUser(Snowflake Id, string? Username, string? GlobalName);
