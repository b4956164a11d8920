using System.Text.Json;
using Bot.Emulators.Telegram.Texts;

namespace Bot.Emulators.Telegram.Calls;

/// <summary>Reads a text and its entities from a request.</summary>
internal static class Wording
{
    private const int MostUnits = 4096;
    private const int MostCaptionUnits = 1024;
    private const int MostBytes = 1 << 15;

    public static FormattedText Text(ApiCall call)
    {
        var sent = Read(call, "text", "entities");
        var kept = sent.AsKept();
        if (kept.Text.Length == 0)
            throw Broken(call, "text", "is empty", "message text is empty");
        if (kept.Text.Length > MostUnits)
            throw Broken(call, "text", $"has {kept.Text.Length} units; {MostUnits} fit", "message is too long");
        return kept;
    }

    public static FormattedText Caption(ApiCall call)
    {
        var kept = Read(call, "caption", "caption_entities").AsKept();
        if (kept.Text.Length > MostCaptionUnits)
            throw Broken(
                call,
                "caption",
                $"has {kept.Text.Length} units; {MostCaptionUnits} fit",
                "message caption is too long"
            );
        return kept;
    }

    private static FormattedText Read(ApiCall call, string field, string entitiesField)
    {
        var text = call.Text(field) ?? "";
        if (System.Text.Encoding.UTF8.GetByteCount(text) > MostBytes)
            throw Broken(call, field, $"has more than {MostBytes} bytes", "text is too long");
        var sent = Parsed(call, text) ?? new FormattedText(text, Entities(call, entitiesField));
        foreach (var breach in EntityRules.Breaches(sent))
            call.Breaks(entitiesField, breach);
        return Lenient(sent);
    }

    private static FormattedText? Parsed(ApiCall call, string text)
    {
        switch (call.Text("parse_mode")?.ToUpperInvariant())
        {
            case null or "NONE":
                return null;
            case "HTML":
                try
                {
                    return HtmlMarkup.Parse(text);
                }
                catch (FormatException broken)
                {
                    throw Refused.Bad($"can't parse entities: {broken.Message}");
                }

            case "MARKDOWN"
            or "MARKDOWNV2":
                call.Breaks("parse_mode", "the emulator reads no Markdown: send entities or HTML");
                throw Refused.Bad("can't parse entities: the emulator reads no Markdown");
            default:
                throw Refused.Bad("unsupported parse_mode");
        }
    }

    private static IReadOnlyList<TextEntity> Entities(ApiCall call, string field) =>
        call.Json(field) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Entity)] : [];

    private static TextEntity Entity(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw NoEntity("expected an Object");
        var name = json.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "";
        var kind = EntityKinds.FindByName(name) ?? throw NoEntity("Unsupported type specified");
        return new TextEntity(kind, Number(json, "offset"), Number(json, "length"))
        {
            Url = kind == EntityKind.TextLink ? Required(json, "url") : null,
            Language = json.TryGetProperty("language", out var language) ? language.GetString() : null,
            CustomEmojiId = kind == EntityKind.CustomEmoji ? Required(json, "custom_emoji_id") : null,
            UserId =
                kind == EntityKind.TextMention && json.TryGetProperty("user", out var user)
                    ? user.GetProperty("id").GetInt64()
                    : null,
        };
    }

    private static int Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var n)
            ? n
            : throw NoEntity($"Can't find field \"{name}\"");

    private static string Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw NoEntity($"Can't find field \"{name}\"");

    private static Refused NoEntity(string why) => Refused.Bad($"can't parse MessageEntity: {why}");

    /// <summary>As the server: what cannot be kept is dropped or cut, and nothing is said.</summary>
    private static FormattedText Lenient(FormattedText sent) =>
        sent with
        {
            Entities =
            [
                .. sent
                    .Entities.Where(e =>
                        !e.Kind.IsFound() && e.Length > 0 && e.Offset >= 0 && e.Offset < sent.Text.Length
                    )
                    .Where(e => e.Kind != EntityKind.TextLink || LinkTargets.AreFollowed(e.Url))
                    .Take(EntityRules.Most),
            ],
        };

    private static Refused Broken(ApiCall call, string path, string sentence, string answer)
    {
        call.Breaks(path, sentence);
        return Refused.Bad(answer);
    }
}
