using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Wire;

/// <summary>https://core.telegram.org/bots/api#chat</summary>
internal static class ChatJson
{
    public static JsonObject Of(Chat chat)
    {
        var json = new JsonObject { ["id"] = chat.Id, ["type"] = TypeOf(chat) };
        if (chat.With is { } person)
        {
            json["first_name"] = person.FirstName;
            json.Put("last_name", person.LastName);
        }
        else
        {
            json["title"] = chat.Title;
        }

        json.Put("username", chat.Username);
        json.PutTrue("is_forum", chat.IsForum);
        return json;
    }

    /// <summary>https://core.telegram.org/bots/api#chatfullinfo</summary>
    public static JsonObject OfFull(Chat chat)
    {
        var json = Of(chat);
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        json["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        if (chat.Username is { } username)
            json["active_usernames"] = new JsonArray(username);
        if (chat.Linked is { } linked)
            json["linked_chat_id"] = linked.Id;
        if (chat.Kind is ChatKind.Group or ChatKind.Supergroup)
            json["permissions"] = MemberJson.Permissions(chat.MembersMaySpeak);
        return json;
    }

    private static string TypeOf(Chat chat) =>
        chat.Kind switch
        {
            ChatKind.Private => "private",
            ChatKind.Group => "group",
            ChatKind.Supergroup => "supergroup",
            _ => "channel",
        };
}
