namespace Bot.Discord.Accounts;

/// <summary>https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags</summary>
[Flags]
internal enum DiscordPermissions : long
{
    None = 0,
    Administrator = 1L << 3,
    ManageGuild = 1L << 5,
    ViewChannel = 1L << 10,
    SendMessages = 1L << 11,
    EmbedLinks = 1L << 14,
    ReadMessageHistory = 1L << 16,
    SendMessagesInThreads = 1L << 38,

    /// <summary>All that the bot asks for when it is invited.</summary>
    Needed = ViewChannel | SendMessages | EmbedLinks | SendMessagesInThreads,
}
