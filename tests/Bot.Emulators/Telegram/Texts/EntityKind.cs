namespace Bot.Emulators.Telegram.Texts;

public enum EntityKind
{
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Blockquote,
    ExpandableBlockquote,
    Code,
    Pre,
    TextLink,
    TextMention,
    CustomEmoji,
    Mention,
    Hashtag,
    Cashtag,
    BotCommand,
    Url,
    Email,
}

internal static class EntityKinds
{
    private static readonly Dictionary<EntityKind, string> Names = Enum.GetValues<EntityKind>()
        .ToDictionary(k => k, k => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()));

    private static readonly Dictionary<string, EntityKind> Kinds = Names.ToDictionary(
        n => n.Value,
        n => n.Key,
        StringComparer.Ordinal
    );

    public static string Name(this EntityKind kind) => Names[kind];

    public static EntityKind? FindByName(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>Kinds that the platform finds by itself and takes from nobody.</summary>
    public static bool IsFound(this EntityKind kind) => kind >= EntityKind.Mention;

    /// <summary>Kinds into which nothing is found: what looks like a mention there is only text.</summary>
    public static bool IsOpaque(this EntityKind kind) =>
        kind is EntityKind.Code or EntityKind.Pre or EntityKind.TextLink or EntityKind.TextMention;

    public static bool IsQuote(this EntityKind kind) =>
        kind is EntityKind.Blockquote or EntityKind.ExpandableBlockquote;

    public static bool IsCode(this EntityKind kind) => kind is EntityKind.Code or EntityKind.Pre;
}
