using System.Text;

namespace Bot.Emulators.Telegram.Texts;

/// <summary>
/// Shows what is marked in a text: **bold**, _italic_, `code`, ||spoiler||, [text](url), and quotations by "&gt; ".
/// What the platform finds by itself is left as it stands.
/// </summary>
internal static class MarkedText
{
    public static string Of(string text, IReadOnlyList<TextEntity> entities)
    {
        var shown = new StringBuilder();
        for (var at = 0; at <= text.Length; at++)
        {
            foreach (var entity in entities.Where(e => e.End == at).Reverse())
                shown.Append(After(entity));
            foreach (var entity in entities.Where(e => e.Offset == at))
                shown.Append(Before(entity));
            if (at == text.Length)
                break;
            shown.Append(text[at]);
            if (text[at] == '\n' && entities.Any(e => e.Kind.IsQuote() && e.Offset <= at && at + 1 < e.End))
                shown.Append("> ");
        }

        return shown.ToString();
    }

    private static string Before(TextEntity entity) =>
        entity.Kind switch
        {
            EntityKind.Blockquote or EntityKind.ExpandableBlockquote => "> ",
            EntityKind.TextLink or EntityKind.TextMention => "[",
            EntityKind.Pre => $"```{entity.Language}\n",
            _ => Mark(entity.Kind),
        };

    private static string After(TextEntity entity) =>
        entity.Kind switch
        {
            EntityKind.Blockquote or EntityKind.ExpandableBlockquote => "",
            EntityKind.TextLink => $"]({entity.Url})",
            EntityKind.TextMention => $"](person {entity.UserId})",
            EntityKind.Pre => "\n```",
            _ => Mark(entity.Kind),
        };

    private static string Mark(EntityKind kind) =>
        kind switch
        {
            EntityKind.Bold => "**",
            EntityKind.Italic => "_",
            EntityKind.Underline => "__",
            EntityKind.Strikethrough => "~~",
            EntityKind.Spoiler => "||",
            EntityKind.Code => "`",
            _ => "",
        };
}
