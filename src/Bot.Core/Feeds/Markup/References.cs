using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Bot.Core.Feeds.Markup;

/// <summary>
/// Resolves <c>&amp;name;</c> and <c>&amp;#number;</c>. What is no reference stays as it stands: <c>a=1&amp;b=2</c> is an
/// address, not an error.
/// </summary>
internal static class References
{
    private const int LongestName = 33;

    /// <summary>What Windows has where Latin-1 has control characters; feeds mean these (WHATWG HTML, section 13.2.5.80).</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static void Resolve(ReadOnlySpan<char> text, IReadOnlyDictionary<string, string> declared, LetterBuffer into)
    {
        while (text.IndexOf('&') is >= 0 and var at)
        {
            into.Append(text[..at]);
            text = text[at..];
            var length = ResolveOne(text, declared, into);
            if (length == 0)
            {
                into.Append('&');
                length = 1;
            }

            text = text[length..];
        }

        into.Append(text);
    }

    /// <param name="text">Begins with an ampersand.</param>
    /// <returns>How long the reference was; 0 where it is none.</returns>
    private static int ResolveOne(
        ReadOnlySpan<char> text,
        IReadOnlyDictionary<string, string> declared,
        LetterBuffer into
    )
    {
        var end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
        if (end < 2)
            return 0;
        var name = text[1..end];
        if (name[0] == '#')
            return ResolveNumber(name[1..], into) ? end + 1 : 0;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_'))
                return 0;
        }

        if (FindNamed(name, declared) is not { } found)
            return 0;
        into.Append(found);
        return end + 1;
    }

    private static string? FindNamed(ReadOnlySpan<char> name, IReadOnlyDictionary<string, string> declared) =>
        name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ when declared.TryGetValue(name.ToString(), out var own) => own,
            _ => HtmlEntityProvider.Resolver.GetSymbol($"{name};"),
        };

    private static bool ResolveNumber(ReadOnlySpan<char> digits, LetterBuffer into)
    {
        var isHex = digits is ['x' or 'X', ..];
        if (
            !int.TryParse(
                isHex ? digits[1..] : digits,
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return false;
        if (number is >= 0x80 and < 0xA0)
            into.Append(Windows1252[number - 0x80]);
        else if (Rune.IsValid(number) && (number >= ' ' || number is '\t' or '\n' or '\r'))
            AppendRune(new Rune(number), into);
        else
            into.Append('\uFFFD');
        return true;
    }

    private static void AppendRune(Rune rune, LetterBuffer into)
    {
        Span<char> letters = stackalloc char[2];
        into.Append(letters[..rune.EncodeToUtf16(letters)]);
    }
}
