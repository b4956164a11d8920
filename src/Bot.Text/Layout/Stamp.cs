using System.Globalization;
using Bot.Text.Spans;

namespace Bot.Text.Layout;

/// <summary>Knows a machine's stamp at the head of a text, " date 2025-12-28 ", that runs straight on into the article.</summary>
internal static class Stamp
{
    private const string Lead = "date ";

    /// <returns>The stamp's span, or null.</returns>
    public static TextSpan? FindIn(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\ufeff'))
            start++;
        var rest = text.AsSpan(start);
        if (!rest.StartsWith(Lead, StringComparison.OrdinalIgnoreCase))
            return null;
        var date = rest[Lead.Length..];
        if (
            date.Length < 10
            || !DateOnly.TryParseExact(
                date[..10],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
            return null;
        return date.Length == 10 || char.IsWhiteSpace(date[10]) ? new TextSpan(start, Lead.Length + 10) : null;
    }
}
