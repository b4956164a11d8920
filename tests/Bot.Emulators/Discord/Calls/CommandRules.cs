using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Emulators.Discord.Calls;

/// <summary>https://docs.discord.com/developers/interactions/application-commands#application-command-object</summary>
internal static partial class CommandRules
{
    private const int MostOptions = 25;
    private const int MostChoices = 25;
    private const int LongestInAll = 8000;
    private const int InCommand = 1;
    private const int Group = 2;

    private static readonly FrozenSet<string> Locales = FrozenSet.Create(
        "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko ar he".Split(
            ' '
        )
    );

    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        "id",
        "type",
        "name",
        "name_localizations",
        "description",
        "description_localizations",
        "options",
        "default_member_permissions",
        "dm_permission",
        "default_permission",
        "integration_types",
        "contexts",
        "nsfw",
        "handler"
    );

    private static readonly FrozenSet<string> OptionFields = FrozenSet.Create(
        "type",
        "name",
        "name_localizations",
        "description",
        "description_localizations",
        "required",
        "choices",
        "options",
        "channel_types",
        "min_value",
        "max_value",
        "min_length",
        "max_length",
        "autocomplete"
    );

    public static void Check(JsonObject command, string path, FormErrors errors)
    {
        errors.Unknown(command, path, Fields);
        var isTyped = (Components.Number(command, "type") ?? 1) == (int)CommandKind.ChatInput;
        if (isTyped)
            CheckNamed(command, path, errors);
        else
            errors.Length(command, "name", path, 32, least: 1);
        if (command["name"] is null)
            errors.Required($"{path}.name");
        if (!isTyped && !string.IsNullOrEmpty(Components.Text(command, "description")))
            errors.Add(
                $"{path}.description",
                "APPLICATION_COMMAND_INVALID_DESCRIPTION",
                "Context menu commands cannot have description"
            );
        if (
            command["default_member_permissions"] is { } needed
            && !(needed is JsonValue value && value.TryGetValue<string>(out var bits) && bits.All(char.IsAsciiDigit))
        )
            errors.Add(
                $"{path}.default_member_permissions",
                "BITFIELD_TYPE",
                "Could not interpret value as a bitfield."
            );
        CheckOptions(command, path, 0, errors);
        if (Units(command) is > LongestInAll and var units)
            errors.Add(
                path,
                "APPLICATION_COMMAND_TOO_LARGE",
                $"Command exceeds maximum size ({LongestInAll}): {units}"
            );
    }

    private static void CheckNamed(JsonObject json, string path, FormErrors errors)
    {
        CheckName(Components.Text(json, "name"), $"{path}.name", errors);
        if (string.IsNullOrEmpty(Components.Text(json, "description")))
            errors.Required($"{path}.description");
        errors.Length(json, "description", path, 100);
        foreach (var (locale, name) in json["name_localizations"] as JsonObject ?? [])
        {
            CheckLocale(locale, $"{path}.name_localizations", errors);
            CheckName((string?)name, $"{path}.name_localizations.{locale}", errors);
        }

        foreach (var (locale, _) in json["description_localizations"] as JsonObject ?? [])
        {
            CheckLocale(locale, $"{path}.description_localizations", errors);
            errors.Length(
                json["description_localizations"],
                locale,
                $"{path}.description_localizations",
                100,
                least: 1
            );
        }
    }

    private static void CheckName(string? name, string path, FormErrors errors)
    {
        if (
            name is null
            || !Names().IsMatch(name)
            || !string.Equals(name, name.ToLowerInvariant(), StringComparison.Ordinal)
        )
            errors.Add(
                path,
                "APPLICATION_COMMAND_INVALID_NAME",
                "Command name is invalid. Lowercase, 1 to 32 letters, digits, - and _"
            );
    }

    private static void CheckLocale(string locale, string path, FormErrors errors)
    {
        if (!Locales.Contains(locale))
            errors.Add($"{path}.{locale}", "ENUM_TYPE_COERCE", $"\"{locale}\" is no locale.");
    }

    private static void CheckOptions(JsonObject json, string path, int depth, FormErrors errors)
    {
        var options = json["options"] as JsonArray ?? [];
        errors.Count(options, $"{path}.options", MostOptions);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var hasOptional = false;
        for (var i = 0; i < options.Count; i++)
        {
            var place = $"{path}.options.{i}";
            if (options[i] is not JsonObject option)
            {
                errors.Add(place, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            CheckOption(option, place, depth, errors);
            if (!names.Add(Components.Text(option, "name") ?? ""))
                errors.Add(place, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
            var isRequired = Components.Flag(option, "required");
            if (isRequired && hasOptional)
                errors.Add(
                    place,
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options"
                );
            hasOptional |= !isRequired;
        }
    }

    private static void CheckOption(JsonObject option, string path, int depth, FormErrors errors)
    {
        errors.Unknown(option, path, OptionFields);
        CheckNamed(option, path, errors);
        var type = Components.TypeOf(option);
        if (type is < 1 or > 11 || (type == InCommand && depth > 1) || (type == Group && depth > 0))
            errors.Add(
                $"{path}.type",
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types"
            );
        var choices = option["choices"] as JsonArray ?? [];
        errors.Count(choices, $"{path}.choices", MostChoices);
        for (var i = 0; i < choices.Count; i++)
        {
            errors.Length(choices[i], "name", $"{path}.choices.{i}", 100, least: 1);
            if (choices[i]?["value"] is JsonValue value && value.TryGetValue<string>(out _))
                errors.Length(choices[i], "value", $"{path}.choices.{i}", 100);
        }

        if (choices.Count > 0 && Components.Flag(option, "autocomplete"))
            errors.Add(
                $"{path}.autocomplete",
                "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE",
                "Autocomplete cannot be set where there are choices"
            );
        foreach (var name in new[] { "min_length", "max_length" })
            if (Components.Number(option, name) is < 0 or > 6000)
                errors.Add($"{path}.{name}", "NUMBER_TYPE_MAX", "Must be from 0 to 6000.");
        if (type is InCommand or Group)
            CheckOptions(option, path, depth + 1, errors);
    }

    /// <summary>Names, descriptions and values of choices; of translations the longest counts.</summary>
    private static int Units(JsonObject json) =>
        Longest(json, "name")
        + Longest(json, "description")
        + (json["choices"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Sum(c => Longest(c, "name") + (Components.Text(c, "value")?.Length ?? 0))
        + (json["options"] as JsonArray ?? []).OfType<JsonObject>().Sum(Units);

    private static int Longest(JsonObject json, string name) =>
        (json[$"{name}_localizations"] as JsonObject ?? [])
            .Select(l => ((string?)l.Value)?.Length ?? 0)
            .Append(Components.Text(json, name)?.Length ?? 0)
            .Max();

    // The scripts Devanagari and Thai are named by their blocks here.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
