using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Wire;

/// <summary>https://core.telegram.org/bots/api#messageorigin</summary>
internal static class OriginJson
{
    public static JsonObject Of(Origin origin)
    {
        var json = origin switch
        {
            Origin.FromAccount account => new JsonObject
            {
                ["type"] = "user",
                ["sender_user"] = AccountJson.Of(account.Sender),
            },
            Origin.FromHidden hidden => new JsonObject { ["type"] = "hidden_user", ["sender_user_name"] = hidden.Name },
            Origin.FromChat chat => new JsonObject { ["type"] = "chat", ["sender_chat"] = ChatJson.Of(chat.Sender) },
            Origin.FromChannel channel => new JsonObject
            {
                ["type"] = "channel",
                ["chat"] = ChatJson.Of(channel.Channel),
                ["message_id"] = channel.MessageId,
            },
            _ => throw new InvalidOperationException($"Nothing says how {origin} is written."),
        };
        json["date"] = origin.At.ToUnixTimeSeconds();
        return json;
    }
}
