using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Texts;

namespace Bot.Emulators.Telegram.Wire;

/// <summary>https://core.telegram.org/bots/api#messageentity</summary>
internal static class EntityJson
{
    public static JsonObject Of(TextEntity entity)
    {
        var json = new JsonObject
        {
            ["offset"] = entity.Offset,
            ["length"] = entity.Length,
            ["type"] = entity.Kind.Name(),
        };
        json.Put("url", entity.Url);
        json.Put("language", entity.Language);
        json.Put("custom_emoji_id", entity.CustomEmojiId);
        if (entity.UserId is { } id)
            json["user"] = new JsonObject
            {
                ["id"] = id,
                ["is_bot"] = false,
                ["first_name"] = "",
            };
        return json;
    }
}
