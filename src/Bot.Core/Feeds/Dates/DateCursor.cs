namespace Bot.Core.Feeds.Dates;

/// <summary>Goes through a date as it is written, number by number and word by word.</summary>
internal ref struct DateCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    public int At { get; private set; }
    public readonly bool IsAtEnd => At >= text.Length;
    public readonly char Letter => IsAtEnd ? '\0' : text[At];
    public readonly ReadOnlySpan<char> Rest => text[At..];

    public void Skip(int letters = 1) => At += letters;

    public void SkipAny(ReadOnlySpan<char> letters)
    {
        while (!IsAtEnd && letters.Contains(text[At]))
            At++;
    }

    public ReadOnlySpan<char> TakeDigits()
    {
        var start = At;
        while (!IsAtEnd && char.IsAsciiDigit(text[At]))
            At++;
        return text[start..At];
    }

    public ReadOnlySpan<char> TakeWord()
    {
        var start = At;
        while (
            !IsAtEnd
            && (
                char.IsLetter(text[At])
                || char.GetUnicodeCategory(text[At]) == System.Globalization.UnicodeCategory.NonSpacingMark
            )
        )
            At++;
        return text[start..At];
    }

    /// <summary>Whether what stands here is a clock's hour: digits and a colon.</summary>
    public readonly bool IsClock()
    {
        var digits = 0;
        while (At + digits < text.Length && char.IsAsciiDigit(text[At + digits]))
            digits++;
        return digits is 1 or 2
            && At + digits + 1 < text.Length
            && text[At + digits] == ':'
            && char.IsAsciiDigit(text[At + digits + 1]);
    }
}
