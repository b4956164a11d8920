using System.Globalization;

namespace Bot.Core.Articles.Seeds;

/// <summary>A machine's stamp at the head of a text: " date 2025-12-28 ".</summary>
/// <param name="Length">From the text's start to the article's first word.</param>
internal sealed record DateStamp(DateOnly Date, int Length)
{
    private const string Word = "date";
    private const string Format = "yyyy-MM-dd";

    public static DateStamp? Find(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        if (!rest.StartsWith(Word, StringComparison.OrdinalIgnoreCase))
            return null;
        rest = rest[Word.Length..];
        var written = rest.TrimStart(" \t:");
        if (
            written.Length == rest.Length
            || written.Length < Format.Length
            || !DateOnly.TryParseExact(
                written[..Format.Length],
                Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
            return null;
        var after = written[Format.Length..];
        var words = after.TrimStart();
        return words.Length < after.Length || after.IsEmpty ? new DateStamp(date, text.Length - words.Length) : null;
    }
}
