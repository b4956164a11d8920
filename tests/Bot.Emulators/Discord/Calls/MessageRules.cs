using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Calls;

/// <summary>
/// The limits of a message, counted in UTF-16 units, as clients count them.
/// https://docs.discord.com/developers/resources/message#embed-object-embed-limits
/// </summary>
internal static class MessageRules
{
    public const int LongestContent = 2000;
    private const int LongestNonce = 25;
    private const int MostEmbeds = 10;
    private const int MostFields = 25;
    private const int LongestEmbeds = 6000;
    private const int MostFiles = 10;

    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        "content",
        "nonce",
        "enforce_nonce",
        "tts",
        "embeds",
        "allowed_mentions",
        "message_reference",
        "components",
        "sticker_ids",
        "attachments",
        "flags",
        "poll",
        "username",
        "avatar_url",
        "thread_name",
        "applied_tags",
        "shared_client_theme"
    );

    private static readonly FrozenSet<string> EmbedFields = FrozenSet.Create(
        "title",
        "type",
        "description",
        "url",
        "timestamp",
        "color",
        "footer",
        "image",
        "thumbnail",
        "video",
        "provider",
        "author",
        "fields"
    );

    /// <summary>Adds what is wrong in a message that is sent or changed.</summary>
    /// <param name="path">Where it stands in the request: empty, or "data".</param>
    public static void Check(JsonObject message, string path, int files, FormErrors errors)
    {
        var isV2 = ((Components.Number(message, "flags") ?? 0) & MessageFlags.IsComponentsV2) != 0;
        errors.Unknown(message, path, Fields);
        errors.Length(message, "content", path, LongestContent);
        if (
            message["nonce"] is JsonValue nonce
            && nonce.TryGetValue<string>(out var text)
            && text.Length > LongestNonce
        )
            errors.Add(Below(path, "nonce"), "BASE_TYPE_MAX_LENGTH", $"Must be {LongestNonce} or fewer in length.");
        if (files > MostFiles)
            errors.Add(Below(path, "attachments"), "BASE_TYPE_MAX_LENGTH", $"Must be {MostFiles} or fewer in length.");
        CheckEmbeds(message["embeds"] as JsonArray ?? [], Below(path, "embeds"), errors);
        CheckMentions(message["allowed_mentions"], Below(path, "allowed_mentions"), errors);
        ComponentRules.Check(message["components"] as JsonArray ?? [], Below(path, "components"), isV2, errors);
        if (
            isV2
            && (Components.Text(message, "content") is { Length: > 0 } || message["embeds"] is JsonArray { Count: > 0 })
        )
            errors.Add(
                Below(path, "flags"),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "The 'content' and 'embeds' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            );
    }

    public static bool IsEmpty(JsonObject message, int files) =>
        files == 0
        && string.IsNullOrWhiteSpace(Components.Text(message, "content"))
        && message["embeds"] is not JsonArray { Count: > 0 }
        && message["components"] is not JsonArray { Count: > 0 };

    public static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static void CheckEmbeds(JsonArray embeds, string path, FormErrors errors)
    {
        errors.Count(embeds, path, MostEmbeds);
        var urls = new HashSet<string>(StringComparer.Ordinal);
        var all = 0;
        for (var i = 0; i < embeds.Count; i++)
        {
            if (embeds[i] is not JsonObject embed)
            {
                errors.Add($"{path}.{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            CheckEmbed(embed, $"{path}.{i}", errors);
            all += Units(embed);
            if (Components.Text(embed, "url") is { } url && !urls.Add(url))
                errors.Add(
                    $"{path}.{i}.url",
                    "EMBED_URL_REPEATED",
                    "Of embeds with one address only the first is shown."
                );
        }

        if (all > LongestEmbeds)
            errors.Add(path, "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {LongestEmbeds}");
    }

    private static void CheckEmbed(JsonObject embed, string path, FormErrors errors)
    {
        errors.Unknown(embed, path, EmbedFields);
        errors.Length(embed, "title", path, 256);
        errors.Length(embed, "description", path, 4096);
        errors.Length(embed["footer"], "text", $"{path}.footer", 2048, least: 1);
        errors.Length(embed["author"], "name", $"{path}.author", 256, least: 1);
        var fields = embed["fields"] as JsonArray ?? [];
        errors.Count(fields, $"{path}.fields", MostFields);
        for (var i = 0; i < fields.Count; i++)
        {
            foreach (var name in new[] { "name", "value" })
                if (fields[i]?[name] is null)
                    errors.Required($"{path}.fields.{i}.{name}");
            errors.Length(fields[i], "name", $"{path}.fields.{i}", 256, least: 1);
            errors.Length(fields[i], "value", $"{path}.fields.{i}", 1024, least: 1);
        }

        if (Units(embed) == 0 && embed["image"] is null && embed["thumbnail"] is null)
            errors.Required($"{path}.description");
        foreach (var (name, of) in new[] { ("url", embed), ("url", embed["image"]), ("url", embed["thumbnail"]) })
            if (Components.Text(of, name) is { } address && !IsAddress(address))
                errors.Add($"{path}.url", "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }

    private static bool IsAddress(string text) =>
        text.StartsWith("attachment://", StringComparison.Ordinal)
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");

    private static int Units(JsonObject embed) =>
        Trimmed(embed, "title")
        + Trimmed(embed, "description")
        + Trimmed(embed["footer"], "text")
        + Trimmed(embed["author"], "name")
        + (embed["fields"] as JsonArray ?? []).Sum(f => Trimmed(f, "name") + Trimmed(f, "value"));

    private static int Trimmed(JsonNode? json, string name) => Components.Text(json, name)?.Trim().Length ?? 0;

    private static void CheckMentions(JsonNode? allowed, string path, FormErrors errors)
    {
        var parse = (allowed as JsonObject)?["parse"] as JsonArray ?? [];
        for (var i = 0; i < parse.Count; i++)
            if ((string?)parse[i] is not ("roles" or "users" or "everyone"))
                errors.Add(
                    $"{path}.parse.{i}",
                    "BASE_TYPE_CHOICES",
                    "Value must be one of {'roles', 'users', 'everyone'}."
                );
        foreach (var kind in new[] { "users", "roles" })
            if (parse.Any(p => (string?)p == kind) && allowed?[kind] is JsonArray { Count: > 0 })
                errors.Add(
                    $"{path}.parse",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive."
                );
    }
}
