using System.Text.Json.Nodes;
using Bot.Emulators.Telegram.Wire;

namespace Bot.Emulators.Telegram.Calls;

internal static class Editing
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current "
        + "content and reply markup of the message";

    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    public static JsonNode EditMessageText(ApiCall call)
    {
        var text = Wording.Text(call);
        var keyboard = Keyboard.Read(call);
        var message = Own(call);
        if (message.Photo is not null || message.Document is not null)
            throw Refused.Bad("there is no text in the message to edit");
        return Save(call, message, Marked(message with { Text = text.Text, Entities = text.Entities }, keyboard));
    }

    public static JsonNode EditMessageCaption(ApiCall call)
    {
        var caption = Wording.Caption(call);
        var keyboard = Keyboard.Read(call);
        var message = Own(call);
        if (message.Photo is null && message.Document is null)
            throw Refused.Bad("there is no caption in the message to edit");
        return Save(call, message, Marked(message with { Text = caption.Text, Entities = caption.Entities }, keyboard));
    }

    public static JsonNode EditMessageReplyMarkup(ApiCall call)
    {
        var keyboard = Keyboard.Read(call);
        var message = Own(call);
        return Save(call, message, Marked(message, keyboard));
    }

    public static JsonNode DeleteMessage(ApiCall call)
    {
        var chat = Addressee.Entered(call);
        var message = Target(call, chat, "message to delete not found");
        var me = chat.MemberOf(call.Bot);
        var isOwn = message.From == call.Bot || message.PostedBy == call.Bot;
        if (!isOwn && chat.Kind != ChatKind.Private && !me.Has(AdminRights.DeleteMessages))
            throw Refused.Bad("message can't be deleted");
        if (call.Town.Now - message.At > Deletable && !me.Has(AdminRights.DeleteMessages))
            throw Refused.Bad("message can't be deleted for everyone");
        call.Town.Postroom.Delete(message);
        return true;
    }

    private static Message Own(ApiCall call)
    {
        var message = Target(call, Addressee.Entered(call), "message to edit not found");
        return message.PostedBy == call.Bot && message.Origin is null
            ? message
            : throw Refused.Bad("message can't be edited");
    }

    private static Message Target(ApiCall call, Chat chat, string missing) =>
        call.Number("message_id") is { } id
            ? chat.FindMessage(id) ?? throw Refused.Bad(missing)
            : throw Refused.Bad("message identifier is not specified");

    /// <summary>An edit that names no keyboard takes the old one away.</summary>
    private static Message Marked(Message message, Keyboard keyboard) =>
        message with
        {
            Buttons = keyboard.Rows,
            MarkupJson = keyboard.Json,
        };

    private static JsonObject Save(ApiCall call, Message before, Message edited)
    {
        if (
            before.Text == edited.Text
            && before.MarkupJson == edited.MarkupJson
            && before.Entities.SequenceEqual(edited.Entities)
        )
            throw Refused.Bad(NotModified);
        if (call.Town.HasFloodControl && call.Bot.Floods.Spend(before.Chat) is { } wait)
            throw Refused.Flood(wait);
        return MessageJson.Of(call.Town.Postroom.Edit(edited));
    }
}
