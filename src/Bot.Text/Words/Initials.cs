namespace Bot.Text.Words;

/// <summary>Tells the initial of a name ("J. Smith", "Albert I. Jones") from a letter that ends a sentence ("you and I. Did").</summary>
internal static class Initials
{
    private const int LongestNamePart = 30;

    /// <param name="stop">Where the full stop stands.</param>
    public static bool IsInitial(string text, int start, int stop, int end) =>
        stop - start == 1
        && char.IsUpper(text[start])
        && stop + 2 < end
        && text[stop + 1] is ' ' or '\u00a0'
        && char.IsUpper(text[stop + 2])
        && (text[start] != 'I' || IsAfterCapitalisedWord(text, start));

    private static bool IsAfterCapitalisedWord(string text, int start)
    {
        var i = start - 2;
        if (i < 0 || text[start - 1] is not (' ' or '\u00a0') || !char.IsLetter(text[i]))
            return false;
        while (i > 0 && start - i < LongestNamePart && char.IsLetter(text[i - 1]))
            i--;
        return char.IsUpper(text[i]);
    }
}
