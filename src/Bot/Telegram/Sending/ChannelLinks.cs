using System.Collections.Concurrent;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Commands.Reception;
using Bot.Core.Places;
using Bot.Telegram.Api;
using Bot.Telegram.Rendering;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Sending;

/// <summary>
/// In a channel anybody may press a button, and an answer there would be a post to all: its buttons lead to the chat
/// with the bot instead, which answers whoever pressed, and nobody else. Those that would change the channel's own
/// settings are left out: pressed there, they would change the private chat's.
/// </summary>
internal sealed class ChannelLinks(TelegramAccount account, PlaceBook places, Lazy<CommandCatalog> catalog)
{
    private readonly ConcurrentDictionary<long, bool> channels = new();

    public async Task<TelegramMessage> LeadAsync(
        TelegramMessage message,
        Destination destination,
        CancellationToken cancellation
    )
    {
        if (message.Keyboard.Count == 0 || !await IsChannelAsync(destination, cancellation))
            return message;
        var me = await account.KnowAsync(cancellation);
        return message with
        {
            Keyboard = [.. message.Keyboard.Select(row => Leading(row, me.Username ?? "")).Where(row => row.Count > 0)],
        };
    }

    private IReadOnlyList<TelegramButton> Leading(IReadOnlyList<TelegramButton> row, string me) =>
        [
            .. row.Where(b => !IsAboutThePlace(b.Action))
                .Select(b =>
                    b.Action is ButtonAction.Ask
                        ? b with
                        {
                            Link = new Uri($"https://t.me/{me}?start={FrontDesk.ButtonPayload}{b.Action.Key}"),
                        }
                        : b
                ),
        ];

    private bool IsAboutThePlace(ButtonAction action) =>
        action is ButtonAction.Ask { Command: var command }
        && catalog.Value.Find(command.Split(' ')[0].TrimStart('/')) is { Description.IsAboutThePlace: true };

    private async Task<bool> IsChannelAsync(Destination destination, CancellationToken cancellation)
    {
        if (TelegramAddress.Read(destination) is not var (chat, topic) || topic is not null)
            return false;
        if (TelegramAddress.IsPrivate(chat))
            return false;
        if ((await places.FindAsync(destination, cancellation))?.Kind is { } kind)
            return kind == PlaceKind.Channel;
        if (channels.TryGetValue(chat, out var known))
            return known;
        var found = await TelegramAccount.CallAsync(token => account.Line.GetChat(chat, token), cancellation);
        return channels[chat] = found.Type == ChatType.Channel;
    }
}
