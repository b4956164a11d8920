using System.Text.Json;

namespace Bot.Emulators.Desk;

/// <summary>An order could not be read or names somebody who is not there.</summary>
internal sealed class UnknownOrderException(string message) : Exception(message);

/// <summary>What a client of another language asks for: the fields of a JSON object.</summary>
internal abstract class OrderFields(JsonElement json)
{
    public JsonElement Json => json;

    public string Text(string name) => FindText(name) ?? throw new UnknownOrderException($"\"{name}\" is missing.");

    public string? FindText(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public long? Number(string name) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number)
            ? number
            : null;

    public bool Flag(string name, bool otherwise = false) =>
        json.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.True : otherwise;

    public TimeSpan Seconds(string name = "seconds") => TimeSpan.FromSeconds(Number(name) ?? 1);

    protected long Required(string name) =>
        Number(name) ?? throw new UnknownOrderException($"\"{name}\" is missing or no number.");
}
