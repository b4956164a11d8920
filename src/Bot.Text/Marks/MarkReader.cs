using Bot.Text.Spans;

namespace Bot.Text.Marks;

/// <summary>Finds the marks of one paragraph and tells by their neighbours what each may do.</summary>
internal static class MarkReader
{
    private static readonly HashSet<string> Elisions = new(StringComparer.OrdinalIgnoreCase)
    {
        "em",
        "tis",
        "twas",
        "til",
        "till",
        "cause",
        "round",
        "n",
        "bout",
        "ere",
        "cos",
        "cuz",
        "nuff",
        "twere",
        "twill",
        "tisn",
    };

    public static List<Mark> Read(string text, TextSpan paragraph)
    {
        var marks = new List<Mark>();
        var candidates = paragraph.In(text);
        for (var i = 0; i < candidates.Length; )
        {
            var next = candidates[i..].IndexOfAny(MarkCharacters.All);
            if (next < 0)
                break;
            i += next;
            var mark = At(text, paragraph, paragraph.Start + i);
            if (mark.Roles != MarkRoles.None)
                marks.Add(mark);
            i += mark.Length;
        }

        return marks;
    }

    private static Mark At(string text, TextSpan paragraph, int at)
    {
        var before = at > paragraph.Start ? text[at - 1] : '\n';
        if (IsDoubled(text, paragraph, at))
            return new Mark(at, 2, MarkFamily.Typewriter, Doubled(text, paragraph, at, before));
        var after = at + 1 < paragraph.End ? text[at + 1] : '\n';
        return text[at] switch
        {
            '"' or '＂' => new Mark(at, 1, MarkFamily.Double, Straight(text, paragraph, at, before, after)),
            '“' or '‟' => new Mark(at, 1, MarkFamily.Double, Left(before, after)),
            '”' => new Mark(at, 1, MarkFamily.Double, Right(before, after)),
            '„' => new Mark(at, 1, MarkFamily.Double, MarkRoles.Opens),
            '\'' or '‘' or '’' or '‛' => new Mark(at, 1, MarkFamily.Single, Single(text, paragraph, at, before, after)),
            '‚' => new Mark(at, 1, MarkFamily.Single, LowSingle(before, after)),
            '«' => new Mark(at, 1, MarkFamily.Angle, Left(before, after)),
            '»' => new Mark(at, 1, MarkFamily.Angle, Right(before, after)),
            '‹' => new Mark(at, 1, MarkFamily.SingleAngle, Left(before, after)),
            '›' => new Mark(at, 1, MarkFamily.SingleAngle, Right(before, after)),
            '「' => new Mark(at, 1, MarkFamily.Corner, MarkRoles.Opens),
            '」' => new Mark(at, 1, MarkFamily.Corner, MarkRoles.Closes),
            '『' => new Mark(at, 1, MarkFamily.WhiteCorner, MarkRoles.Opens),
            '』' => new Mark(at, 1, MarkFamily.WhiteCorner, MarkRoles.Closes),
            _ => new Mark(at, 1, MarkFamily.Single, MarkRoles.None),
        };
    }

    /// <summary>Of three apostrophes behind a word the first closes what stands inside: ''He said: 'Go home.'''</summary>
    private static bool IsDoubled(string text, TextSpan paragraph, int at) =>
        text[at] is '`' or '\''
        && at + 1 < paragraph.End
        && text[at + 1] == text[at]
        && (at + 2 >= paragraph.End || text[at + 2] != text[at] || LeadsIn(at > paragraph.Start ? text[at - 1] : '\n'));

    private static MarkRoles Doubled(string text, TextSpan paragraph, int at, char before) =>
        text[at] == '`' ? MarkRoles.Opens
        : LeadsIn(before) && at + 2 < paragraph.End && StartsWords(text[at + 2]) ? MarkRoles.Opens | MarkRoles.Closes
        : MarkRoles.Closes;

    private static MarkRoles Straight(string text, TextSpan paragraph, int at, char before, char after)
    {
        // 5'10" is a height.
        if (
            char.IsAsciiDigit(before)
            && at - 3 >= paragraph.Start
            && (text[at - 2] is '\'' or '’' || text[at - 3] is '\'' or '’' && char.IsAsciiDigit(text[at - 2]))
        )
            return MarkRoles.None;
        // "...and then", ".@somebody did" open though a full stop follows the mark.
        var leadsOn = after == '.' && at + 2 < paragraph.End && text[at + 2] is '.' or '@';
        return Straight(before, leadsOn ? '…' : after);
    }

    private static MarkRoles Straight(char before, char after)
    {
        var roles = MarkRoles.None;
        var starts = StartsWords(after);
        if (
            starts
            && (
                LeadsIn(before)
                || before is ',' or ';'
                || char.IsLetter(after) && (before == '.' || char.IsLetter(before))
            )
        )
            roles |= MarkRoles.Opens;
        // A mark between two spaces can only be one that somebody set too late.
        if (!starts || !char.IsWhiteSpace(before) && before is not ('(' or '['))
            roles |= MarkRoles.Closes;
        return roles;
    }

    private static MarkRoles Left(char before, char after) =>
        !char.IsWhiteSpace(before) && !LeadsIn(before) && !StartsWords(after) ? MarkRoles.Closes
        : char.IsLetterOrDigit(before) && StartsWords(after) ? MarkRoles.Opens | MarkRoles.Closes
        : MarkRoles.Opens;

    private static MarkRoles Right(char before, char after) =>
        (char.IsWhiteSpace(before) || before is '(' or '[') && StartsWords(after)
            ? MarkRoles.Opens | MarkRoles.Closes
            : MarkRoles.Closes;

    private static MarkRoles LowSingle(char before, char after) =>
        LeadsIn(before) && StartsWords(after) ? MarkRoles.Opens : MarkRoles.None;

    private static MarkRoles Single(string text, TextSpan paragraph, int at, char before, char after)
    {
        if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
            return MarkRoles.None;
        var leadsIn =
            char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '/' or '"' or '“' or '„' or '«';
        if (leadsIn && StartsWords(after))
            return text[at] != '’' && !IsElision(text, paragraph, at) ? MarkRoles.Opens : MarkRoles.None;
        if (char.IsWhiteSpace(before) || char.IsLetterOrDigit(after))
            return MarkRoles.None;
        return text[at] == '‘' && StartsWords(after) ? MarkRoles.Opens
            : IsLikelyApostrophe(text, paragraph, at, before, after) ? MarkRoles.ClosesWeakly
            : MarkRoles.Closes;
    }

    /// <summary>'em, '90s.</summary>
    private static bool IsElision(string text, TextSpan paragraph, int at)
    {
        var end = at + 1;
        var limit = Math.Min(paragraph.End, at + 8);
        while (end < limit && char.IsLetterOrDigit(text[end]))
            end++;
        var word = text.AsSpan(at + 1, end - at - 1);
        if (word.Length >= 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]))
            return word.Length == 2 || word.Length == 3 && word[2] == 's';
        return Elisions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static bool IsLikelyApostrophe(string text, TextSpan paragraph, int at, char before, char after) =>
        char.IsWhiteSpace(after)
        && (
            before is 's' or 'S' or 'z' or 'x'
            || before == 'n' && at - 2 >= paragraph.Start && text[at - 2] == 'i'
            || char.IsAsciiDigit(before)
        );

    private static bool LeadsIn(char c) =>
        char.IsWhiteSpace(c)
        || c is '(' or '[' or '{' or '—' or '–' or '-' or '/' or ':' or '…' or '\'' or '‘' or '“' or '"';

    private static bool StartsWords(char c) =>
        !char.IsWhiteSpace(c)
        && (
            char.IsLetterOrDigit(c)
            || c
                is '('
                    or '['
                    or '{'
                    or '$'
                    or '£'
                    or '€'
                    or '#'
                    or '@'
                    or '…'
                    or '—'
                    or '–'
                    or '-'
                    or '*'
                    or '¿'
                    or '¡'
            || c is '“' or '‘' or '\'' or '"' or '«' or '_'
            || char.IsSurrogate(c)
        );
}
