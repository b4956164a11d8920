namespace Bot.Text.Layout;

/// <summary>Knows pictures' captions and credits.</summary>
internal static class Captions
{
    private const int LongestCaption = 500;
    private const int LongestCredit = 90;
    private const int LongestUncredited = 110;

    private static readonly string[] Beginnings =
    [
        "FILE PHOTO",
        "FILE -",
        "FILE –",
        "FILE —",
        "FILE:",
        "(FILE",
        "File photo",
        "File picture",
        "Photo:",
        "Photos:",
        "Image:",
        "Images:",
        "Picture:",
        "Pictures:",
        "Caption:",
        "Image caption",
        "Media caption",
        "Photo credit",
        "Image credit",
        "Picture credit",
        "Photo by",
        "Photos by",
        "Image by",
        "Photograph by",
        "Photograph:",
        "Photography by",
        "(Photo",
        "(Image",
        "(Picture",
        "Credit:",
        "Foto:",
        "Fotos:",
        "Bild:",
        "Video:",
        "Picture taken",
        "Photo taken",
        "Getty Images",
        "AP Photo",
        "REUTERS/",
        "REUTERS /",
        "AFP/",
        "EPA/",
        "Bloomberg/",
        "Photo illustration",
        "Illustration:",
        "Graphic:",
        "Infographic:",
    ];

    private static readonly string[] Endings =
    [
        "/Getty Images",
        "/ Getty Images",
        "/Getty",
        "via Getty Images",
        "via AP",
        "via REUTERS",
        "/AFP",
        "/ AFP",
        "/AP",
        "/REUTERS",
        "/ Reuters",
        "/EPA",
        "/Shutterstock",
        "/Alamy",
        "via Shutterstock",
        "Getty",
        "Getty Images",
        "Shutterstock",
        "iStock",
        "/Bloomberg",
        "/dpa",
        "/TASS",
        "/Xinhua",
        "/Anadolu",
        "/ANI",
        "/PTI",
        "/Files",
        "/File Photo",
        "/ File Photo",
        "/ Files",
        "/File",
        "/Pool",
    ];

    private static readonly string[] Signs =
    [
        "(AP Photo/",
        "(Photo by ",
        "/Getty Images)",
        "file photo,",
        "(Photo:",
        "(Photo credit",
        "(Courtesy of",
    ];

    private static readonly string[] FiniteVerbs =
    [
        " was ",
        " were ",
        " is ",
        " are ",
        " has ",
        " have ",
        " had ",
        " will ",
        " would ",
        " said ",
        " says ",
        " told ",
    ];

    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestCaption)
            return false;
        if (Phrase.Begins(line, Beginnings))
            return line.StartsWith("FILE", StringComparison.Ordinal)
                || line.Length <= LongestCredit
                || !Phrase.HasQuotationMark(line);
        if (line.Length <= LongestCredit && IsCredit(line))
            return true;
        return Phrase.Contains(line, Signs) && (line.StartsWith("In this ") || line.TrimEnd(" .").EndsWith(")"));
    }

    /// <summary>A short line without a sentence's verb, right before a picture's credit, is the picture's.</summary>
    public static bool IsBeforeCredit(ReadOnlySpan<char> line, ReadOnlySpan<char> credit) =>
        line.Length <= LongestUncredited
        && credit.Length <= LongestCredit
        && credit.Contains(' ')
        && Is(credit)
        && !Phrase.HasQuotationMark(line)
        && !Phrase.Contains(line, FiniteVerbs);

    /// <summary>"pilgrims at the Grand Mosque in 2008.": no article begins so, and no verb says anything.</summary>
    public static bool IsRestOfOne(ReadOnlySpan<char> line) =>
        line.Length is > 20 and <= LongestUncredited
        && char.IsLower(line[0])
        && char.IsLower(line[1])
        && line[..20].Contains(' ')
        && line[^1] == '.'
        && !Phrase.HasQuotationMark(line)
        && !Phrase.Contains(line, FiniteVerbs);

    /// <summary>"Carlos Barria / Reuters", "Getty.": names and an agency, no sentence.</summary>
    private static bool IsCredit(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd(" .");
        foreach (var ending in Endings)
        {
            if (
                bare.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && (bare.Length == ending.Length || ending[0] is '/' or 'v')
            )
                return !HasSmallWord(bare[..^ending.Length]);
        }

        return false;
    }

    private static bool HasSmallWord(ReadOnlySpan<char> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (
                char.IsLower(names[i])
                && (i == 0 || names[i - 1] == ' ')
                && !names[i..].StartsWith("via")
                && !names[i..].StartsWith("de ")
            )
                return true;
        }

        return false;
    }
}
