using System.Buffers;
using System.Text;

namespace Bot.Emulators.Telegram.Texts;

/// <summary>What the server does to a text before it keeps it, with the entities moved along.</summary>
internal static class TextCleaning
{
    /// <summary>A text of these alone is no text.</summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        " \n\u00A0\u1680\u180E\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D\u200E\u200F"
            + "\u202F\u205F\u2800\u3000\uFEFF\uFFFC"
    );

    public static FormattedText Clean(FormattedText raw)
    {
        var kept = new StringBuilder(raw.Text.Length);
        var moved = new int[raw.Text.Length + 1];
        for (var i = 0; i < raw.Text.Length; i++)
        {
            moved[i] = kept.Length;
            var c = raw.Text[i];
            if (IsDropped(c))
                continue;
            kept.Append(c < ' ' && c != '\n' ? ' ' : c);
        }

        moved[raw.Text.Length] = kept.Length;
        return new FormattedText(kept.ToString(), Move(raw.Entities, moved));
    }

    public static FormattedText Trim(FormattedText cleaned)
    {
        var end = cleaned.Text.Length;
        while (end > 0 && IsBlank(cleaned.Text[end - 1]))
            end--;
        if (cleaned.Text.AsSpan(0, end).IndexOfAnyExcept(Invisible) < 0)
            return new FormattedText("", []);
        var start = 0;
        while (start < end && IsBlank(cleaned.Text[start]))
            start++;
        var moved = new int[cleaned.Text.Length + 1];
        for (var i = 0; i < moved.Length; i++)
            moved[i] = Math.Clamp(i, start, end) - start;
        return new FormattedText(cleaned.Text[start..end], Move(cleaned.Entities, moved));
    }

    private static bool IsBlank(char c) => c is ' ' or '\n';

    /// <summary>Returns, separators and overrides of direction, and three marks that draw lines over other rows.</summary>
    private static bool IsDropped(char c) =>
        c is '\r' or (>= '\u2028' and <= '\u202E') or '\u0333' or '\u033F' or '\u030A';

    private static TextEntity[] Move(IReadOnlyList<TextEntity> entities, int[] moved) =>
        [
            .. entities
                .Where(e => e.Offset >= 0 && e.Length > 0 && e.Offset < moved.Length)
                .Select(e =>
                {
                    var start = moved[e.Offset];
                    var end = moved[(int)Math.Min((long)e.Offset + e.Length, moved.Length - 1)];
                    return e with { Offset = start, Length = end - start };
                })
                .Where(e => e.Length > 0)
                .OrderBy(e => e.Offset)
                .ThenByDescending(e => e.Length)
                .ThenBy(e => e.Kind),
        ];
}
