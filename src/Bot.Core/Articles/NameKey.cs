using System.Globalization;
using System.Text;

namespace Bot.Core.Articles;

/// <summary>A name as it is looked up: without case, accents and marks.</summary>
internal static class NameKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(letter))
                key.Append(char.ToLowerInvariant(letter));
            else if ((char.IsWhiteSpace(letter) || letter == '-') && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }
}
