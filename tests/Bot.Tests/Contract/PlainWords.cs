using System.Text;

namespace Bot.Tests.Contract;

/// <summary>
/// What a text says, without how it is laid out: no marks of lists, no small numbers, no line breaks but for reading, no
/// line that only stands in for buttons, none of the joiners that keep a platform from finding links.
/// </summary>
internal static class PlainWords
{
    private const int Width = 100;

    private const string SmallDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly string[] Dress = ["·", "•", "—", "–", "-", "|", "…"];

    public static string Of(string text)
    {
        var lines = new StringBuilder();
        var width = 0;
        foreach (
            var word in text.Split('\n')
                .Where(l => !l.StartsWith("Go on: ", StringComparison.Ordinal))
                .SelectMany(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Select(Bare)
                .Where(w => w.Length > 0)
        )
        {
            if (width > 0)
                lines.Append(width + word.Length >= Width ? '\n' : ' ');
            width = width + word.Length >= Width ? word.Length : width + word.Length + 1;
            lines.Append(word);
        }

        return lines.ToString();
    }

    /// <summary>"1." and "1" are one number of a list.</summary>
    private static string Bare(string word)
    {
        word = string.Concat(word.Where(c => c != '\u2060').Select(Large));
        if (Dress.Contains(word))
            return "";
        var number = word.TrimEnd('.', ')');
        return number.Length > 0 && number.All(char.IsAsciiDigit) ? number : word;
    }

    private static char Large(char c) =>
        SmallDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c;
}
