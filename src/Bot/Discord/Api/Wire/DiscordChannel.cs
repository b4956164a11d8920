namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/resources/channel#channel-object-channel-types; others come as their number.</summary>
internal enum DiscordChannelType
{
    GuildText = 0,
    Direct = 1,
    GuildAnnouncement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    GuildForum = 15,
    GuildMedia = 16,
}

/// <summary>https://docs.discord.com/developers/resources/channel#channel-object</summary>
internal sealed record DiscordChannel(
    Snowflake Id,
    DiscordChannelType Type,
    Snowflake? GuildId,
    Snowflake? ParentId,
    string? Name,
    long? Flags,
    IReadOnlyList<PermissionOverwrite>? PermissionOverwrites,
    IReadOnlyList<ForumTag>? AvailableTags,
    ThreadMetadata? ThreadMetadata
)
{
    /// <summary>Of a thread, who opened it.</summary>
    public Snowflake? OwnerId { get; init; }

    /// <summary>In a forum: a post takes at least one of its tags.</summary>
    public bool RequiresTag => ((Flags ?? 0) & (1 << 4)) != 0;
}

/// <summary>https://docs.discord.com/developers/resources/channel#overwrite-object</summary>
/// <param name="Type">0 for a role, 1 for a member.</param>
internal sealed record PermissionOverwrite(Snowflake Id, int Type, string? Allow, string? Deny);

/// <summary>https://docs.discord.com/developers/resources/channel#forum-tag-object</summary>
internal sealed record ForumTag(Snowflake Id, string? Name, bool? Moderated);

/// <summary>https://docs.discord.com/developers/resources/channel#thread-metadata-object</summary>
internal sealed record ThreadMetadata(bool? Archived, bool? Locked);

/// <summary>https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel</summary>
/// <param name="AutoArchiveDuration">In minutes: 60, 1440, 4320 or 10080.</param>
internal sealed record ForumPost(
    string Name,
    MessageBody Message,
    IReadOnlyList<Snowflake>? AppliedTags = null,
    int? AutoArchiveDuration = null
);

/// <summary>https://docs.discord.com/developers/resources/channel#start-thread-without-message, and #start-thread-from-message without a type.</summary>
internal sealed record ThreadOpening(string Name, DiscordChannelType? Type = null, int? AutoArchiveDuration = null);

/// <summary>https://docs.discord.com/developers/resources/guild#list-active-guild-threads</summary>
internal sealed record ActiveThreads(IReadOnlyList<DiscordChannel> Threads);

/// <summary>https://docs.discord.com/developers/resources/user#create-dm</summary>
internal sealed record DirectChannelStart(Snowflake RecipientId);
