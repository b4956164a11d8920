using System.Text;
using System.Text.RegularExpressions;
using Bot.Typesetting;

namespace Bot.Telegram.Rendering;

/// <summary>
/// Keeps Telegram from finding mentions, hashtags, cashtags and commands in words that are not ours: a WORD JOINER,
/// which nobody sees, after the sign that would begin one. It is the only addition to an article's words.
/// </summary>
internal static partial class Joiners
{
    public const char Joiner = '\u2060';

    private const string Signs = "@#$/＠＃";

    public static Galley Insert(Galley galley)
    {
        var (places, addresses) = Places(galley);
        if (places.Count == 0)
            return galley with { Addresses = addresses };
        var text = new StringBuilder(galley.Text.Length + places.Count);
        var from = 0;
        foreach (var place in places)
        {
            text.Append(galley.Text, from, place - from).Append(Joiner);
            from = place;
        }

        text.Append(galley.Text, from, galley.Text.Length - from);
        return galley with
        {
            Text = text.ToString(),
            Marks = [.. galley.Marks.Select(m => m with { Start = Moved(m.Start, 1), End = Moved(m.End, 0) })],
            Seams = [.. galley.Seams.Select(s => s with { Place = Moved(s.Place, 1) })],
            Buttons = [.. galley.Buttons.Select(b => b with { Place = Moved(b.Place, 0) })],
            Addresses = [.. addresses.Select(a => (Moved(a.Start, 1), Moved(a.End, 0)))],
        };

        // What begins at a joiner's place begins after it, what ends there ends before it.
        int Moved(int place, int atPlace)
        {
            var found = places.BinarySearch(place);
            return place + (found < 0 ? ~found : found + atPlace);
        }
    }

    /// <summary>False before a joiner, and where a page would begin with what the words before it kept from being found.</summary>
    public static bool MayBegin(string text, int place) => text[place] != Joiner && !IsBare(text, place);

    private static bool IsBare(string text, int place) =>
        Signs.Contains(text[place], StringComparison.Ordinal)
        && place + 1 < text.Length
        && (text[place + 1] == '_' || char.IsLetterOrDigit(text[place + 1]) || char.IsSurrogate(text[place + 1]));

    /// <returns>In order, each once; and the addresses, in which nothing else is found.</returns>
    private static (List<int> Places, List<(int Start, int End)> Addresses) Places(Galley galley)
    {
        var places = new SortedSet<int>();
        var addresses = new List<(int Start, int End)>();
        foreach (var found in Beginnings().EnumerateMatches(galley.Text))
        {
            if (found.Length == 1)
                places.Add(found.Index + 1);
            else
                addresses.Add((found.Index, found.Index + found.Length));
        }

        foreach (var mark in galley.Marks.Where(m => m.Kind is Dress.Code or Dress.Command))
        {
            places.ExceptWith(Enumerable.Range(mark.Start + 1, mark.Length - 1));
            if (mark.Kind != Dress.Command || mark.End == galley.Text.Length || !GoesOn(galley.Text[mark.End]))
                continue;
            places.Add(mark.End);
            // What was kept from being found by the command before it is not any more.
            if (IsBare(galley.Text, mark.End))
                places.Add(mark.End + 1);
        }

        return ([.. places], addresses);
    }

    /// <summary>Letters that would make another command of one of ours, or none: /help@another_bot.</summary>
    private static bool GoesOn(char next) =>
        next is '_' or '@' or '/' or '<' or '>' || char.IsLetterOrDigit(next) || char.IsSurrogate(next);

    /// <summary>As Telegram's server looks for them: https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp</summary>
    [GeneratedRegex(
        """
                https?://(?:[a-zA-Z0-9-]{1,63}\.){1,4}[a-zA-Z]{2,24}(?::\d{1,5})?(?![\w.~-])(?:[/?#][A-Za-z0-9\-._~:/?#@!$&*+,;=%]{0,700})?
                | [@＠](?<![\p{L}\p{Nd}_].)(?=[A-Za-z0-9_])
            | [#＃](?<![\p{L}\p{Nd}_\u200c\u00b7\u0d80-\u0dff].)(?=[\p{L}\p{Nd}\p{Cs}_\u200c\u00b7\u0d80-\u0dff])
            | \$(?<![$\p{L}\p{Nd}_\u200c\u00b7\u0d80-\u0dff].)(?=[A-Z]|1INCH)
            | /(?<![\p{L}\p{Nd}_/<>].)(?=[A-Za-z0-9_])
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Beginnings();
}
