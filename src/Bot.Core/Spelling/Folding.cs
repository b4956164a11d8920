using System.Globalization;
using System.Text;

namespace Bot.Core.Spelling;

/// <summary>Words as they compare: without case, accents, apostrophes and doubled blanks.</summary>
public static class Folding
{
    public static string Fold(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var letter in Decomposed(words))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (char.IsWhiteSpace(letter) || letter is '-' or '‐' or '‑' or '_')
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (letter is not ('\'' or '’' or 'ʼ' or '.'))
            {
                Append(folded, char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Letters that no decomposition takes apart.</summary>
    private static void Append(StringBuilder folded, char letter)
    {
        _ = letter switch
        {
            'ł' => folded.Append('l'),
            'ø' => folded.Append('o'),
            'đ' or 'ð' => folded.Append('d'),
            'ı' => folded.Append('i'),
            'ß' => folded.Append("ss"),
            'æ' => folded.Append("ae"),
            'œ' => folded.Append("oe"),
            'þ' => folded.Append("th"),
            _ => folded.Append(letter),
        };
    }

    private static string Decomposed(string words)
    {
        try
        {
            return words.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: compared as it stands.
            return words;
        }
    }
}
