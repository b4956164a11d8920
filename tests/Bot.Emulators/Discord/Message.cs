using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord;

/// <summary>A mention that rang: "@everyone", "@here", or a person's or role's name with "@" before it.</summary>
public sealed record Ping(string Whom);

/// <summary>A file that came with a message.</summary>
public sealed record Attachment(long Id, string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>One message, as it stands now.</summary>
public sealed class Message
{
    internal Message(Channel channel, long id, Account author, DateTimeOffset at)
    {
        Channel = channel;
        Id = id;
        Author = author;
        At = at;
    }

    public Channel Channel { get; }

    public long Id { get; }

    public Account Author { get; }

    public DateTimeOffset At { get; }

    public DateTimeOffset? EditedAt { get; internal set; }

    public int EditedCount { get; internal set; }

    public string Content { get; internal set; } = "";

    public IReadOnlyList<Attachment> Attachments { get; internal set; } = [];

    public IReadOnlyList<Ping> Pings { get; internal set; } = [];

    /// <summary>Null for all; else who alone can see it.</summary>
    public Person? OnlyFor { get; internal set; }

    public bool IsEphemeral => OnlyFor is not null;

    /// <summary>"The application is thinking": deferred, and not yet edited.</summary>
    public bool IsLoading { get; internal set; }

    /// <summary>Sent on to the servers that follow the channel.</summary>
    public bool IsCrossposted { get; internal set; }

    public bool IsSilent => (Flags & MessageFlags.SuppressNotifications) != 0;

    public bool IsDeleted { get; internal set; }

    public Message? ReplyTo { get; internal set; }

    /// <summary>The interaction that the message answers.</summary>
    public Interaction? Answers { get; internal set; }

    public IReadOnlyList<JsonObject> Embeds => [.. EmbedNodes.OfType<JsonObject>()];

    /// <summary>The labels of the buttons, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Buttons =>
        [
            .. Components
                .Rows(ComponentNodes)
                .Select(r => r.Where(Components.IsButton).Select(Components.Label).ToList()),
        ];

    /// <summary>The labels of the buttons that do something.</summary>
    public IReadOnlyList<string> Pressable =>
        [
            .. Components
                .All(ComponentNodes)
                .Where(c => Components.IsButton(c) && !Components.Flag(c, "disabled"))
                .Select(Components.Label),
        ];

    /// <summary>What may be chosen under it, by what is shown for it.</summary>
    public IReadOnlyList<string> Choosable =>
        [
            .. Components
                .All(ComponentNodes)
                .Where(c => Components.IsSelect(c) && !Components.Flag(c, "disabled"))
                .SelectMany(c => (c["options"] as JsonArray ?? []).OfType<JsonObject>())
                .Select(Components.Label),
        ];

    internal JsonArray EmbedNodes { get; set; } = [];

    internal JsonArray ComponentNodes { get; set; } = [];

    internal int Flags { get; set; }

    internal JsonNode? Nonce { get; set; }

    /// <summary>https://docs.discord.com/developers/resources/message#message-object-message-types</summary>
    internal int Type { get; set; }

    public override string ToString() => TranscriptText.Of(this);
}

/// <summary>https://docs.discord.com/developers/resources/message#message-object-message-flags</summary>
internal static class MessageFlags
{
    public const int Crossposted = 1 << 0;
    public const int SuppressEmbeds = 1 << 2;
    public const int Ephemeral = 1 << 6;
    public const int Loading = 1 << 7;
    public const int SuppressNotifications = 1 << 12;
    public const int IsComponentsV2 = 1 << 15;

    public const int Sendable = SuppressEmbeds | Ephemeral | SuppressNotifications | IsComponentsV2;
}
