using System.Globalization;
using Bot.Core.Chat;
using Bot.Telegram.Api;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Receiving;

/// <summary>What it means that the bot's own standing in a chat has changed.</summary>
internal sealed class MembershipReader(MemberRights rights)
{
    /// <param name="answer">Makes the handle for an answer in a place.</param>
    public InboundEvent? Read(ChatMemberUpdated change, Func<Destination, IReplyHandle> answer)
    {
        rights.Forget(change.Chat.Id);
        var place = TelegramAddress.Of(change.Chat.Id);
        var (before, now) = (MayWrite(change.OldChatMember, change.Chat), MayWrite(change.NewChatMember, change.Chat));
        if (!now)
            return new InboundEvent.PlaceClosed(place, Why(change), answer(place));
        // A person who lets the bot speak again opens the conversation with /start and is greeted there.
        if (before || change.Chat.Type == ChatType.Private)
            return new InboundEvent.PlaceOpened(place, answer(place));
        var told = change.Chat.Type == ChatType.Channel ? TelegramAddress.Of(change.From.Id) : place;
        return new InboundEvent.PlaceJoined(
            place,
            change.Chat.Title ?? "",
            change.Chat.Type == ChatType.Channel ? PlaceKind.Channel : PlaceKind.Group,
            new Asker(
                change.From.Id.ToString(CultureInfo.InvariantCulture),
                $"{change.From.FirstName} {change.From.LastName}".TrimEnd(),
                Standing.Administrator,
                UpdateReader.LanguageOf(change.From)
            ),
            TelegramAddress.Of(change.From.Id),
            told,
            answer(told)
        );
    }

    private static bool MayWrite(ChatMember member, global::Telegram.Bot.Types.Chat chat) =>
        member switch
        {
            ChatMemberAdministrator administrator => chat.Type != ChatType.Channel || administrator.CanPostMessages,
            ChatMemberOwner => true,
            ChatMemberRestricted restricted => restricted is { IsMember: true, CanSendMessages: true },
            ChatMemberMember => chat.Type != ChatType.Channel,
            _ => false,
        };

    private static string Why(ChatMemberUpdated change) =>
        change.NewChatMember switch
        {
            ChatMemberBanned when change.Chat.Type == ChatType.Private => "why.blocked",
            ChatMemberBanned or ChatMemberLeft => "why.removed",
            ChatMemberRestricted { IsMember: false } => "why.removed",
            _ when change.Chat.Type == ChatType.Channel => "why.no-administrator",
            _ => "why.may-not-write",
        };
}
