using System.Text.Json;

namespace Bot.Discord.Api;

/// <summary>
/// Discord's own account of a refusal; whatever else comes in its place is an empty one.
/// https://docs.discord.com/developers/reference#error-messages
/// </summary>
internal sealed record ApiRefusal(
    int Code,
    string Message,
    TimeSpan? RetryAfter,
    bool IsGlobal,
    IReadOnlyList<ApiFault> Faults
)
{
    public static ApiRefusal Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Empty;
            var faults = new List<ApiFault>();
            if (root.TryGetProperty("errors", out var errors))
                Walk(errors, "", faults);
            return new ApiRefusal(
                root.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.Number
                && code.TryGetInt32(out var number)
                    ? number
                    : 0,
                Text(root, "message"),
                root.TryGetProperty("retry_after", out var after) && after.ValueKind == JsonValueKind.Number
                    ? TimeSpan.FromSeconds(Math.Clamp(after.GetDouble(), 0, 86_400))
                    : null,
                root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True,
                faults
            );
        }
        // Bytes in a string that are no UTF-8 are an InvalidOperationException.
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return Empty;
        }
    }

    private static ApiRefusal Empty => new(0, "", null, false, []);

    private static void Walk(JsonElement errors, string path, List<ApiFault> faults)
    {
        if (errors.ValueKind != JsonValueKind.Object)
            return;
        foreach (var field in errors.EnumerateObject())
        {
            if (field is { Name: "_errors", Value.ValueKind: JsonValueKind.Array })
                faults.AddRange(
                    field
                        .Value.EnumerateArray()
                        .Where(e => e.ValueKind == JsonValueKind.Object)
                        .Select(e => new ApiFault(path, Text(e, "code"), Text(e, "message")))
                );
            else
                Walk(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}", faults);
        }
    }

    private static string Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString() ?? ""
            : "";
}
