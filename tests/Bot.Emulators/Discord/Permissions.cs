namespace Bot.Emulators.Discord;

/// <summary>https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags</summary>
[Flags]
public enum Permissions : long
{
    None = 0,
    Administrator = 1L << 3,
    ManageChannels = 1L << 4,
    ManageGuild = 1L << 5,
    ViewChannel = 1L << 10,
    SendMessages = 1L << 11,
    ManageMessages = 1L << 13,
    EmbedLinks = 1L << 14,
    AttachFiles = 1L << 15,
    ReadMessageHistory = 1L << 16,
    MentionEveryone = 1L << 17,
    ManageRoles = 1L << 28,
    ManageWebhooks = 1L << 29,
    UseApplicationCommands = 1L << 31,
    ManageThreads = 1L << 34,
    CreatePublicThreads = 1L << 35,
    CreatePrivateThreads = 1L << 36,
    SendMessagesInThreads = 1L << 38,
    UseExternalApps = 1L << 50,
    PinMessages = 1L << 51,

    /// <summary>What a new server gives to everyone.</summary>
    Usual =
        ViewChannel
        | SendMessages
        | EmbedLinks
        | AttachFiles
        | ReadMessageHistory
        | MentionEveryone
        | UseApplicationCommands
        | CreatePublicThreads
        | CreatePrivateThreads
        | SendMessagesInThreads
        | UseExternalApps,
    All =
        Usual
        | Administrator
        | ManageChannels
        | ManageGuild
        | ManageMessages
        | ManageRoles
        | ManageWebhooks
        | ManageThreads
        | PinMessages,
}

/// <summary>What a channel gives to, or takes from, a role or a member. https://docs.discord.com/developers/resources/channel#overwrite-object</summary>
public sealed record Overwrite(long Id, bool IsRole, Permissions Allow, Permissions Deny);
