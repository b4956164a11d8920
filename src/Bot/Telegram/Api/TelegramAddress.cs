using System.Globalization;
using Bot.Core.Chat;

namespace Bot.Telegram.Api;

/// <summary>Telegram's places as destinations: "telegram:CHAT", "telegram:CHAT/TOPIC".</summary>
internal static class TelegramAddress
{
    public const string Platform = "telegram";

    /// <param name="topic">The message_thread_id; null in the General topic and where there are no topics.</param>
    public static Destination Of(long chat, int? topic = null) =>
        new(
            Platform,
            topic is null
                ? chat.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{chat}/{topic}")
        );

    /// <returns>Null where the address is none of Telegram's: configuration may say anything.</returns>
    public static (long Chat, int? Topic)? Read(Destination destination)
    {
        if (!long.TryParse(destination.Chat.Address, CultureInfo.InvariantCulture, out var chat))
            return null;
        if (destination.Topic is not { } topic)
            return (chat, null);
        return int.TryParse(topic, CultureInfo.InvariantCulture, out var thread) ? (chat, thread) : null;
    }

    /// <summary>Where updates are kept: another account's have numbers of their own.</summary>
    public static string InboxOf(long account) => string.Create(CultureInfo.InvariantCulture, $"{Platform}:{account}");

    /// <summary>Chats of people have positive numbers, all others negative ones.</summary>
    public static bool IsPrivate(long chat) => chat > 0;
}
