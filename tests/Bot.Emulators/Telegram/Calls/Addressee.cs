namespace Bot.Emulators.Telegram.Calls;

/// <summary>Finds the chat of a request, and says why a bot may not write there.</summary>
internal static class Addressee
{
    /// <summary>A chat that the bot knows, whatever it may do there.</summary>
    public static Chat Known(ApiCall call, string field = "chat_id")
    {
        var address = call.Text(field) ?? throw Refused.Bad("chat_id is empty");
        var chat = call.Town.FindChat(call.Bot, address);
        if (chat is null || (chat.Username is null && !chat.Members.Any(m => m.Account == call.Bot)))
            throw Missing(call, address);
        return chat;
    }

    /// <summary>A chat that the bot is in.</summary>
    public static Chat Entered(ApiCall call, string field = "chat_id")
    {
        var chat = Known(call, field);
        if (chat.MovedTo is { } moved)
            throw Refused.Moved(moved.Id);
        if (chat.With?.IsDeactivated == true)
            throw Refused.Forbidden("user is deactivated");
        return chat.MemberOf(call.Bot).Status switch
        {
            MemberStatus.Kicked when chat.Kind == ChatKind.Private => throw Refused.Forbidden(
                "bot was blocked by the user"
            ),
            MemberStatus.Kicked => throw Refused.Forbidden($"bot was kicked from the {Kind(chat)} chat"),
            MemberStatus.Left => throw Refused.Forbidden($"bot is not a member of the {Kind(chat)} chat"),
            _ => chat,
        };
    }

    /// <summary>A chat that the bot may write to.</summary>
    /// <param name="what">"text messages", "photos"</param>
    public static Chat Writable(ApiCall call, string what)
    {
        var chat = Entered(call);
        var me = chat.MemberOf(call.Bot);
        if (chat.Kind == ChatKind.Channel)
            return me.Has(AdminRights.PostMessages)
                ? chat
                : throw Refused.Bad("need administrator rights in the channel chat");
        if (me.IsAdministrator || chat.Kind == ChatKind.Private)
            return chat;
        if (!chat.MembersMaySpeak || me is { Status: MemberStatus.Restricted, MaySpeak: false })
            throw Refused.Bad($"not enough rights to send {what} to the chat");
        return chat;
    }

    /// <summary>The topic of a request: null for General and where there are no topics.</summary>
    public static Topic? Thread(ApiCall call, Chat chat)
    {
        var me = chat.MemberOf(call.Bot);
        if (call.Number("message_thread_id") is not { } id)
            return chat.General.IsClosed && !me.Has(AdminRights.ManageTopics) ? throw Closed() : null;
        if (chat.Kind == ChatKind.Private)
            throw NoThread();
        if (!chat.IsForum)
            // The server passes over a topic where there can be none.
            return null;
        var topic = chat.FindTopic(id) ?? throw NoThread();
        return topic.IsClosed && !me.Has(AdminRights.ManageTopics) ? throw Closed() : topic;
    }

    private static Refused Closed() => Refused.Bad("TOPIC_CLOSED");

    private static Refused NoThread() => Refused.Bad("message thread not found");

    private static Refused Missing(ApiCall call, string address) =>
        long.TryParse(address, System.Globalization.CultureInfo.InvariantCulture, out var id)
        && call.Town.FindAccount(id) is { } account
            ? account.IsBot
                ? Refused.Forbidden("bot can't send messages to bots")
                : Refused.Forbidden("bot can't initiate conversation with a user")
            : Refused.Bad("chat not found");

    private static string Kind(Chat chat) =>
        chat.Kind switch
        {
            ChatKind.Group => "group",
            ChatKind.Supergroup => "supergroup",
            _ => "channel",
        };
}
