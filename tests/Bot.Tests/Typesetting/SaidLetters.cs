using System.Text;

namespace Bot.Tests.Typesetting;

/// <summary>What is said, to be compared whatever it is set with: without blanks, what cannot be seen, and the signs and numbers of lists.</summary>
internal static class SaidLetters
{
    public static string Of(IEnumerable<string> texts)
    {
        var letters = new StringBuilder();
        foreach (var rune in texts.SelectMany(t => t.EnumerateRunes()))
        {
            if (
                (Rune.IsLetter(rune) || Rune.IsSymbol(rune) || Rune.IsPunctuation(rune))
                && rune.Value
                    is not (
                        '…'
                        or '•'
                        or '·'
                        or '.'
                        or ':'
                        or '-'
                        or 0x207b
                        or 0x2800
                        or 0x115f
                        or 0x1160
                        or 0x3164
                        or 0xffa0
                    )
            )
                letters.Append(rune.ToString());
        }

        return letters.ToString();
    }
}
