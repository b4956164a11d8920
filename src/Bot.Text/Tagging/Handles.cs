using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Names that accounts go by: "@Ann_Lund" is how nobody is called, but tells whose account it is.</summary>
internal static class Handles
{
    private const int LongestName = 64;

    public static bool IsHandle(NameText text, Candidate name) =>
        name.First > 0
        && text.Tokens[name.First - 1].Is('@')
        && text.Tokens[name.First - 1].Span.End == text.Tokens[name.First].Span.Start;

    /// <summary>Whether all letters of a full name stand in a handle one behind the other: "@realAnnLund_" is Ann Lund's.</summary>
    public static bool IsOf(NameText text, Candidate handle, Candidate name)
    {
        Span<char> letters = stackalloc char[2 * LongestName];
        var length = LettersOf(text, handle, letters[..LongestName]);
        var count = LettersOf(text, name, letters[LongestName..]);
        return name.Length > 1 && count > 0 && letters[..length].IndexOf(letters.Slice(LongestName, count)) >= 0;
    }

    /// <returns>How many letters were written; none where a name is too long to be in a handle.</returns>
    private static int LettersOf(NameText text, Candidate name, Span<char> letters)
    {
        var count = 0;
        for (var i = name.First; i < name.End; i++)
        {
            foreach (var c in text.Tokens[i].Form.Folded)
            {
                if (!char.IsLetterOrDigit(c))
                    continue;
                if (count == letters.Length)
                    return 0;
                letters[count++] = c;
            }
        }

        return count;
    }
}
