using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Wire;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-message-component-data-structure</summary>
internal static class ComponentJson
{
    public static JsonObject Of(int type, string customId, IReadOnlyList<string>? values = null)
    {
        var json = new JsonObject
        {
            ["component_type"] = type,
            ["custom_id"] = customId,
            ["id"] = 2,
        };
        if (values is not null)
            json["values"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
        return json;
    }
}
