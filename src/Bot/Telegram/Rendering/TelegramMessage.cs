using Bot.Core.Chat;
using Telegram.Bot.Types;

namespace Bot.Telegram.Rendering;

/// <summary>What is sent as one message: plain text, what is marked in it, and the buttons under it.</summary>
/// <param name="Text">At most 4,096 UTF-16 code units; never empty, without blanks at its ends.</param>
/// <param name="Entities">At most 100, in order, each within the text.</param>
public sealed record TelegramMessage(
    string Text,
    IReadOnlyList<MessageEntity> Entities,
    IReadOnlyList<IReadOnlyList<TelegramButton>> Keyboard
);

/// <param name="Label">At most 40 letters.</param>
/// <param name="Action">Its <see cref="ButtonAction.Key"/> is the button's data.</param>
/// <param name="Link">Where it leads instead, for readers who cannot be answered where it hangs.</param>
public sealed record TelegramButton(string Label, ButtonAction Action, Uri? Link = null);
