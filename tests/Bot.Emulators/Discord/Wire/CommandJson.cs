using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Calls;

namespace Bot.Emulators.Discord.Wire;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-data-structure</summary>
internal static class CommandJson
{
    private const int InCommand = 1;
    private const int Group = 2;

    /// <exception cref="InvalidOperationException">When an option is not the command's, or one that it needs is missing.</exception>
    public static JsonObject Of(CommandCall call)
    {
        var json = Named(call.Command);
        var words = call.Path.Split(' ');
        var options = call.Options.Select(o => OfOption(call, o.Name, o.Value)).ToJson();
        if (call.Focused is null)
            foreach (var declared in call.Declared.Where(d => Components.Flag(d, "required")))
                if (call.Options.All(o => o.Name != Components.Text(declared, "name")))
                    throw new InvalidOperationException($"/{call.Path} needs \"{declared["name"]}\".");
        for (var i = words.Length - 1; i > 0; i--)
            options = new JsonArray(
                new JsonObject
                {
                    ["name"] = words[i],
                    ["type"] = i == words.Length - 1 ? InCommand : Group,
                    ["options"] = options,
                }
            );
        json["options"] = options;
        if (Resolved(call) is { Count: > 0 } resolved)
            json["resolved"] = resolved;
        return json;
    }

    public static JsonObject OfMessage(AppCommand command, Message message)
    {
        var json = Named(command);
        json["target_id"] = $"{message.Id}";
        json["resolved"] = new JsonObject
        {
            ["messages"] = new JsonObject { [$"{message.Id}"] = MessageJson.Of(message) },
        };
        return json;
    }

    private static JsonObject Named(AppCommand command) =>
        new()
        {
            ["id"] = $"{command.Id}",
            ["name"] = command.Name,
            ["type"] = (int)command.Kind,
        };

    private static JsonObject OfOption(CommandCall call, string name, object value)
    {
        var declared =
            call.Declared.FirstOrDefault(o => Components.Text(o, "name") == name)
            ?? throw new InvalidOperationException($"/{call.Path} has no option \"{name}\".");
        var json = new JsonObject
        {
            ["name"] = name,
            ["type"] = Components.TypeOf(declared),
            ["value"] = ValueOf(value),
        };
        if (name == call.Focused)
            json["focused"] = true;
        else if (
            declared["choices"] is JsonArray choices
            && !choices.Any(c => JsonNode.DeepEquals(c?["value"], json["value"]))
        )
            throw new InvalidOperationException($"\"{value}\" is none of the choices of \"{name}\".");
        return json;
    }

    private static JsonNode ValueOf(object value) =>
        value switch
        {
            Account account => $"{account.Id}",
            Channel channel => $"{channel.Id}",
            Role role => $"{role.Id}",
            Attachment file => $"{file.Id}",
            int number => number,
            long number => number,
            double number => number,
            bool isSo => isSo,
            _ => $"{value}",
        };

    private static JsonObject Resolved(CommandCall call)
    {
        var resolved = new JsonObject();
        foreach (var (_, value) in call.Options)
            switch (value)
            {
                case Account account:
                    Shelf(resolved, "users")[$"{account.Id}"] = AccountJson.Of(account);
                    break;
                case Channel channel:
                    var json = ChannelJson.Of(channel, PermissionRules.In(channel, call.By));
                    if (channel.Guild is { } guild && BotIn(call, guild) is { } bot)
                        json["app_permissions"] = ChannelJson.Bits(PermissionRules.In(channel, bot));
                    Shelf(resolved, "channels")[$"{channel.Id}"] = json;
                    break;
                case Attachment file:
                    Shelf(resolved, "attachments")[$"{file.Id}"] = new JsonObject
                    {
                        ["id"] = $"{file.Id}",
                        ["filename"] = file.Name,
                        ["size"] = file.Bytes.Length,
                        ["url"] = $"{new Uri(call.By.Realm.FilesUrl, $"{file.Id}/{file.Name}")}",
                        ["proxy_url"] = $"{new Uri(call.By.Realm.FilesUrl, $"{file.Id}/{file.Name}")}",
                        ["ephemeral"] = true,
                    };
                    break;
                case Role role:
                    Shelf(resolved, "roles")[$"{role.Id}"] = GuildJson.OfRole(role, 1);
                    break;
            }

        return resolved;
    }

    private static BotAccount? BotIn(CommandCall call, Guild guild) =>
        call.By.Realm.Bots.FirstOrDefault(b =>
            guild.HasMember(b) && b.Book.Find(call.Command.Kind, call.Command.Name, guild.Id) == call.Command
        );

    private static JsonObject Shelf(JsonObject resolved, string name)
    {
        resolved[name] ??= new JsonObject();
        return resolved[name]!.AsObject();
    }
}
