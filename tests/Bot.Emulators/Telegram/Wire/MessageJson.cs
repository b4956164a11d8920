using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Wire;

/// <summary>https://core.telegram.org/bots/api#message</summary>
internal static class MessageJson
{
    public static JsonObject Of(Message message) => Of(message, hasReply: true);

    /// <summary>A message that is gone by then is only named. https://core.telegram.org/bots/api#inaccessiblemessage</summary>
    public static JsonObject OfPressed(Message message) =>
        message.Chat.FindMessage(message.Id) is { } there
            ? Of(there)
            : new JsonObject
            {
                ["chat"] = ChatJson.Of(message.Chat),
                ["message_id"] = message.Id,
                ["date"] = 0,
            };

    private static JsonObject Of(Message message, bool hasReply)
    {
        var json = new JsonObject { ["message_id"] = message.Id };
        if (message.From is { } from)
            json["from"] = AccountJson.Of(from);
        if (message.SenderChat is { } sender)
            json["sender_chat"] = ChatJson.Of(sender);
        json["chat"] = ChatJson.Of(message.Chat);
        json["date"] = message.At.ToUnixTimeSeconds();
        if (message.EditedAt is { } edited)
            json["edit_date"] = edited.ToUnixTimeSeconds();
        PutThread(json, message);
        if (hasReply && message.ReplyTo is { } reply)
            // A reply inside a reply is left out, as the platform does.
            json["reply_to_message"] = Of(reply.Chat.FindMessage(reply.Id) ?? reply, hasReply: false);
        if (message.Origin is { } origin)
            json["forward_origin"] = OriginJson.Of(origin);
        json.PutTrue("is_automatic_forward", message.IsAutomaticForward);
        json.Put("author_signature", message.AuthorSignature);
        PutContent(json, message);
        if (message.MarkupJson is { } markup)
            json["reply_markup"] = JsonNode.Parse(markup);
        if (message.Service is { } note)
            ServiceJson.Put(json, note);
        return json;
    }

    private static void PutThread(JsonObject json, Message message)
    {
        if (message.Thread is { } topic)
        {
            json["message_thread_id"] = topic.Id;
            json["is_topic_message"] = true;
        }
        else if (message is { ReplyTo: { } reply, Chat: { Kind: ChatKind.Supergroup, IsForum: false } })
        {
            // A chain of replies in a supergroup has a number too, though it is no topic.
            while (reply.ReplyTo is { } before)
                reply = before;
            json["message_thread_id"] = reply.Id;
        }
    }

    private static void PutContent(JsonObject json, Message message)
    {
        if (message.Service is not null)
            return;
        var entities = message.Entities.Select(EntityJson.Of).ToJson();
        if (message is { Photo: null, Document: null })
        {
            json["text"] = message.Text;
            if (entities.Count > 0)
                json["entities"] = entities;
            if (message.HasNoPreview)
                json["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
            return;
        }

        if (message.Photo is { } photo)
            json["photo"] = new JsonArray(PhotoJson(photo));
        if (message.Document is { } file)
            json["document"] = DocumentJson(file);
        if (message.Text.Length == 0)
            return;
        json["caption"] = message.Text;
        if (entities.Count > 0)
            json["caption_entities"] = entities;
    }

    /// <summary>https://core.telegram.org/bots/api#document</summary>
    private static JsonObject DocumentJson(Document file) =>
        new()
        {
            ["file_id"] = file.FileId,
            ["file_unique_id"] = file.UniqueId,
            ["file_name"] = file.Name,
            ["file_size"] = file.Bytes.Length,
        };

    private static JsonObject PhotoJson(Photo photo) =>
        new()
        {
            ["file_id"] = photo.FileId,
            ["file_unique_id"] = photo.UniqueId,
            ["width"] = 320,
            ["height"] = 240,
            ["file_size"] = photo.Bytes.Length,
        };
}
