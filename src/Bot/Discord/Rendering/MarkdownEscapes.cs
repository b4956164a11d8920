using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Discord.Rendering;

/// <summary>
/// Words as Discord shows them letter by letter, whatever its markdown would make of them.
/// https://docs.discord.com/developers/reference#message-formatting
/// </summary>
internal static partial class MarkdownEscapes
{
    /// <summary>U+2060, which nobody sees.</summary>
    private const char Joiner = '\u2060';

    private static readonly SearchValues<char> Signs = SearchValues.Create("\\*_~`|[]<");

    /// <summary>These may cost a letter more, or be made links with two letters more.</summary>
    private static readonly SearchValues<char> Dear = SearchValues.Create("\\*_~`|[]<>#-+:.()@");

    /// <summary>What a letter weighs at most when it is escaped.</summary>
    public static int MostLetters(char letter) => Dear.Contains(letter) ? 2 : 1;

    /// <param name="words">Of one line.</param>
    /// <param name="isLineStart">True where they begin the line: some signs mean something there alone.</param>
    /// <param name="isLineEnd">True where nothing comes after them in the line, that an address could go on with.</param>
    public static string Escaped(string words, bool isLineStart, bool isLineEnd) =>
        Escaped(words, WebAddresses.In(words), isLineStart, isLineEnd);

    /// <summary>Words that stand between two signs of ours: an address that has the same sign in it would end them.</summary>
    public static string EscapedWithin(string words) =>
        Escaped(
            words,
            WebAddresses
                .In(words)
                .Where(a => !words.AsSpan(a.Start, a.End - a.Start).Contains("**", StringComparison.Ordinal)),
            isLineStart: false,
            isLineEnd: false
        );

    private static string Escaped(
        string words,
        IEnumerable<(int Start, int End)> addresses,
        bool isLineStart,
        bool isLineEnd
    )
    {
        var escaped = new StringBuilder(words.Length + 8);
        var at = 0;
        foreach (var (start, end) in addresses)
        {
            Append(escaped, words, at, start, isLineStart);
            var isBare = EndsByItself().IsMatch(isLineEnd ? $"{words[end..]}\n" : words[end..]);
            escaped.Append(isBare ? "" : "<").Append(words, start, end - start).Append(isBare ? "" : ">");
            at = end;
        }

        Append(escaped, words, at, words.Length, isLineStart);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string words, int from, int to, bool isLineStart)
    {
        var opening = isLineStart && from == 0 ? OpeningSign(words) : -1;
        for (var i = from; i < to; i++)
        {
            if (i == opening || Signs.Contains(words[i]) || IsRead(words, i))
                escaped.Append('\\');
            escaped.Append(words[i]);
            if (words[i] == '@' && CallsAll(words.AsSpan(i + 1)))
                escaped.Append(Joiner);
        }
    }

    /// <returns>Where the sign stands that makes a heading, small print, a quotation or a list of a line; -1 for none.</returns>
    private static int OpeningSign(ReadOnlySpan<char> line)
    {
        foreach (var match in Opening().EnumerateMatches(line))
        {
            var end = match.Index + match.Length;
            return line[end - 1] is '.' or ')' ? end - 1 : end - line[..end].TrimStart().Length;
        }

        return -1;
    }

    /// <summary>A colon that begins the name of an emoji, or an address without a host; a bracket that would make a link of what stands far before it.</summary>
    private static bool IsRead(ReadOnlySpan<char> words, int at) =>
        words[at] switch
        {
            ':' => words[at..].StartsWith("://") || EmojiName().IsMatch(words[at..]),
            '(' => at > 0 && words[at - 1] == ']',
            _ => false,
        };

    /// <summary>It would reach nobody, but look as if it did.</summary>
    private static bool CallsAll(ReadOnlySpan<char> name) => name.StartsWith("everyone") || name.StartsWith("here");

    /// <summary>Discord goes on with an address up to a blank, and leaves out a sentence's signs before it.</summary>
    [GeneratedRegex(@"\A[.,:;""']*\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EndsByItself();

    [GeneratedRegex(
        @"\A\s*(?:-?\#{1,3}|[>+-]|\d{1,12}[.)])(?=\s|\#|>|\z)|\A\s*>",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"\A:(?:100|1234|[\w+~-]*[A-Za-z][\w+~-]*):",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex EmojiName();
}
