using System.Text;
using System.Text.Json;
using Bot.Emulators.Telegram.Texts;

namespace Bot.Emulators.Telegram.Calls;

/// <summary>Reads reply_markup. Keyboards under the input field are taken and not kept, as in the server's answers.</summary>
internal sealed record Keyboard(IReadOnlyList<IReadOnlyList<Button>> Rows, string? Json)
{
    private const string Field = "reply_markup";
    private const int MostButtons = 100;
    private const int MostInRow = 8;
    private const int MostBytes = 64;

    public static readonly Keyboard None = new([], null);

    public static Keyboard Read(ApiCall call)
    {
        if (call.Text(Field) is null)
            return None;
        if (call.Json(Field) is not { } markup)
            throw Refused.Bad("can't parse reply keyboard markup JSON object");
        if (markup.ValueKind != JsonValueKind.Object)
            throw Refused.Bad("object expected as reply markup");
        if (!markup.TryGetProperty("inline_keyboard", out var keyboard))
            return None;
        if (keyboard.ValueKind != JsonValueKind.Array)
            throw Refused.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        var rows = keyboard.EnumerateArray().Select((row, r) => Row(call, row, r)).Where(r => r.Count > 0).ToList();
        if (rows.Sum(r => r.Count) > MostButtons)
        {
            call.Breaks($"{Field}.inline_keyboard", $"has more than {MostButtons} buttons");
            throw Refused.Bad("reply markup is too long");
        }

        return rows.Count == 0 ? None : new Keyboard(rows, Kept(keyboard));
    }

    private static List<Button> Row(ApiCall call, JsonElement row, int r)
    {
        var path = $"{Field}.inline_keyboard[{r}]";
        if (row.ValueKind != JsonValueKind.Array)
            throw Refused.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        if (row.GetArrayLength() > MostInRow)
            call.Breaks(path, $"has more than {MostInRow} buttons");
        return [.. row.EnumerateArray().Select((button, b) => Read(call, button, $"{path}[{b}]"))];
    }

    private static Button Read(ApiCall call, JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw NoButton("InlineKeyboardButton must be an Object");
        var label = Words(json, "text") ?? throw NoButton("Can't find field \"text\"");
        if (label.Trim().Length == 0)
        {
            call.Breaks($"{path}.text", "is empty");
            throw NoButton("Text must be non-empty");
        }

        if (Words(json, "callback_data") is { } sent)
        {
            var bytes = Encoding.UTF8.GetByteCount(sent);
            if (bytes is > 0 and <= MostBytes)
                return new Button.Callback(label, sent);
            call.Breaks($"{path}.callback_data", $"has {bytes} bytes; 1 to {MostBytes} fit");
            throw Refused.Bad("BUTTON_DATA_INVALID");
        }

        if (Words(json, "url") is { } url)
        {
            if (IsOpened(url))
                return new Button.Link(label, url);
            call.Breaks($"{path}.url", $"\"{url}\" is no address that a button can open");
            throw Refused.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        }

        var kind = json.EnumerateObject()
            .Select(p => p.Name)
            .FirstOrDefault(n => n is not ("text" or "style" or "icon_custom_emoji_id"));
        return kind is null
            ? throw NoButton("Text buttons are unallowed in the inline keyboard")
            : new Button.Other(label, kind);
    }

    private static bool IsOpened(string url) =>
        LinkTargets.AreFollowed(url) && !url.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase);

    private static string? Words(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Refused NoButton(string why) => Refused.Bad($"can't parse inline keyboard button: {why}");

    private static string Kept(JsonElement keyboard)
    {
        var full = keyboard.EnumerateArray().Where(r => r.GetArrayLength() > 0).Select(r => r.GetRawText());
        return $"{{\"inline_keyboard\":[{string.Join(',', full)}]}}";
    }
}
