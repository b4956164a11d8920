using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Calls;

namespace Bot.Emulators.Telegram.Faults;

/// <summary>Brings about what a fault tells of, before the call is looked at.</summary>
internal static class Trouble
{
    /// <summary>Within the town's gate.</summary>
    public static void Prepare(Town town, ApiCall call, Chat? chat, Fault? fault)
    {
        switch (fault)
        {
            case Fault.Flood flood:
                if (chat is not null)
                    call.Bot.Floods.Close(chat, flood.RetryAfter);
                throw Refused.Flood(flood.RetryAfter);
            case Fault.ServerError error:
                throw new Refused(error.Status, BadLine.Reason(error.Status));
            case Fault.BadRequest bad:
                throw Refused.Bad(bad.Description);
            case Fault.Unauthorized:
                throw new Refused(401, "Unauthorized");
            case Fault.Moved when chat is { Kind: ChatKind.Group, MovedTo: null }:
                town.Doorkeeper.Upgrade(chat);
                break;
            case Fault.Kicked when chat is not null:
                town.Doorkeeper.Remove(chat, town.Creator(chat), call.Bot);
                break;
            case Fault.TopicGone when chat?.FindTopic(call.Number("message_thread_id") ?? 0) is { } topic:
                town.Forum.Delete(topic);
                break;
            case Fault.MalformedUpdate:
                call.Bot.Inbox.AddMalformed();
                break;
        }
    }
}
