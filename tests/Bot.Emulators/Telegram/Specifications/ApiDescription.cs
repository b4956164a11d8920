using System.Text.Json;

namespace Bot.Emulators.Telegram.Specifications;

/// <param name="Types">Any one of these names, as "Integer" or "Array of MessageEntity".</param>
internal sealed record DescribedField(string Name, IReadOnlyList<string> Types, bool IsRequired);

/// <param name="Kinds">Of a type that is one of several others; then it has no fields.</param>
internal sealed record DescribedType(IReadOnlyDictionary<string, DescribedField> Fields, IReadOnlyList<string> Kinds);

/// <param name="Returns">Any one of these names.</param>
internal sealed record DescribedMethod(
    string Name,
    IReadOnlyDictionary<string, DescribedField> Fields,
    IReadOnlyList<string> Returns
);

/// <summary>The official description of the Bot API, read from its JSON form (telegram-bot-api.json).</summary>
internal sealed record ApiDescription(
    IReadOnlyDictionary<string, DescribedMethod> Methods,
    IReadOnlyDictionary<string, DescribedType> Types
)
{
    public const string FileName = "telegram-bot-api.json";

    public static ApiDescription Load(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
        var root = document.RootElement;
        return new ApiDescription(
            root.GetProperty("methods")
                .EnumerateObject()
                .ToDictionary(
                    m => m.Name,
                    m => new DescribedMethod(m.Name, Fields(m.Value), Names(m.Value, "returns")),
                    StringComparer.OrdinalIgnoreCase
                ),
            root.GetProperty("types")
                .EnumerateObject()
                .ToDictionary(
                    t => t.Name,
                    t => new DescribedType(Fields(t.Value), Names(t.Value, "subtypes")),
                    StringComparer.Ordinal
                )
        );
    }

    private static Dictionary<string, DescribedField> Fields(JsonElement json) =>
        json.TryGetProperty("fields", out var fields)
            ? fields
                .EnumerateArray()
                .Select(f => new DescribedField(
                    f.GetProperty("name").GetString()!,
                    Names(f, "types"),
                    f.GetProperty("required").GetBoolean()
                ))
                .ToDictionary(f => f.Name, StringComparer.Ordinal)
            : new Dictionary<string, DescribedField>(StringComparer.Ordinal);

    private static string[] Names(JsonElement json, string field) =>
        json.TryGetProperty(field, out var names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
}
