using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Calls;

/// <summary>https://docs.discord.com/developers/components/reference</summary>
internal static class ComponentRules
{
    private const int MostRows = 5;
    private const int MostButtons = 5;
    private const int MostInAll = 40;
    private const int MostOptions = 25;
    private const int LongestText = 4000;

    public static void Check(JsonArray components, string path, bool isV2, FormErrors errors)
    {
        var all = Components.All(components).ToList();
        if (!isV2)
            errors.Count(components, path, MostRows);
        else if (all.Count > MostInAll)
            errors.Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {MostInAll} in length.");
        if (
            all.Sum(c =>
                Components.TypeOf(c) == Components.TextDisplay ? Components.Text(c, "content")?.Length ?? 0 : 0
            ) > LongestText
        )
            errors.Add(
                path,
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                $"The text of all components is longer than {LongestText}."
            );
        Visit(components, path, isV2, errors, new HashSet<string>(StringComparer.Ordinal));
    }

    private static void Visit(JsonArray list, string path, bool isV2, FormErrors errors, HashSet<string> ids)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var place = $"{path}.{i}";
            if (list[i] is not JsonObject component)
            {
                errors.Add(place, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            var type = Components.TypeOf(component);
            if (!isV2 && type != Components.ActionRow)
                errors.Add(place, "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            CheckOne(component, place, errors, ids);
            if (type == Components.ActionRow)
                CheckRow(component["components"] as JsonArray ?? [], $"{place}.components", errors, ids);
            else if (component["components"] is JsonArray inner)
                Visit(inner, $"{place}.components", isV2, errors, ids);
            if (component["accessory"] is JsonObject accessory)
                CheckOne(accessory, $"{place}.accessory", errors, ids);
        }
    }

    private static void CheckRow(JsonArray row, string path, FormErrors errors, HashSet<string> ids)
    {
        var hasSelect = row.OfType<JsonObject>().Any(Components.IsSelect);
        errors.Count(row, path, hasSelect ? 1 : MostButtons, least: 1);
        for (var i = 0; i < row.Count; i++)
            if (row[i] is JsonObject component)
                CheckOne(component, $"{path}.{i}", errors, ids);
    }

    private static void CheckOne(JsonObject component, string path, FormErrors errors, HashSet<string> ids)
    {
        errors.Length(component, "custom_id", path, 100, least: 1);
        if (Components.CustomId(component) is { } id && !ids.Add(id))
            errors.Add(
                $"{path}.custom_id",
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated"
            );
        if (Components.IsButton(component))
            CheckButton(component, path, errors);
        else if (Components.IsSelect(component))
            CheckSelect(component, path, errors);
    }

    private static void CheckButton(JsonObject button, string path, FormErrors errors)
    {
        errors.Length(button, "label", path, 80);
        errors.Length(button, "url", path, 512);
        if (Components.Label(button).Length == 0)
            errors.Required($"{path}.label");
        var isLink = Components.Number(button, "style") == Components.LinkStyle;
        if (isLink && Components.Text(button, "url") is null)
            errors.Required($"{path}.url");
        if (!isLink && Components.CustomId(button) is null)
            errors.Required($"{path}.custom_id");
        if (Components.Text(button, "url") is not null && Components.CustomId(button) is not null)
            errors.Add(path, "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified");
    }

    private static void CheckSelect(JsonObject select, string path, FormErrors errors)
    {
        errors.Length(select, "placeholder", path, 150);
        if (Components.CustomId(select) is null)
            errors.Required($"{path}.custom_id");
        if (Components.TypeOf(select) != Components.StringSelect)
            return;
        var options = select["options"] as JsonArray ?? [];
        errors.Count(options, $"{path}.options", MostOptions, least: 1);
        var values = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Count; i++)
        {
            errors.Length(options[i], "label", $"{path}.options.{i}", 100, least: 1);
            errors.Length(options[i], "value", $"{path}.options.{i}", 100, least: 1);
            errors.Length(options[i], "description", $"{path}.options.{i}", 100);
            if (Components.Text(options[i], "value") is { } value && !values.Add(value))
                errors.Add(
                    $"{path}.options.{i}.value",
                    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used"
                );
        }
    }
}
