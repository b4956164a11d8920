using Bot.Typesetting;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Rendering;

/// <summary>What is marked on one page: what runs over its ends is cut there, and goes on on the next.</summary>
internal static class PageDress
{
    public static IReadOnlyList<MessageEntity> Of(Galley galley, int start, int end)
    {
        var entities = new List<MessageEntity>();
        foreach (var mark in galley.Marks)
        {
            if (mark.Start >= end)
                break;
            var (from, to) = (Math.Max(mark.Start, start), Math.Min(mark.End, end));
            while (from < to && char.IsWhiteSpace(galley.Text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(galley.Text[to - 1]))
                to--;
            if (from < to)
                entities.Add(
                    new MessageEntity
                    {
                        Type = TypeOf(mark.Kind),
                        Offset = from - start,
                        Length = to - from,
                        Url = mark.Link,
                    }
                );
        }

        return [.. entities.OrderBy(e => e.Offset).ThenByDescending(e => e.Length)];
    }

    private static MessageEntityType TypeOf(Dress kind) =>
        kind switch
        {
            Dress.Quote => MessageEntityType.Blockquote,
            Dress.LongQuote => MessageEntityType.ExpandableBlockquote,
            Dress.Italic => MessageEntityType.Italic,
            Dress.Bold => MessageEntityType.Bold,
            Dress.Link => MessageEntityType.TextLink,
            Dress.Code => MessageEntityType.Code,
            Dress.Command => MessageEntityType.BotCommand,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
