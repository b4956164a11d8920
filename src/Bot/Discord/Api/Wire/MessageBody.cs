using System.Text.Json.Serialization;

namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/resources/message#message-object-message-flags</summary>
[Flags]
internal enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    Ephemeral = 1 << 6,
    SuppressNotifications = 1 << 12,
    IsComponentsV2 = 1 << 15,
}

/// <summary>
/// What a message is made of, new or changed; null leaves a part as it is. It mentions nobody, whatever it says.
/// https://docs.discord.com/developers/resources/message#create-message
/// </summary>
internal sealed record MessageBody
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    public IReadOnlyList<AttachmentNote>? Attachments { get; init; }

    /// <summary>The message that this one answers.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>At most 25 letters: the same again within a few minutes is the same message.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce => Nonce is null ? null : true;

    public AllowedMentions AllowedMentions { get; } = AllowedMentions.Nobody;
}

/// <summary>https://docs.discord.com/developers/resources/message#allowed-mentions-object</summary>
internal sealed record AllowedMentions(IReadOnlyList<string> Parse)
{
    public static readonly AllowedMentions Nobody = new([]);
}

/// <summary>https://docs.discord.com/developers/resources/message#message-reference-structure</summary>
internal sealed record MessageReference(Snowflake MessageId, bool FailIfNotExists = false);

/// <summary>https://docs.discord.com/developers/reference#uploading-files</summary>
/// <param name="Id">The place of the file among those that are sent, from 0.</param>
internal sealed record AttachmentNote(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] int Id,
    string Filename,
    string? Description = null
);
