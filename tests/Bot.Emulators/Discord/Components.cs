using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord;

/// <summary>Looks into the components of a message or a modal. https://docs.discord.com/developers/components/reference</summary>
internal static class Components
{
    public const int ActionRow = 1;
    public const int Button = 2;
    public const int StringSelect = 3;
    public const int TextInput = 4;
    public const int TextDisplay = 10;
    public const int LinkStyle = 5;

    public static int TypeOf(JsonNode? node) => Number(node, "type") ?? 0;

    public static bool IsButton(JsonObject component) => TypeOf(component) == Button;

    public static bool IsSelect(JsonObject component) => TypeOf(component) is StringSelect or (>= 5 and <= 8);

    public static string Label(JsonObject component) =>
        Text(component, "label") ?? Text(component["emoji"], "name") ?? "";

    public static string? CustomId(JsonObject component) => Text(component, "custom_id");

    public static IEnumerable<List<JsonObject>> Rows(JsonArray components) =>
        All(components)
            .Where(c => TypeOf(c) == ActionRow)
            .Select(r => (r["components"] as JsonArray ?? []).OfType<JsonObject>().ToList());

    /// <summary>Every component, however deep it stands.</summary>
    public static IEnumerable<JsonObject> All(JsonArray components)
    {
        foreach (var component in components.OfType<JsonObject>())
        {
            yield return component;
            foreach (var inner in All(component["components"] as JsonArray ?? []))
                yield return inner;
            foreach (var one in new[] { component["accessory"], component["component"] }.OfType<JsonObject>())
            {
                yield return one;
                foreach (var inner in All(one["components"] as JsonArray ?? []))
                    yield return inner;
            }
        }
    }

    public static string? Text(JsonNode? node, string name) =>
        node is JsonObject json && json[name] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : null;

    public static int? Number(JsonNode? node, string name) =>
        node is JsonObject json && json[name] is JsonValue value && value.TryGetValue<int>(out var number)
            ? number
            : null;

    public static bool Flag(JsonNode? node, string name) =>
        node is JsonObject json && json[name] is JsonValue value && value.TryGetValue<bool>(out var isSo) && isSo;
}
