using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Wire;

internal static class ServiceJson
{
    // The blue that the platform gives a topic by default.
    private const int TopicColor = 7322096;

    public static void Put(JsonObject message, ServiceNote note)
    {
        switch (note)
        {
            case ServiceNote.Joined joined:
                message["new_chat_members"] = new JsonArray(AccountJson.Of(joined.Who));
                break;
            case ServiceNote.Departed departed:
                message["left_chat_member"] = AccountJson.Of(departed.Who);
                break;
            case ServiceNote.MovedTo moved:
                message["migrate_to_chat_id"] = moved.ChatId;
                break;
            case ServiceNote.MovedFrom moved:
                message["migrate_from_chat_id"] = moved.ChatId;
                break;
            case ServiceNote.TopicOpened opened:
                message["forum_topic_created"] = new JsonObject { ["name"] = opened.Name, ["icon_color"] = TopicColor };
                break;
            case ServiceNote.TopicClosed:
                message["forum_topic_closed"] = new JsonObject();
                break;
            case ServiceNote.TopicReopened:
                message["forum_topic_reopened"] = new JsonObject();
                break;
            default:
                throw new InvalidOperationException($"Nothing says how {note} is written.");
        }
    }
}
