using Bot.Core.Chat;

namespace Bot.Core.Delivery;

/// <summary>Chats that have another address now.</summary>
/// <param name="moved">Each old address with the one that came after it, as they are stored.</param>
public sealed class Moves(IReadOnlyDictionary<string, string> moved)
{
    /// <summary>The address that the place has now: a place within a chat goes where the chat goes.</summary>
    public Destination Current(Destination destination)
    {
        var (chat, seen) = (destination.Chat, new HashSet<Destination>());
        while (seen.Add(chat) && moved.TryGetValue(chat.ToString(), out var to) && Destination.TryParse(to) is { } next)
            chat = next;
        return destination.Topic is { } topic ? chat with { Address = $"{chat.Address}/{topic}" } : chat;
    }
}
