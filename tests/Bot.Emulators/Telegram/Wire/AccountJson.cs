using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Wire;

/// <summary>https://core.telegram.org/bots/api#user</summary>
internal static class AccountJson
{
    public static JsonObject Of(Account account)
    {
        var json = new JsonObject
        {
            ["id"] = account.Id,
            ["is_bot"] = account.IsBot,
            ["first_name"] = account.FirstName,
        };
        json.Put("last_name", account.LastName);
        json.Put("username", account.Username);
        json.Put("language_code", account.Language);
        return json;
    }

    /// <summary>What a bot is told of itself.</summary>
    public static JsonObject OfMyself(BotAccount bot)
    {
        var json = Of(bot);
        json["can_join_groups"] = true;
        json["can_read_all_group_messages"] = !bot.HasPrivacy;
        json["supports_guest_queries"] = false;
        json["supports_inline_queries"] = false;
        json["can_connect_to_business"] = false;
        json["has_main_web_app"] = false;
        json["has_topics_enabled"] = false;
        json["allows_users_to_create_topics"] = false;
        json["can_manage_bots"] = false;
        json["supports_join_request_queries"] = false;
        return json;
    }
}
