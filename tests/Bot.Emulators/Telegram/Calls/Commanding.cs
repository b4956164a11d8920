using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Calls;

/// <summary>https://core.telegram.org/bots/api#setmycommands</summary>
internal static partial class Commanding
{
    private const int MostCommands = 100;
    private const int LongestDescription = 256;

    public static JsonNode Set(ApiCall call)
    {
        var (scope, language) = Shelf(call);
        if (call.Json("commands") is not { ValueKind: JsonValueKind.Array } list)
            throw Refused.Bad("expected an Array of BotCommand");
        var commands = list.EnumerateArray().Select((c, i) => Read(call, c, $"commands[{i}]")).ToList();
        if (commands.Count > MostCommands)
        {
            call.Breaks("commands", $"has {commands.Count} commands; {MostCommands} fit");
            throw Refused.Bad("BOT_COMMANDS_TOO_MUCH");
        }

        call.Bot.Commands.Set(scope, language, commands);
        return true;
    }

    public static JsonNode Get(ApiCall call)
    {
        var (scope, language) = Shelf(call);
        return call
            .Bot.Commands.Of(scope, language)
            .Select(c => new JsonObject { ["command"] = c.Command, ["description"] = c.Description })
            .ToJson();
    }

    public static JsonNode Delete(ApiCall call)
    {
        var (scope, language) = Shelf(call);
        call.Bot.Commands.Delete(scope, language);
        return true;
    }

    private static BotCommand Read(ApiCall call, JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Refused.Bad("can't parse BotCommand: expected an Object");
        var command = Text(json, "command").TrimStart('/');
        var description = Text(json, "description").Trim();
        if (!Names().IsMatch(command))
        {
            call.Breaks(
                $"{path}.command",
                $"\"{command}\" is no name of 1 to 32 small letters, digits and underscores"
            );
            throw Refused.Bad("BOT_COMMAND_INVALID");
        }

        if (description.Length is 0 or > LongestDescription)
        {
            call.Breaks($"{path}.description", $"has {description.Length} units; 1 to {LongestDescription} fit");
            throw Refused.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }

        return new BotCommand(command, description);
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw Refused.Bad($"can't parse BotCommand: Can't find field \"{name}\"");

    private static (string Scope, string Language) Shelf(ApiCall call)
    {
        var language = call.Text("language_code") ?? "";
        return language.Length is 0 || Languages().IsMatch(language)
            ? (Scope(call), language)
            : throw Refused.Bad("invalid language code specified");
    }

    private static string Scope(ApiCall call)
    {
        if (call.Json("scope") is not { ValueKind: JsonValueKind.Object } scope)
            return "default";
        var type = scope.TryGetProperty("type", out var given) ? given.GetString() : null;
        return type switch
        {
            "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators" => type,
            "chat" or "chat_administrators" => $"{type} {ChatIn(call, scope)}",
            "chat_member" => $"{type} {ChatIn(call, scope)} {scope.GetProperty("user_id").GetInt64()}",
            _ => throw Refused.Bad("can't parse BotCommandScope: Unsupported type specified"),
        };
    }

    private static long ChatIn(ApiCall call, JsonElement scope)
    {
        var address = scope.TryGetProperty("chat_id", out var id) ? id.ToString() : "";
        if (address.Length == 0)
            throw Refused.Bad("can't parse BotCommandScope: Empty chat_id specified");
        return (call.Town.FindChat(call.Bot, address) ?? throw Refused.Bad("chat not found")).Id;
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Languages();
}
