using System.Globalization;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Telegram.Api;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Receiving;

/// <summary>What an update of Telegram's means here.</summary>
internal sealed class UpdateReader(TelegramAccount account, ReplyDesk replies, MemberRights rights, TimeProvider time)
{
    /// <summary>Whoever speaks for a group without showing who they are: https://core.telegram.org/bots/api#message, sender_chat</summary>
    private const long AnonymousAdministrator = 1087968824;

    /// <summary>A text of that many letters that is sent on its own is there to be read, not a question.</summary>
    private const int ShortestArticle = 280;

    /// <returns>Null where it means nothing to us.</returns>
    /// <exception cref="JsonException">It is not as Telegram describes it.</exception>
    public InboundEvent? Read(InboxItem item)
    {
        var update = JsonSerializer.Deserialize<Update>(item.Body, JsonBotAPI.Options);
        return update switch
        {
            { Message: { } message } => ReadMessage(message, item),
            { ChannelPost: { } post } => ReadMessage(post, item),
            { CallbackQuery: { Data: { } data, Message: { } message } press } => ReadPress(press, data, message, item),
            { MyChatMember: { } change } => new MembershipReader(rights).Read(change, place => Answer(item, place)),
            { ChatMember: { } change } => Forget(change),
            _ => null,
        };
    }

    private InboundEvent? ReadMessage(Message message, InboxItem item)
    {
        var place = PlaceOf(message);
        if (message.MigrateToChatId is { } to)
            return new InboundEvent.PlaceMoved(place.Chat, TelegramAddress.Of(to), Answer(item, place));
        if (message.MigrateFromChatId is { } from)
            return new InboundEvent.PlaceMoved(TelegramAddress.Of(from), place.Chat, Answer(item, place));
        if (message.ForumTopicClosed is not null)
            return new InboundEvent.PlaceClosed(place, "why.topic-closed", Answer(item, place));
        if (message.ForumTopicReopened is not null)
            return new InboundEvent.PlaceOpened(place, Answer(item, place));
        // The same post comes from its channel.
        if (message.IsAutomaticForward || message.ViaBot is not null || AskerOf(message) is not { } asker)
            return null;
        var isPrivate = message.Chat.Type == ChatType.Private;
        if (CommandText.Read(message, account.Me?.Username) is { } command)
            return command switch
            {
                { IsForOther: true } => null,
                { Name: "start" } => new InboundEvent.Started(
                    command.Rest.Length == 0 ? null : command.Rest,
                    asker,
                    place,
                    AnswerTo(message, item, place)
                ),
                _ => new InboundEvent.CommandTyped(
                    command.Line,
                    asker,
                    place,
                    AnswerTo(message, item, place),
                    IsForUs: isPrivate || command.IsAddressed,
                    PointedMessages.PointedAt(message, account.Me),
                    GivenFiles.On(message) ?? GivenFiles.On(message.ReplyToMessage)
                ),
            };
        if (!isPrivate || message.Text is not { } text)
            return null;
        return text.Length < ShortestArticle
            ? new InboundEvent.CommandTyped(text, asker, place, AnswerTo(message, item, place))
            : new InboundEvent.CommandTyped(
                "/summary",
                asker,
                place,
                AnswerTo(message, item, place),
                Quoted: PointedMessages.Of(message)
            );
    }

    private InboundEvent.ButtonPressed ReadPress(CallbackQuery press, string data, Message message, InboxItem item)
    {
        var place = PlaceOf(message);
        return new InboundEvent.ButtonPressed(
            data,
            new Asker(
                press.From.Id.ToString(CultureInfo.InvariantCulture),
                NameOf(press.From),
                message.Chat.Type == ChatType.Private ? Standing.Administrator : Standing.ToBeAsked,
                LanguageOf(press.From)
            ),
            place,
            new TelegramAnswer(item, place, replies, account, time)
            {
                Pressed = message.Id.ToString(CultureInfo.InvariantCulture),
                Press = press.Id,
            }
        );
    }

    /// <returns>Null for what programs say, ourselves among them.</returns>
    private static Asker? AskerOf(Message message)
    {
        // In a channel only administrators write, and nobody is named.
        if (message.Chat.Type == ChatType.Channel)
            return new Asker(Id(message.Chat.Id), message.Chat.Title ?? "", Standing.Administrator, English);
        if (message.From is not { } from)
            return null;
        if (from.Id == AnonymousAdministrator && message.SenderChat?.Id == message.Chat.Id)
            return new Asker(Id(from.Id), message.Chat.Title ?? "", Standing.Administrator, English);
        // Somebody who speaks for another chat has no rights here that could be asked for.
        if (message.SenderChat is { } other)
            return new Asker(Id(other.Id), other.Title ?? "", Standing.Reader, English);
        if (from.IsBot)
            return null;
        var standing = message.Chat.Type == ChatType.Private ? Standing.Administrator : Standing.ToBeAsked;
        return new Asker(Id(from.Id), NameOf(from), standing, LanguageOf(from));

        static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private InboundEvent? Forget(ChatMemberUpdated change)
    {
        rights.Forget(change.Chat.Id);
        return null;
    }

    private TelegramAnswer Answer(InboxItem item, Destination place) =>
        new(item, place, replies, account, time) { IsSilent = true };

    /// <summary>Among many it is shown whom an answer is for.</summary>
    private TelegramAnswer AnswerTo(Message message, InboxItem item, Destination place) =>
        new(item, place, replies, account, time)
        {
            Answers = message.Chat.Type == ChatType.Private ? null : message.Id.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>A reply outside a forum carries a thread's id too, which is no topic.</summary>
    private static Destination PlaceOf(Message message) =>
        TelegramAddress.Of(message.Chat.Id, message.IsTopicMessage ? message.MessageThreadId : null);

    private static string NameOf(User person) => $"{person.FirstName} {person.LastName}".TrimEnd();

    internal static CultureInfo LanguageOf(User person)
    {
        try
        {
            return person.LanguageCode is { Length: > 0 } code ? CultureInfo.GetCultureInfo(code) : English;
        }
        catch (CultureNotFoundException)
        {
            return English;
        }
    }

    private static CultureInfo English => CultureInfo.GetCultureInfo("en");
}
