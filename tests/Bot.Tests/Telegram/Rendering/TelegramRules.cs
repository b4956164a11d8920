using System.Globalization;
using System.Text;
using Bot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Tests.Telegram.Rendering;

/// <summary>What Telegram asks of a message, written down apart from the renderer.</summary>
internal static class TelegramRules
{
    /// <summary>https://core.telegram.org/bots/api#sendmessage</summary>
    public static void Hold(IReadOnlyList<TelegramMessage> messages)
    {
        Assert.NotEmpty(messages);
        foreach (var message in messages)
        {
            TextHolds(message.Text);
            Assert.InRange(message.Entities.Count, 0, 100);
            foreach (var entity in message.Entities)
                EntityHolds(entity, message.Text);
            NestingHolds(message.Entities);
            KeyboardHolds(message.Keyboard);
            OursAlone(message);
        }
    }

    private static void TextHolds(string text)
    {
        Assert.InRange(text.Length, 1, 4096);
        Assert.False(char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]), "blanks at an end");
        Assert.Equal(text, new UTF8Encoding(false).GetString(Encoding.UTF8.GetBytes(text)));
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.False(string.IsNullOrWhiteSpace(Seen(text)), "nothing to be seen");
    }

    /// <summary>Without what takes no room, and what is a blank under another name.</summary>
    public static string Seen(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(r =>
                    Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Format or UnicodeCategory.Control)
                    && "\u115f\u1160\u2800\u3164\uffa0\ufffc".IndexOf((char)r.Value, StringComparison.Ordinal) < 0
                )
        );

    private static void EntityHolds(MessageEntity entity, string text)
    {
        var (start, end) = (entity.Offset, entity.Offset + entity.Length);
        Assert.True(start >= 0 && start < end && end <= text.Length, "outside the text");
        Assert.False(IsWithinPair(text, start) || IsWithinPair(text, end), "within a surrogate pair");
        Assert.False(char.IsWhiteSpace(text[start]) || char.IsWhiteSpace(text[end - 1]), "blanks at an entity's end");
        Assert.Equal(entity.Type == MessageEntityType.TextLink, entity.Url is not null);
    }

    private static bool IsWithinPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    /// <summary>https://core.telegram.org/bots/api#formatting-options</summary>
    private static void NestingHolds(IReadOnlyList<MessageEntity> entities)
    {
        for (var i = 0; i < entities.Count; i++)
        {
            for (var j = i + 1; j < entities.Count; j++)
            {
                var (one, next) = (entities[i], entities[j]);
                Assert.True(
                    one.Offset < next.Offset || (one.Offset == next.Offset && one.Length >= next.Length),
                    "out of order"
                );
                if (next.Offset >= one.Offset + one.Length)
                    continue;
                Assert.True(next.Offset + next.Length <= one.Offset + one.Length, "neither within nor beside");
                Assert.NotEqual(one.Type, next.Type);
                Assert.False(IsBox(next), "a box in something");
                Assert.NotEqual(MessageEntityType.Code, one.Type);
                Assert.True(IsBox(one) || next.Type != MessageEntityType.Code, "code in other than a box");
            }
        }
    }

    private static bool IsBox(MessageEntity entity) =>
        entity.Type is MessageEntityType.Blockquote or MessageEntityType.ExpandableBlockquote;

    private static void KeyboardHolds(IReadOnlyList<IReadOnlyList<TelegramButton>> keyboard)
    {
        Assert.InRange(keyboard.Sum(row => row.Count), 0, 100);
        foreach (var row in keyboard)
        {
            Assert.InRange(row.Count, 1, 5);
            foreach (var button in row)
            {
                Assert.InRange(button.Label.Length, 1, 40);
                Assert.False(string.IsNullOrWhiteSpace(button.Label));
                Assert.Equal(button.Label, string.Concat(button.Label.EnumerateRunes()));
                Assert.InRange(Encoding.UTF8.GetByteCount(button.Action.Key), 1, 64);
            }
        }
    }

    /// <summary>Nothing is found in the text but commands where the renderer left one.</summary>
    private static void OursAlone(TelegramMessage message)
    {
        var codes = message
            .Entities.Where(e => e.Type == MessageEntityType.Code)
            .Select(e => (Start: e.Offset, End: e.Offset + e.Length))
            .ToList();
        foreach (var (start, end) in Findings.In(message.Text))
        {
            if (codes.Exists(c => c.Start < end && start < c.End))
                continue;
            Assert.True(
                message.Entities.Any(e =>
                    e.Type == MessageEntityType.BotCommand && e.Offset == start && e.Offset + e.Length == end
                ),
                $"“{message.Text[start..end]}” would be found in “{message.Text[Math.Max(0, start - 60)..end]}”"
            );
        }
    }
}
