using System.Globalization;
using System.Text;
using Bot.Core.Chat;

namespace Bot.Typesetting;

/// <summary>Words as they can be sent: without what would steer a screen, and without half letters, which no encoding has.</summary>
internal static class SendableWords
{
    public static string Of(string words)
    {
        var calm = ControlCharacters.Without(words);
        if (!HasHalfLetter(calm))
            return calm;
        var whole = new StringBuilder(calm.Length);
        foreach (var rune in calm.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }

    /// <summary>False where there is nothing but blanks under one name or another: platforms refuse a message of these.</summary>
    public static bool CanBeSeen(ReadOnlySpan<char> words)
    {
        foreach (var rune in words.EnumerateRunes())
        {
            if (IsSeen(rune))
                return true;
        }

        return false;
    }

    /// <summary>A button's words in a line, cut between letters as people see them where they are longer.</summary>
    /// <returns>Never empty.</returns>
    public static string Label(string words, int longest)
    {
        var label = Of(words).ReplaceLineEndings(" ").Trim();
        if (!CanBeSeen(label))
            return "…";
        if (label.Length <= longest)
            return label;
        var end = 0;
        for (var next = 0; next < longest; next += StringInfo.GetNextTextElementLength(label.AsSpan(next)))
            end = next;
        return $"{label[..end].TrimEnd()}…";
    }

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            )
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFC);

    private static bool HasHalfLetter(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsSurrogate(words[i]))
                continue;
            if (i + 1 == words.Length || !char.IsSurrogatePair(words[i], words[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
