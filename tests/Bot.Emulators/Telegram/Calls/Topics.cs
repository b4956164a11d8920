using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Calls;

/// <summary>https://core.telegram.org/bots/api#createforumtopic and its kin.</summary>
internal static class Topics
{
    private const int LongestName = 128;
    private const int DefaultColor = 7322096;

    public static JsonNode Create(ApiCall call)
    {
        var chat = Managed(call, "create a topic");
        var name = call.Text("name")?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
        {
            call.Breaks("name", $"has {name.Length} units; 1 to {LongestName} fit");
            throw Refused.Bad("TOPIC_TITLE_EMPTY");
        }

        var topic = call.Town.Forum.Open(chat, name, call.Bot);
        return new JsonObject
        {
            ["message_thread_id"] = topic.Id,
            ["name"] = topic.Name,
            ["icon_color"] = call.Number("icon_color") ?? DefaultColor,
        };
    }

    public static JsonNode Close(ApiCall call) => Turn(call, Named(call), isClosed: true);

    public static JsonNode Reopen(ApiCall call) => Turn(call, Named(call), isClosed: false);

    public static JsonNode CloseGeneral(ApiCall call) => Turn(call, General(call), isClosed: true);

    public static JsonNode ReopenGeneral(ApiCall call) => Turn(call, General(call), isClosed: false);

    public static JsonNode Delete(ApiCall call)
    {
        call.Town.Forum.Delete(Named(call));
        return true;
    }

    private static JsonNode Turn(ApiCall call, Topic topic, bool isClosed)
    {
        if (topic.IsClosed == isClosed)
            throw Refused.Bad("TOPIC_NOT_MODIFIED");
        if (isClosed)
            call.Town.Forum.Close(topic, call.Bot);
        else
            call.Town.Forum.Reopen(topic, call.Bot);
        return true;
    }

    private static Topic Named(ApiCall call)
    {
        var chat = Managed(call, "manage topics");
        return chat.FindTopic(call.Number("message_thread_id") ?? 0) ?? throw Refused.Bad("TOPIC_ID_INVALID");
    }

    private static Topic General(ApiCall call) => Managed(call, "manage topics").General;

    private static Chat Managed(ApiCall call, string what)
    {
        var chat = Addressee.Entered(call);
        if (!chat.IsForum)
            throw Refused.Bad("the chat is not a forum");
        return chat.MemberOf(call.Bot).Has(AdminRights.ManageTopics)
            ? chat
            : throw Refused.Bad($"not enough rights to {what}");
    }
}
