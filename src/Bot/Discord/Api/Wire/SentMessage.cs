namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/resources/message#message-object</summary>
internal sealed record SentMessage(Snowflake Id, Snowflake ChannelId, long? Flags);
