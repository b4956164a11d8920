using System.Globalization;
using System.Text.Json;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Calls;

internal sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// One request. The server reads every parameter as text, whether it came in the query, a form or a JSON body, and
/// takes an empty one for none.
/// </summary>
internal sealed class ApiCall(
    BotAccount bot,
    string method,
    IReadOnlyDictionary<string, string> fields,
    IReadOnlyDictionary<string, UploadedFile> files,
    Action<Refusal> complain
)
{
    public BotAccount Bot => bot;

    public Town Town => bot.Town;

    public string Method => method;

    public IReadOnlyDictionary<string, string> Fields => fields;

    public IReadOnlyDictionary<string, UploadedFile> Files => files;

    public string? Text(string name) => fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public long? Number(string name) => Text(name) is { } text && TryNumber(text, out var number) ? number : null;

    public bool Flag(string name) => Text(name) is { } text && text is "1" or "true" or "True" or "yes";

    /// <summary>A parameter that is JSON; null where there is none or it cannot be read.</summary>
    public JsonElement? Json(string name)
    {
        if (Text(name) is not { } text)
            return null;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public UploadedFile? File(string name) =>
        files.GetValueOrDefault(
            fields.GetValueOrDefault(name) is ['a', 't', 't', 'a', 'c', 'h', ':', '/', '/', .. var part] ? part : name
        );

    /// <summary>Writes down what no client should send, whatever the server makes of it.</summary>
    public void Breaks(string path, string sentence) => complain(new Refusal(method, path, sentence));

    public static IReadOnlyList<string> Strings(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)]
            : [];

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
