using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Telegram.Texts;
using Bot.Emulators.Telegram.Wire;

namespace Bot.Emulators.Telegram.Calls;

internal static class Sending
{
    private static readonly HashSet<string> KnownActions = new(StringComparer.Ordinal)
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    };

    public static JsonNode SendMessage(ApiCall call)
    {
        var text = Wording.Text(call);
        var keyboard = Keyboard.Read(call);
        var chat = Addressee.Writable(call, "text messages");
        return Post(call, chat, text, keyboard, photo: null, origin: null);
    }

    public static JsonNode SendPhoto(ApiCall call)
    {
        var caption = Wording.Caption(call);
        var keyboard = Keyboard.Read(call);
        var chat = Addressee.Writable(call, "photos");
        return Post(call, chat, caption, keyboard, Picture.Read(call), origin: null);
    }

    public static JsonNode SendDocument(ApiCall call)
    {
        var caption = Wording.Caption(call);
        var keyboard = Keyboard.Read(call);
        var chat = Addressee.Writable(call, "documents");
        if (!chat.TakesFiles)
            throw Refused.Bad("not enough rights to send documents to the chat");
        return Post(call, chat, caption, keyboard, photo: null, origin: null, FileUpload.Read(call));
    }

    public static JsonNode ForwardMessage(ApiCall call)
    {
        var message = Found(call, Addressee.Entered(call, "from_chat_id"), "message to forward not found");
        if (message.Service is not null)
            throw Refused.Bad("message can't be forwarded");
        var chat = Addressee.Writable(call, "text messages");
        var origin =
            message.Origin
            ?? (
                message.From is { } sender
                    ? new Origin.FromAccount(message.At, sender)
                    : new Origin.FromChannel(message.At, message.Chat, message.Id)
            );
        var text = new FormattedText(message.Text, message.Entities);
        return Post(call, chat, text, Keyboard.None, message.Photo, origin, message.Document);
    }

    public static JsonNode CopyMessage(ApiCall call)
    {
        var message = Found(call, Addressee.Entered(call, "from_chat_id"), "message to copy not found");
        if (message.Service is not null)
            throw Refused.Bad("message can't be copied");
        var chat = Addressee.Writable(call, "text messages");
        var text = new FormattedText(message.Text, message.Entities);
        var copy = Post(call, chat, text, Keyboard.Read(call), message.Photo, origin: null, message.Document);
        return new JsonObject { ["message_id"] = copy["message_id"]!.DeepClone() };
    }

    public static JsonNode SendChatAction(ApiCall call)
    {
        var action = call.Text("action") ?? "";
        if (!KnownActions.Contains(action))
        {
            call.Breaks("action", $"\"{action}\" is none that there is");
            throw Refused.Bad("wrong parameter action in request");
        }

        var chat = Addressee.Entered(call);
        chat.Act(action);
        return true;
    }

    private static Message Found(ApiCall call, Chat chat, string missing) =>
        chat.FindMessage(call.Number("message_id") ?? 0) ?? throw Refused.Bad(missing);

    private static JsonObject Post(
        ApiCall call,
        Chat chat,
        FormattedText text,
        Keyboard keyboard,
        Photo? photo,
        Origin? origin,
        Document? document = null
    )
    {
        var topic = Addressee.Thread(call, chat);
        var reply = ReplyTarget(call, chat);
        if (call.Town.HasFloodControl && call.Bot.Floods.Spend(chat) is { } wait)
            throw Refused.Flood(wait);
        var isChannel = chat.Kind == ChatKind.Channel;
        var message = call.Town.Postroom.Post(
            new Message
            {
                Id = 0,
                Chat = chat,
                At = call.Town.Now,
                From = isChannel ? null : call.Bot,
                PostedBy = call.Bot,
                SenderChat = isChannel ? chat : null,
                Thread = topic ?? (call.Number("message_thread_id") is null ? reply?.Thread : null),
                ReplyTo = reply,
                Text = text.Text,
                Entities = text.Entities,
                Photo = photo,
                Document = document,
                Origin = origin,
                Buttons = keyboard.Rows,
                MarkupJson = keyboard.Json,
                IsSilent = call.Flag("disable_notification"),
                HasNoPreview = HidesPreview(call),
            }
        );
        return MessageJson.Of(message);
    }

    private static Message? ReplyTarget(ApiCall call, Chat chat)
    {
        if (call.Text("reply_parameters") is null && call.Number("reply_to_message_id") is { } old)
        {
            call.Breaks("reply_to_message_id", "was replaced by reply_parameters");
            return chat.FindMessage(old) ?? (call.Flag("allow_sending_without_reply") ? null : throw NoReply());
        }

        if (call.Json("reply_parameters") is not { ValueKind: JsonValueKind.Object } parameters)
            return null;
        var id =
            parameters.TryGetProperty("message_id", out var given) && given.TryGetInt64(out var number) ? number : 0;
        if (chat.FindMessage(id) is { } message)
            return message;
        return
            parameters.TryGetProperty("allow_sending_without_reply", out var may) && may.ValueKind == JsonValueKind.True
            ? null
            : throw NoReply();
    }

    private static Refused NoReply() => Refused.Bad("message to be replied not found");

    private static bool HidesPreview(ApiCall call) =>
        call.Json("link_preview_options") is { ValueKind: JsonValueKind.Object } options
        && options.TryGetProperty("is_disabled", out var hidden)
        && hidden.ValueKind == JsonValueKind.True;
}
