using System.Collections.Frozen;

namespace Bot.Text.Languages;

/// <summary>A line without its capitalised words and the particles before them: "Ursula von der Leyen" is gone as a whole.</summary>
internal static class NamelessText
{
    /// <summary>The same text with blanks where names may stand.</summary>
    /// <param name="particles">In small letters: the small words of the language that the names seem to be in.</param>
    public static string Of(string text, FrozenSet<string> particles)
    {
        var rest = text.ToCharArray();
        var isBeforeName = false;
        for (var end = rest.Length; end > 0; )
        {
            var start = end;
            while (start > 0 && char.IsLetter(text[start - 1]))
                start--;
            if (start == end)
            {
                isBeforeName &= char.IsWhiteSpace(text[--end]);
                continue;
            }

            isBeforeName = char.IsUpper(text[start]) || isBeforeName && particles.Contains(text[start..end]);
            if (isBeforeName)
                rest.AsSpan(start, end - start).Fill(' ');
            end = start;
        }

        return new string(rest);
    }
}
