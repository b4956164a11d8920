using System.Text.Json;

namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type; others come as their number.</summary>
internal enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    FormSubmitted = 5,
}

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object</summary>
/// <param name="Member">Who it is, in a server; in direct messages <paramref name="User"/> is.</param>
/// <param name="Message">The one whose button was pressed.</param>
internal sealed record Interaction(
    Snowflake Id,
    Snowflake ApplicationId,
    InteractionType Type,
    string Token,
    InteractionBody? Data,
    Snowflake? GuildId,
    Snowflake? ChannelId,
    DiscordChannel? Channel,
    InteractionMember? Member,
    DiscordUser? User,
    string? Locale,
    PointedMessage? Message
);

/// <param name="Permissions">What the person may do in the channel: bits, as a number in a string.</param>
internal sealed record InteractionMember(DiscordUser? User, string? Permissions, IReadOnlyList<Snowflake>? Roles);

/// <summary>What was asked: a command with its options, a component, or a form with its fields.</summary>
internal sealed record InteractionBody
{
    public string? Name { get; init; }

    public ApplicationCommandType? Type { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The message that a command of its menu is about.</summary>
    public Snowflake? TargetId { get; init; }

    public ResolvedThings? Resolved { get; init; }

    public string? CustomId { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public IReadOnlyList<FormField>? Components { get; init; }
}

/// <param name="Value">A text or a number, as the option is; null of a subcommand.</param>
internal sealed record InteractionOption(
    string Name,
    ApplicationCommandOptionType Type,
    JsonElement? Value,
    IReadOnlyList<InteractionOption>? Options,
    bool? Focused
);

internal sealed record ResolvedThings(
    IReadOnlyDictionary<string, PointedMessage>? Messages,
    IReadOnlyDictionary<string, UploadedFile>? Attachments
);

/// <summary>https://docs.discord.com/developers/resources/message#attachment-object</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Url">Where it can be had for a day, by whoever knows the address.</param>
internal sealed record UploadedFile(string? Filename, long Size, string? Url);

/// <summary>https://docs.discord.com/developers/resources/message#message-object</summary>
internal sealed record PointedMessage(
    Snowflake Id,
    string? Content,
    DiscordUser? Author,
    DateTimeOffset? Timestamp,
    long? Flags,
    IReadOnlyList<PointedEmbed>? Embeds
);

internal sealed record PointedEmbed(string? Title, string? Description, string? Url);

/// <summary>A field of a form as it was filled in; a label or a row holds the field itself.</summary>
internal sealed record FormField(
    string? CustomId,
    string? Value,
    IReadOnlyList<string>? Values,
    FormField? Component,
    IReadOnlyList<FormField>? Components
);
