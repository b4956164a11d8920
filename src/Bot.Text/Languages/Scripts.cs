namespace Bot.Text.Languages;

/// <summary>The script that a letter belongs to, as the ISO 15924 code.</summary>
internal static class Scripts
{
    private static readonly (int First, int Last, string Code)[] Ranges =
    [
        (0x0041, 0x024f, "Latn"),
        (0x0370, 0x03ff, "Grek"),
        (0x0400, 0x052f, "Cyrl"),
        (0x0530, 0x058f, "Armn"),
        (0x0590, 0x05ff, "Hebr"),
        (0x0600, 0x06ff, "Arab"),
        (0x0750, 0x077f, "Arab"),
        (0x0900, 0x097f, "Deva"),
        (0x0980, 0x09ff, "Beng"),
        (0x0a00, 0x0a7f, "Guru"),
        (0x0a80, 0x0aff, "Gujr"),
        (0x0b80, 0x0bff, "Taml"),
        (0x0c00, 0x0c7f, "Telu"),
        (0x0c80, 0x0cff, "Knda"),
        (0x0d00, 0x0d7f, "Mlym"),
        (0x0d80, 0x0dff, "Sinh"),
        (0x0e00, 0x0e7f, "Thai"),
        (0x0e80, 0x0eff, "Laoo"),
        (0x1000, 0x109f, "Mymr"),
        (0x10a0, 0x10ff, "Geor"),
        (0x1100, 0x11ff, "Hang"),
        (0x1200, 0x137f, "Ethi"),
        (0x1780, 0x17ff, "Khmr"),
        (0x1e00, 0x1eff, "Latn"),
        (0x1f00, 0x1fff, "Grek"),
        (0x3041, 0x30ff, "Kana"),
        (0x3400, 0x9fff, "Hani"),
        (0xac00, 0xd7af, "Hang"),
    ];

    /// <summary>Null for a letter of a script that is not listed.</summary>
    public static string? Of(char letter)
    {
        if (char.IsAsciiLetter(letter))
            return "Latn";
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, code) = Ranges[middle];
            if (letter < first)
                high = middle - 1;
            else if (letter > last)
                low = middle + 1;
            else
                return code;
        }

        return null;
    }

    /// <summary>Whether a letter stands for a syllable or a whole word.</summary>
    public static bool IsOfSigns(string script) => script is "Hani" or "Kana" or "Hang";
}
