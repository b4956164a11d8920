using Bot.Core.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Receiving;

/// <summary>Messages that people point at to have them read.</summary>
internal static class PointedMessages
{
    /// <param name="me">What we said ourselves is no article.</param>
    /// <returns>Null where the message is no reply to a text.</returns>
    public static QuotedMessage? PointedAt(Message message, User? me) =>
        message.ReplyToMessage is { } original
            ? original.From is { } author && author.Id == me?.Id
                ? null
                : Of(original)
            : message.Quote is { Text: { Length: > 0 } quoted } // Of a message in another chat only what was marked is told.
                ? new QuotedMessage(quoted, message.ExternalReply is { } far ? SourceOf(far.Origin) : "", null, null)
                : null;

    /// <returns>Null where the message has no text.</returns>
    public static QuotedMessage? Of(Message message)
    {
        var text = message.Text ?? message.Caption;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var origin = message.ForwardOrigin;
        var source = origin is not null ? SourceOf(origin) : message.SenderChat?.Title ?? NameOf(message.From);
        return new QuotedMessage(text, source, Utc(origin?.Date ?? message.Date), LinkOf(origin))
        {
            Linked = LinkIn(message),
        };
    }

    private static string SourceOf(MessageOrigin origin) =>
        origin switch
        {
            MessageOriginChannel channel => channel.Chat.Title ?? "",
            MessageOriginChat chat => chat.SenderChat.Title ?? "",
            MessageOriginUser user => NameOf(user.SenderUser),
            MessageOriginHiddenUser hidden => hidden.SenderUserName,
            _ => "",
        };

    /// <summary>Posts of a channel with a name stand on the web.</summary>
    private static Uri? LinkOf(MessageOrigin? origin) =>
        origin is MessageOriginChannel { Chat.Username: { Length: > 0 } name, MessageId: var id }
            ? new Uri($"https://t.me/{name}/{id}")
            : null;

    /// <summary>The first link that stands behind words; one that is written out is found in the text.</summary>
    private static Uri? LinkIn(Message message) =>
        (message.Text is null ? message.CaptionEntities : message.Entities)
            ?.Where(e => e.Type == MessageEntityType.TextLink)
            .Select(e => Uri.TryCreate(e.Url, UriKind.Absolute, out var link) ? link : null)
            .FirstOrDefault(l => l is { Scheme: "http" or "https" });

    private static string NameOf(User? person) =>
        person is null ? "" : $"{person.FirstName} {person.LastName}".TrimEnd();

    private static DateTimeOffset? Utc(DateTime date) =>
        date == default ? null : new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc));
}
