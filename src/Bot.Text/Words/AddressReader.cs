namespace Bot.Text.Words;

/// <summary>Finds where web and mail addresses end.</summary>
internal static class AddressReader
{
    /// <returns>The end of the web address that begins at a place, 0 where none does.</returns>
    public static int EndOfWebAddress(string text, int start, int end)
    {
        var rest = text.AsSpan(start, end - start);
        if (rest[0] is not ('h' or 'H' or 'w' or 'W'))
            return 0;
        if (
            !rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        )
            return 0;
        var i = start;
        while (i < end && !char.IsWhiteSpace(text[i]) && text[i] is not ('"' or '<' or '>' or '“' or '”' or '«' or '»'))
            i++;
        return TrimmedEnd(text, start, i);
    }

    /// <returns>The end of the mail address that begins at a place, 0 where none does.</returns>
    public static int EndOfMailAddress(string text, int start, int end)
    {
        // RFC 5321 allows 64 characters before the sign.
        var i = start;
        while (i < end && i - start <= 64 && IsAddressCharacter(text[i]))
            i++;
        if (i >= end - 1 || text[i] != '@' || !char.IsAsciiLetterOrDigit(text[i + 1]))
            return 0;
        i++;
        while (i < end && IsAddressCharacter(text[i]))
            i++;
        return TrimmedEnd(text, start, i);
    }

    private static bool IsAddressCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';

    /// <summary>A mark at the very end is the sentence's, not the address's.</summary>
    private static int TrimmedEnd(string text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’')
            end--;
        return end;
    }
}
