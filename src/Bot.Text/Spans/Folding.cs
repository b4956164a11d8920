using System.Globalization;
using System.Text;

namespace Bot.Text.Spans;

/// <summary>Makes the key that two spellings of one name share: small letters, no accents, one kind of apostrophe.</summary>
public static class Folding
{
    public static string Fold(ReadOnlySpan<char> text)
    {
        var plain = true;
        foreach (var c in text)
            plain &= char.IsAscii(c) && !char.IsAsciiLetterUpper(c);
        if (plain)
            return text.ToString();
        if (Ascii.IsValid(text))
            return string.Create(text.Length, text, static (to, from) => from.ToLowerInvariant(to));
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            _ = c switch
            {
                '’' or '‘' or 'ʼ' => folded.Append('\''),
                'ł' or 'Ł' => folded.Append('l'),
                'ø' or 'Ø' => folded.Append('o'),
                'đ' or 'Đ' or 'ð' or 'Ð' => folded.Append('d'),
                'ß' => folded.Append("ss"),
                'æ' or 'Æ' => folded.Append("ae"),
                'œ' or 'Œ' => folded.Append("oe"),
                'ı' => folded.Append('i'),
                '‐' or '‑' or '–' => folded.Append('-'),
                _ => folded.Append(char.ToLowerInvariant(c)),
            };
        }

        return folded.ToString();
    }

    /// <summary>Half of a surrogate pair is no Unicode text and cannot be normalised: such a word keeps its accents.</summary>
    private static string Decomposed(ReadOnlySpan<char> text)
    {
        var plain = text.ToString();
        for (var i = 0; i < plain.Length; i++)
        {
            if (!char.IsSurrogate(plain[i]))
                continue;
            if (i + 1 == plain.Length || !char.IsSurrogatePair(plain, i))
                return plain;
            i++;
        }

        return plain.Normalize(NormalizationForm.FormD);
    }
}
