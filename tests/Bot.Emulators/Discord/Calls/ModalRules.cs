using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Calls;

/// <summary>https://docs.discord.com/developers/components/reference#text-input</summary>
internal static class ModalRules
{
    private const int MostRows = 5;

    public static void Check(ApiCall call, JsonObject modal)
    {
        var errors = new FormErrors(call);
        foreach (var name in new[] { "title", "custom_id" })
            if (modal[name] is null)
                errors.Required($"data.{name}");
        errors.Length(modal, "title", "data", 45, least: 1);
        errors.Length(modal, "custom_id", "data", 100, least: 1);
        var rows = modal["components"] as JsonArray ?? [];
        errors.Count(rows, "data.components", MostRows, least: 1);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            errors.Length(rows[i], "label", $"data.components.{i}", 45, least: 1);
            errors.Length(rows[i], "description", $"data.components.{i}", 100);
            var (input, path) = rows[i]?["component"] is JsonObject labelled
                ? (labelled, $"data.components.{i}.component")
                : (
                    (rows[i]?["components"] as JsonArray)?.FirstOrDefault() as JsonObject,
                    $"data.components.{i}.components.0"
                );
            CheckInput(input ?? [], path, errors, ids);
        }

        errors.ThrowIfAny();
    }

    private static void CheckInput(JsonObject input, string path, FormErrors errors, HashSet<string> ids)
    {
        if (Components.TypeOf(input) == Components.TextDisplay)
            return;
        if (Components.CustomId(input) is not { } id)
            errors.Required($"{path}.custom_id");
        else if (!ids.Add(id))
            errors.Add(
                $"{path}.custom_id",
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated"
            );
        errors.Length(input, "custom_id", path, 100, least: 1);
        errors.Length(input, "label", path, 45, least: 1);
        errors.Length(input, "placeholder", path, 100);
        errors.Length(input, "value", path, 4000);
    }
}
