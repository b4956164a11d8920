using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bot.Tests.Telegram.Rendering;

/// <summary>
/// Mentions, hashtags, cashtags and commands as Telegram's server finds them, letter by letter:
/// https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp
/// </summary>
internal static class Findings
{
    public static IEnumerable<(int Start, int End)> In(string text)
    {
        var links = Links(text).ToList();
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] switch
            {
                '@' or '＠' => Mention(text, at),
                '#' or '＃' => Hashtag(text, at),
                '$' => Cashtag(text, at),
                '/' => Command(text, at),
                _ => null,
            };
            if (end is { } found && !links.Exists(l => l.Start < found && at < l.End))
                yield return (at, found);
        }
    }

    private static int? Mention(string text, int at)
    {
        var end = NameEnd(text, at + 1);
        return IsWord(Before(text, at)) || end - at - 1 is < 2 or > 32 || IsWord(After(text, end)) ? null : end;
    }

    private static int? Command(string text, int at)
    {
        if (IsNoBorder(Before(text, at)))
            return null;
        var end = NameEnd(text, at + 1);
        if (end - at - 1 is < 1 or > 64)
            return null;
        if (
            end < text.Length
            && text[end] == '@'
            && NameEnd(text, end + 1) is var named
            && named - end - 1 is > 2 and < 33
        )
            end = named;
        return IsNoBorder(After(text, end)) ? null : end;
    }

    private static int? Hashtag(string text, int at)
    {
        if (IsTagLetter(Before(text, at)))
            return null;
        var (end, hasLetter) = (at + 1, false);
        while (After(text, end) is { } next && IsTagLetter(next))
        {
            hasLetter |= Rune.IsLetter(next);
            end += next.Utf16SequenceLength;
        }

        return !hasLetter || After(text, end)?.Value == '#' ? null : end;
    }

    private static int? Cashtag(string text, int at)
    {
        if (Before(text, at) is { } before && (IsTagLetter(before) || before.Value == '$'))
            return null;
        var end = at + 1;
        if (string.CompareOrdinal(text, end, "1INCH", 0, 5) == 0)
            end += 5;
        else
            while (end < text.Length && text[end] is >= 'A' and <= 'Z')
                end++;
        var after = After(text, end);
        return end - at - 1 is < 1 or > 8 || IsTagLetter(after) || after?.Value == '$' ? null : end;
    }

    /// <summary>Only what is a link beyond doubt: nothing else is looked for in it.</summary>
    private static IEnumerable<(int Start, int End)> Links(string text)
    {
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; )
        {
            var host = at + 3;
            var end = host;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
                end++;
            var labels = text[host..end].Split('.');
            if (labels.Length > 1 && labels.All(l => l.Length is > 0 and < 64) && labels[^1].All(char.IsAsciiLetter))
            {
                while (
                    end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or ')')
                )
                    end++;
                yield return (at, end);
            }

            at = text.IndexOf("://", Math.Max(host, at + 1), StringComparison.Ordinal);
        }
    }

    private static int NameEnd(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return at;
    }

    private static bool IsNoBorder(Rune? letter) => IsWord(letter) || letter?.Value is '/' or '<' or '>';

    private static bool IsWord(Rune? letter) =>
        letter is { } rune
        && (
            Rune.IsLetter(rune)
            || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
            || rune.Value == '_'
        );

    private static bool IsTagLetter(Rune? letter) =>
        IsWord(letter) || letter?.Value is 0x200c or 0xb7 or (>= 0xd80 and <= 0xdff);

    private static Rune? Before(string text, int at) =>
        at > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) == OperationStatus.Done
            ? rune
            : null;

    private static Rune? After(string text, int at) =>
        at < text.Length && Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == OperationStatus.Done
            ? rune
            : null;
}
