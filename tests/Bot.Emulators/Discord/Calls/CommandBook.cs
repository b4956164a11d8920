using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Calls;

/// <summary>https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types</summary>
public enum CommandKind
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}

/// <summary>A command as it was registered.</summary>
/// <param name="Version">Changes with each change.</param>
/// <param name="Json">All of it, as the platform gives it back.</param>
public sealed record AppCommand(long Id, long Version, CommandKind Kind, string Name, JsonObject Json);

/// <summary>Commands for all servers and for single ones.</summary>
internal sealed class CommandBook
{
    private readonly Dictionary<long, IReadOnlyList<AppCommand>> _lists = [];

    /// <param name="guild">Null for all servers.</param>
    public IReadOnlyList<AppCommand> Of(long? guild) => _lists.GetValueOrDefault(guild ?? 0) ?? [];

    /// <summary>A command that can be used there: the server's own first.</summary>
    public AppCommand? Find(CommandKind kind, string name, long? guild) =>
        (guild is { } id ? Of(id) : []).Concat(Of(null)).FirstOrDefault(c => c.Kind == kind && c.Name == name);

    /// <summary>Replaces all; what kept its name keeps its number, and what is the same its version.</summary>
    public IReadOnlyList<AppCommand> Set(Realm realm, BotAccount bot, long? guild, IReadOnlyList<JsonObject> wanted)
    {
        var before = Of(guild);
        return _lists[guild ?? 0] = [.. wanted.Select(w => Entered(realm, bot, guild, before, w))];
    }

    private static AppCommand Entered(
        Realm realm,
        BotAccount bot,
        long? guild,
        IReadOnlyList<AppCommand> before,
        JsonObject wanted
    )
    {
        var kind = (CommandKind)(Components.Number(wanted, "type") ?? (int)CommandKind.ChatInput);
        var name = Components.Text(wanted, "name")!;
        var known = before.FirstOrDefault(c => c.Kind == kind && c.Name == name);
        var json = Filled(bot, guild, kind, wanted);
        if (known is not null && JsonNode.DeepEquals(json, Bare(known.Json)))
            return known;
        var id = known?.Id ?? realm.NextId();
        var version = realm.NextId();
        json["id"] = $"{id}";
        json["version"] = $"{version}";
        return new AppCommand(id, version, kind, name, json);
    }

    /// <summary>With what the platform adds by itself.</summary>
    private static JsonObject Filled(BotAccount bot, long? guild, CommandKind kind, JsonObject wanted)
    {
        var json = new JsonObject
        {
            ["application_id"] = $"{bot.Id}",
            ["type"] = (int)kind,
            ["nsfw"] = false,
            ["description"] = "",
            ["default_member_permissions"] = null,
            ["dm_permission"] = true,
            ["contexts"] = null,
            ["integration_types"] = new JsonArray(0),
            ["name_localizations"] = null,
            ["description_localizations"] = null,
        };
        if (guild is { } id)
            json["guild_id"] = $"{id}";
        foreach (var (name, value) in wanted)
            json[name] = value?.DeepClone();
        return json;
    }

    private static JsonObject Bare(JsonObject json)
    {
        var bare = json.DeepClone().AsObject();
        bare.Remove("id");
        bare.Remove("version");
        return bare;
    }
}
