using System.Text;
using Bot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Tests.Telegram.Rendering;

/// <summary>
/// Messages as prose that shows what is marked: **bold**, _italic_, `to copy`, [link](where), &gt; quoted, » quoted and
/// folded, ⁀ for a word joiner, and under each message its buttons.
/// </summary>
internal static class TelegramMarkup
{
    public static string Of(IEnumerable<TelegramMessage> messages) => string.Join("\n=====\n", messages.Select(Of));

    private static string Of(TelegramMessage message)
    {
        var page = new StringBuilder();
        for (var at = 0; at <= message.Text.Length; at++)
        {
            foreach (var ended in message.Entities.Reverse().Where(e => e.Offset + e.Length == at))
                page.Append(Closing(ended));
            if (at == 0 || message.Text[at - 1] == '\n')
                page.Append(Margin(message, at));
            foreach (var begun in message.Entities.Where(e => e.Offset == at))
                page.Append(Opening(begun));
            if (at < message.Text.Length)
                page.Append(message.Text[at] == '\u2060' ? '⁀' : message.Text[at]);
        }

        page.Append('\n');
        foreach (var row in message.Keyboard)
            page.AppendJoin(' ', row.Select(b => $"[{b.Label}]")).Append('\n');
        return page.ToString();
    }

    private static string Margin(TelegramMessage message, int at) =>
        message.Entities.FirstOrDefault(e => e.Offset <= at && at < e.Offset + e.Length && IsBox(e)) switch
        {
            { Type: MessageEntityType.Blockquote } => "> ",
            { } => "» ",
            null => "",
        };

    private static bool IsBox(MessageEntity entity) =>
        entity.Type is MessageEntityType.Blockquote or MessageEntityType.ExpandableBlockquote;

    private static string Opening(MessageEntity entity) =>
        entity.Type == MessageEntityType.TextLink ? "[" : Sign(entity);

    private static string Closing(MessageEntity entity) =>
        entity.Type == MessageEntityType.TextLink ? $"]({entity.Url})" : Sign(entity);

    private static string Sign(MessageEntity entity) =>
        entity.Type switch
        {
            MessageEntityType.Bold => "**",
            MessageEntityType.Italic => "_",
            MessageEntityType.Code => "`",
            _ => "",
        };
}
