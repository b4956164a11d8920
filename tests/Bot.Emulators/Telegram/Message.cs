using Bot.Emulators.Telegram.Texts;

namespace Bot.Emulators.Telegram;

/// <summary>A message as it stands now; an edit makes a new record under the same id.</summary>
public sealed record Message
{
    public required long Id { get; init; }

    public required Chat Chat { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for a post of a channel.</summary>
    public Account? From { get; init; }

    /// <summary>The chat in whose name it was said: a channel, or the group itself for an anonymous administrator.</summary>
    public Chat? SenderChat { get; init; }

    /// <summary>Null outside forums and in General.</summary>
    public Topic? Thread { get; init; }

    public Message? ReplyTo { get; init; }

    /// <summary>The text, or the caption of a photo or a file.</summary>
    public string Text { get; init; } = "";

    /// <summary>What was sent with the text and what the platform found in it, in order.</summary>
    public IReadOnlyList<TextEntity> Entities { get; init; } = [];

    public Photo? Photo { get; init; }

    public Document? Document { get; init; }

    public IReadOnlyList<IReadOnlyList<Button>> Buttons { get; init; } = [];

    public Origin? Origin { get; init; }

    public bool IsAutomaticForward { get; init; }

    public ServiceNote? Service { get; init; }

    public string? AuthorSignature { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public int EditedCount { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>Sent without a sound.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether the sender forbade a preview of links.</summary>
    public bool HasNoPreview { get; init; }

    public IReadOnlyList<string> FoundMentions => Found(EntityKind.Mention);

    public IReadOnlyList<string> FoundHashtags => Found(EntityKind.Hashtag);

    public IReadOnlyList<string> FoundCashtags => Found(EntityKind.Cashtag);

    public IReadOnlyList<string> FoundCommands => Found(EntityKind.BotCommand);

    public IReadOnlyList<string> FoundUrls => Found(EntityKind.Url);

    public IReadOnlyList<string> FoundEmails => Found(EntityKind.Email);

    public bool IsFromBot => From is BotAccount || (From is null && PostedBy is BotAccount);

    /// <summary>Who wrote a post of a channel, which readers are not told.</summary>
    public Account? PostedBy { get; init; }

    internal string? MarkupJson { get; init; }

    private string[] Found(EntityKind kind) =>
        [.. Entities.Where(e => e.Kind == kind).Select(e => Text.Substring(e.Offset, e.Length))];
}
