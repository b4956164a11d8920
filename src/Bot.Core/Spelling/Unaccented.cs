using System.Text;
using Bot.Text.Spans;

namespace Bot.Core.Spelling;

/// <summary>Words as they compare when someone types them: without case, accents, apostrophes, dots, hyphens and doubled blanks.</summary>
public static class Unaccented
{
    public static string Of(ReadOnlySpan<char> words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var letter in Folding.Fold(words))
        {
            if (char.IsWhiteSpace(letter) || letter is '-' or '_')
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                    plain.Append(' ');
            }
            else if (letter is not ('\'' or '.'))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString().TrimEnd();
    }
}
