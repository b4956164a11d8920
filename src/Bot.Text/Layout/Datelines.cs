using System.Collections.Frozen;

namespace Bot.Text.Layout;

/// <summary>Knows dates that stand alone, and the place, date and agency that an article's first sentence runs on from.</summary>
internal static class Datelines
{
    private const int LongestDate = 90;
    private const int LongestLead = 100;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DateWords = """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec
        updated published posted modified last on at of the a.m p.m am pm noon midnight est edt et pst pdt pt cst cdt ct gmt utc bst cet cest ist
        januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag uhr den
        janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche le
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre de lunes martes miércoles jueves viernes sábado domingo
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Agencies =
    [
        "Reuters",
        "AP",
        "AFP",
        "CNN",
        "CNN Business",
        "UPI",
        "Xinhua",
        "Bloomberg",
        "dpa",
        "ANSA",
        "TASS",
        "EFE",
        "Kyodo",
        "Yonhap",
        "Interfax",
        "PTI",
        "IANS",
        "ANI",
        "BBC",
        "Bernama",
        "Anadolu",
        "AA",
        "KUNA",
        "WAM",
        "SPA",
        "MENA",
        "QNA",
        "BNA",
        "Petra",
        "NAN",
        "GNA",
        "RIA",
        "Ukrinform",
        "Tanjug",
        "Lusa",
        "MTI",
        "PAP",
        "CTK",
        "APA",
        "STT",
        "TT",
        "NTB",
        "Ritzau",
        "Belga",
        "ANP",
        "AAP",
        "Canadian Press",
        "The Canadian Press",
        "Associated Press",
        "The Associated Press",
        "Press Association",
        "PA",
        "Nikkei",
        "NNN",
    ];

    private static readonly string[] Determiners =
    [
        "The ",
        "A ",
        "An ",
        "At ",
        "In ",
        "On ",
        "It ",
        "More ",
        "Two ",
        "Three ",
        "Several ",
        "Some ",
        "Police ",
        "President ",
        "Prime Minister ",
        "Thousands ",
        "Hundreds ",
    ];

    /// <summary>"Friday, July 21, 2017", "6:01 p.m.", "Updated 3 May 2021 at 14:00 GMT".</summary>
    public static bool IsDateAlone(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestDate)
            return false;
        var (words, digits) = (0, false);
        foreach (var range in line.SplitAny(" \u00a0\t,|•·–—-/:()"))
        {
            var word = line[range].TrimEnd('.');
            if (word.IsEmpty)
                continue;
            if (char.IsAsciiDigit(word[0]))
                digits |= IsDateNumber(word);
            else if (DateWords.Contains(word))
                words++;
            else
                return false;
            if (char.IsAsciiDigit(word[0]) && !IsDateNumber(word))
                return false;
        }

        return digits && (words > 0 || IsNumericDate(line));
    }

    /// <summary>How long the dateline is that a paragraph begins with, with the dash and blanks after it; 0 where there is none.</summary>
    /// <param name="isFirst">The article's first paragraph, where a place needs no capitals to be one, and a colon will do.</param>
    public static int LengthAtHead(ReadOnlySpan<char> paragraph, bool isFirst)
    {
        var head = paragraph[..Math.Min(paragraph.Length, LongestLead)];
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] is '"' or '“' or '”' or '!' or '?')
                return 0;
            if (head[i] == '(')
            {
                var close = head[i..].IndexOf(')');
                if (close < 0)
                    return 0;
                if (IsPlace(head[..i], needsCapitals: false) && Phrase.Is(head[(i + 1)..(i + close)], Agencies))
                    return After(paragraph, i + close + 1, needsDash: false);
                i += close;
            }
            else if (DashLength(head, i) > 0)
            {
                var isPlace = IsPlace(head[..i], needsCapitals: true) || EndsWithDate(head[..i]);
                var stop = After(paragraph, i, needsDash: true);
                return isPlace || isFirst && stop > 0 && IsPlainPlace(head[..i], paragraph[stop..]) ? stop : 0;
            }
            else if (head[i] == ':' && i + 1 < head.Length && head[i + 1] == ' ')
            {
                var isPlace = IsPlace(head[..i], needsCapitals: true) && (isFirst || EndsWithDate(head[..i]));
                return isPlace ? After(paragraph, i, needsDash: false) : 0;
            }
        }

        return 0;
    }

    /// <summary>"TRUMP: I never said that.": a line of a transcript begins so too, and is not alone.</summary>
    public static bool IsLabelled(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, LongestLead)].IndexOf(": ");
        return colon > 0 && IsInCapitals(line[..colon]);
    }

    /// <summary>"Durban — The trophy …": two words at most, then a word that begins sentences, and no second dash that would make an aside.</summary>
    private static bool IsPlainPlace(ReadOnlySpan<char> head, ReadOnlySpan<char> rest)
    {
        head = head.Trim();
        var reach = rest[..Math.Min(rest.Length, LongestLead)];
        return head.Count(' ') <= 1
            && IsPlace(head, needsCapitals: false)
            && Phrase.Begins(rest, Determiners)
            && !reach.ContainsAny('—', '–')
            && reach.IndexOf(" - ") < 0;
    }

    /// <summary>"CONGRESS HAS INVESTIGATED HIM —": too many words for a place.</summary>
    public static bool IsRunInHeading(ReadOnlySpan<char> head) => head.Count(' ') > 4 && !head.ContainsAny(',', '(');

    /// <summary>Past the dash, to where the sentence begins; 0 where what follows cannot begin one.</summary>
    private static int After(ReadOnlySpan<char> paragraph, int i, bool needsDash)
    {
        var start = i;
        while (
            i < paragraph.Length
            && (
                char.IsWhiteSpace(paragraph[i])
                || paragraph[i] is '-' or '–' or '—' or '―'
                || i == start && paragraph[i] is ':'
            )
        )
            i++;
        if (
            i >= paragraph.Length
            || char.IsLower(paragraph[i])
            || paragraph[i] is ',' or '.' or ';' or ')'
            || needsDash && i == start
        )
            return 0;
        return i;
    }

    private static int DashLength(ReadOnlySpan<char> head, int i)
    {
        if (head[i] is '—' or '–' or '―')
            return 1;
        if (head[i] != '-' || i == 0 || i + 1 >= head.Length)
            return 0;
        return head[i + 1] == '-' ? 2
            : head[i - 1] == ' ' && head[i + 1] == ' ' ? 1
            : 0;
    }

    /// <summary>"KYIV, Dec. 28", "RIO DE JANEIRO", "NASHUA, N.H.": a place in capitals, with its state and a date.</summary>
    private static bool IsPlace(ReadOnlySpan<char> head, bool needsCapitals)
    {
        head = head.Trim();
        if (head.IsEmpty)
            return !needsCapitals;
        if (head.Length > 60)
            return false;
        var comma = head.IndexOf(',');
        var place = comma < 0 ? head : head[..comma];
        var isInCapitals = IsInCapitals(place);
        return IsCapitalised(head) && (isInCapitals || !needsCapitals && place.Count(' ') <= 3);
    }

    private static bool IsInCapitals(ReadOnlySpan<char> place)
    {
        var letters = 0;
        foreach (var c in place)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                letters++;
        }

        return letters >= 3;
    }

    /// <summary>No word begins with a small letter, save the few that names of places hold.</summary>
    private static bool IsCapitalised(ReadOnlySpan<char> head)
    {
        foreach (var range in head.SplitAny(" \u00a0/"))
        {
            var word = head[range];
            if (
                !word.IsEmpty
                && char.IsLower(word[0])
                && !Phrase.Is(
                    word.TrimEnd(','),
                    ["de", "of", "the", "la", "and", "du", "da", "do", "al", "afrol", "on"]
                )
            )
                return false;
        }

        return true;
    }

    private static bool EndsWithDate(ReadOnlySpan<char> head)
    {
        var comma = head.LastIndexOf(',');
        return comma > 0 && IsCapitalised(head[..comma]) && IsDateAlone(head[(comma + 1)..].Trim());
    }

    private static bool IsDateNumber(ReadOnlySpan<char> word)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits]))
            digits++;
        var tail = word[digits..];
        return digits <= 4
            && (
                tail.IsEmpty
                || Phrase.Is(tail, ["st", "nd", "rd", "th", "am", "pm", "a.m", "p.m", "h"])
                || tail[0] is '.' or ':' or 'T'
            );
    }

    /// <summary>"2025-12-28", "28.12.2025", "12/28/2025".</summary>
    private static bool IsNumericDate(ReadOnlySpan<char> line)
    {
        var separators = line.Count('-') + line.Count('/') + line.Count('.');
        return line.Length is >= 8 and <= 30 && separators >= 2;
    }
}
