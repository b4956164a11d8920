using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Core.Chat;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Rendering;

/// <summary>A message as Telegram is asked to send it, the same for the chat and for <c>ask --platform telegram</c>.</summary>
public static class SendBody
{
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <summary>The same JSON, with letters as letters: it is read by people too.</summary>
    private static readonly JsonSerializerOptions Readable = new(JsonBotAPI.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>https://core.telegram.org/bots/api#sendmessage</summary>
    public static SendMessageRequest Of(TelegramMessage message, ChatId chat) =>
        new()
        {
            ChatId = chat,
            Text = message.Text,
            Entities = Marks(message),
            ReplyMarkup = Keyboard(message),
            LinkPreviewOptions = NoPreview,
        };

    /// <summary>https://core.telegram.org/bots/api#senddocument; the words stand under the file, where they fit.</summary>
    public static SendDocumentRequest Of(TelegramMessage message, FileBlock file, ChatId chat) =>
        new()
        {
            ChatId = chat,
            Document = InputFile.FromStream(new MemoryStream(file.Bytes.ToArray()), file.Name),
            Caption = message.Text,
            CaptionEntities = Marks(message),
            ReplyMarkup = Keyboard(message),
        };

    /// <summary>https://core.telegram.org/bots/api#editmessagetext</summary>
    public static EditMessageTextRequest Edit(TelegramMessage message, ChatId chat, int messageId) =>
        new()
        {
            ChatId = chat,
            MessageId = messageId,
            Text = message.Text,
            Entities = Marks(message),
            ReplyMarkup = Keyboard(message),
            LinkPreviewOptions = NoPreview,
        };

    /// <summary>A JSON array of the requests that send these messages, to no chat in particular.</summary>
    public static string ToJson(IEnumerable<TelegramMessage> messages) =>
        JsonSerializer.Serialize(messages.Select(m => Of(m, 0)), Readable);

    /// <summary>Commands are found by the server itself, which takes their mark from nobody.</summary>
    private static List<MessageEntity>? Marks(TelegramMessage message)
    {
        var marks = message.Entities.Where(e => e.Type != MessageEntityType.BotCommand).ToList();
        return marks.Count == 0 ? null : marks;
    }

    private static InlineKeyboardMarkup? Keyboard(TelegramMessage message) =>
        message.Keyboard.Count == 0
            ? null
            : new InlineKeyboardMarkup(
                message.Keyboard.Select(row =>
                    row.Select(b =>
                        b.Link is { } link
                            ? InlineKeyboardButton.WithUrl(b.Label, link.AbsoluteUri)
                            : InlineKeyboardButton.WithCallbackData(b.Label, b.Action.Key)
                    )
                )
            );
}
