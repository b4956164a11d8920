using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Calls;

/// <summary>https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands</summary>
internal static class Commanding
{
    private static readonly Dictionary<CommandKind, int> Most = new()
    {
        [CommandKind.ChatInput] = 100,
        [CommandKind.User] = 15,
        [CommandKind.Message] = 15,
    };

    public static ApiAnswer Get(ApiCall call)
    {
        var hasLocalizations = call.Asks("with_localizations");
        return ApiAnswer.Of(Mine(call).Of(Guild(call)).Select(c => Shown(c, hasLocalizations)).ToJson());
    }

    public static ApiAnswer Set(ApiCall call)
    {
        var book = Mine(call);
        if (call.Body is not JsonArray list)
            throw new Refused(400, 50109, "The request body contains invalid JSON.");
        var errors = new FormErrors(call);
        for (var i = 0; i < list.Count; i++)
            CommandRules.Check(list[i] as JsonObject ?? [], $"{i}", errors);
        errors.ThrowIfAny();
        var commands = list.OfType<JsonObject>().ToList();
        foreach (var kind in commands.GroupBy(KindOf))
        {
            if (kind.Count() > Most[kind.Key])
            {
                call.Breaks("", $"has {kind.Count()} commands of kind {kind.Key}; {Most[kind.Key]} fit");
                throw new Refused(400, 30032, $"Maximum number of application commands reached ({Most[kind.Key]})");
            }

            foreach (var twice in kind.GroupBy(c => Components.Text(c, "name")).Where(g => g.Count() > 1))
                errors.Add(
                    $"{commands.IndexOf(twice.Last())}",
                    "APPLICATION_COMMANDS_DUPLICATE_NAME",
                    "Application command names must be unique"
                );
        }

        errors.ThrowIfAny();
        var set = book.Set(call.Realm, call.Bot, Guild(call), commands);
        call.Realm.Bell.Ring();
        return ApiAnswer.Of(set.Select(c => Shown(c, hasLocalizations: true)).ToJson());
    }

    private static CommandBook Mine(ApiCall call) =>
        call.Id("application_id") == call.Bot.Id
            ? call.Bot.Book
            : throw new Refused(403, 20012, "You are not authorized to perform this action on this application");

    private static long? Guild(ApiCall call) => call.FindId("guild_id") is null ? null : Addressee.Guild(call).Id;

    private static CommandKind KindOf(JsonObject command) =>
        (CommandKind)(Components.Number(command, "type") ?? (int)CommandKind.ChatInput);

    private static JsonObject Shown(AppCommand command, bool hasLocalizations)
    {
        var json = command.Json.DeepClone().AsObject();
        if (hasLocalizations)
            return json;
        json.Remove("name_localizations");
        json.Remove("description_localizations");
        return json;
    }
}
