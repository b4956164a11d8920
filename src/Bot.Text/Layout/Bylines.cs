using Bot.Text.Languages;

namespace Bot.Text.Layout;

/// <summary>Knows the lines that say who wrote an article.</summary>
internal static class Bylines
{
    private const int LongestByline = 140;
    private const int LongestCredits = 400;

    private static readonly string[] Credits =
    [
        "Reporting by",
        "Additional reporting by",
        "Editing by",
        "Written by",
        "Compiled by",
        "Edited by",
        "Story by",
        "Words by",
        "Translated by",
        "Translation by",
        "Text by",
        "Interview by",
        "Report by",
        "Writing by",
        "With reporting by",
        "With files from",
        "Byline:",
        "Author:",
        "(Reporting by",
        "(Additional reporting by",
        "(Editing by",
        "(Writing by",
        "(Compiled by",
        "(With reporting by",
        "(With inputs from",
        "With inputs from",
        "(With files from",
        "-- Field Level Media",
        "— Reuters",
        "-- Reuters",
    ];

    private static readonly string[] Contributions =
    [
        "contributed to this report",
        "contributed to this article",
        "contributed to this story",
        "contributed to this post",
        "contributed reporting",
        "contributed research",
        "reported from",
        "contributed from",
    ];

    private static readonly string[] Leads = ["By ", "BY ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af "];

    private static readonly string[] Roles =
    [
        "staff writer",
        "staff writers",
        "staff reporter",
        "staff reporters",
        "staff",
        "correspondent",
        "reporter",
        "columnist",
        "senior writer",
        "contributing writer",
        "contributor",
        "editor",
        "political editor",
        "foreign editor",
        "senior editor",
        "bureau chief",
        "associated press",
        "the associated press",
        "reuters",
        "afp",
        "ap",
        "usa today",
        "bloomberg",
        "bbc news",
        "cnn",
        "special to",
        "opinion contributor",
        "news editor",
        "chief correspondent",
        "political correspondent",
    ];

    /// <summary>The small words that may stand between the names of a byline.</summary>
    private static readonly string[] SmallWords =
    [
        "and",
        "for",
        "of",
        "in",
        "the",
        "with",
        "at",
        "to",
        "from",
        "de",
        "del",
        "della",
        "di",
        "da",
        "van",
        "von",
        "der",
        "den",
        "al",
        "el",
        "bin",
        "ben",
        "und",
        "et",
        "y",
        "e",
        "special",
        "staff",
        "writer",
        "writers",
        "reporter",
        "reporters",
        "correspondent",
        "correspondents",
        "editor",
        "columnist",
        "senior",
        "political",
        "chief",
        "contributor",
        "updated",
        "published",
        "on",
    ];

    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length <= LongestCredits && Phrase.Begins(line, Credits))
            return !Phrase.HasQuotationMark(line);
        if (line.Length <= LongestCredits && Phrase.Contains(line, Contributions))
            return IsContribution(line);
        if (line.Length > LongestByline || Phrase.HasQuotationMark(line))
            return false;
        foreach (var lead in Leads)
        {
            if (line.StartsWith(lead, StringComparison.Ordinal))
                return IsNames(line[lead.Length..], leastNames: 2);
        }

        return IsNameAndRole(line);
    }

    /// <summary>One sentence that says no more than who helped: "CNN's Michael Holmes contributed to this report."</summary>
    private static bool IsContribution(ReadOnlySpan<char> line) =>
        !Phrase.HasQuotationMark(line)
        && (
            line.TrimEnd(" .)").EndsWith("contributed reporting", StringComparison.OrdinalIgnoreCase)
            || line.Contains("contributed to this", StringComparison.OrdinalIgnoreCase)
            || line.Contains("contributed reporting from", StringComparison.OrdinalIgnoreCase)
            || line.Contains("reported from", StringComparison.OrdinalIgnoreCase)
                && line.Contains("contributed", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>"Jane Doe, Staff writer" or "Jane Doe | USA TODAY".</summary>
    private static bool IsNameAndRole(ReadOnlySpan<char> line)
    {
        var cut = line.IndexOfAny(",|–—");
        if (cut < 5 || cut > 60)
            return Phrase.Is(line, ["Staff writer", "Staff reporter", "Associated Press", "The Associated Press"]);
        return Phrase.Begins(line[(cut + 1)..].TrimStart(), Roles)
            && line.Length - cut < 50
            && IsNames(line[..cut], leastNames: 2);
    }

    private static bool IsNames(ReadOnlySpan<char> words, int leastNames)
    {
        var names = 0;
        foreach (var range in words.SplitAny(" \u00a0\t"))
        {
            var word = words[range].Trim(",|•·/&-–—:;()");
            if (word.IsEmpty)
                continue;
            if (char.IsUpper(word[0]) || word.Length > 1 && word[0] is 'd' or 'l' or 'O' && word[1] is '\'' or '’')
                names++;
            else if (!char.IsDigit(word[0]) && !Phrase.Is(word, SmallWords))
                return false;
            if (names > 0 && word[^1] is '.' && word.Length > 4 && range.End.Value < words.Length && !IsDatePart(word))
                return false; // a sentence ends here
        }

        return names >= leastNames && words.TrimEnd()[^1] is not (',' or '!' or '?');
    }

    private static bool IsDatePart(ReadOnlySpan<char> word) =>
        Language.House.Abbreviations.KindOf(word.TrimEnd('.')) == AbbreviationKind.Month;
}
