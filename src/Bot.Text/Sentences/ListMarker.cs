namespace Bot.Text.Sentences;

/// <summary>The sign that begins an item of a list that runs on in one line: "1.", "2)", "b.", "•".</summary>
internal readonly record struct ListMarker(bool IsLetter, int Value, char Tail, char Bullet)
{
    private const int LongestLength = 10;

    /// <summary>The marker that stands at a place, null where none does.</summary>
    public static ListMarker? FindAt(string text, int i, int end)
    {
        var bullet = '\0';
        if (IsBullet(text[i]))
        {
            bullet = text[i];
            i = SentenceMarks.SkipBlank(text, i + 1, end);
        }

        var start = i;
        var value = 0;
        while (i < end && i - start < 3 && char.IsAsciiDigit(text[i]))
            value = value * 10 + (text[i++] - '0');
        var isLetter = i == start && i < end && char.IsAsciiLetter(text[i]);
        if (isLetter)
            value = text[i++];
        var tail = '\0';
        while (i < end && text[i] is '.' or ')')
            tail = text[i++];
        if (i > start && tail != '\0' && i < end && text[i] is ' ' or '\u00a0' or '\t')
            return new ListMarker(isLetter, value, tail, bullet);
        return bullet == '\0' ? null : new ListMarker(false, 0, '\0', bullet);
    }

    /// <summary>Whether the item after this one begins at a place.</summary>
    public bool IsFollowedAt(string text, int i, int end)
    {
        if (i == 0 || !char.IsWhiteSpace(text[i - 1]))
            return false;
        return FindAt(text, i, end) is { } other
            && other.Bullet == Bullet
            && (Bullet != '\0' || other.Tail == Tail && other.IsLetter == IsLetter && other.Value == Value + 1);
    }

    /// <summary>Whether the sentence so far is a marker and nothing else, so that its stop ends nothing.</summary>
    public static bool IsAllThereIs(string text, int start, int stop)
    {
        if (stop - start > LongestLength)
            return false;
        var i = start;
        while (i < stop && (IsBullet(text[i]) || text[i] is '(' or '[' || char.IsWhiteSpace(text[i])))
            i++;
        var body = text.AsSpan(i, stop - i);
        return body.Length == 1 && char.IsAsciiLetter(body[0]) || IsNumber(body) || IsRomanNumeral(body);
    }

    /// <summary>"iv" or "IV"; "I" alone is a word.</summary>
    public static bool IsRomanNumeral(ReadOnlySpan<char> word)
    {
        if (word.Length > 5 || word is "" or "I")
            return false;
        var isUpper = char.IsUpper(word[0]);
        foreach (var c in word)
        {
            if (char.IsUpper(c) != isUpper || char.ToLowerInvariant(c) is not ('i' or 'v' or 'x' or 'l' or 'c'))
                return false;
        }

        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
                return false;
        }

        return word.Length is > 0 and <= 3;
    }

    public static bool IsBullet(char c) =>
        c is '•' or '⁃' or '‣' or '▪' or '▫' or '◦' or '●' or '○' or '■' or '∙' or '▶' or '➤';
}
