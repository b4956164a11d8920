using Bot.Text.Lexicons;

namespace Bot.Text.Tagging;

/// <summary>
/// Finds names where every word has a capital, so that capitals are no evidence: "Poll Numbers Jump After Clinton's
/// Convention". Only names that the rest of the text or the lists know are taken.
/// </summary>
internal sealed class HeadlineReader(NameText text, NameKeys keys, List<Candidate> candidates)
{
    private const int LongestName = 5;

    private readonly HashSet<string> _known = KnownFrom(text, candidates);

    public void Read(int passageIndex)
    {
        var passage = text.Passages[passageIndex];
        for (var i = passage.First; i < passage.End; )
        {
            var end = EndOfName(passage, i, out var known);
            if (end > i)
                Add(passageIndex, i, end, known);
            i = Math.Max(end, i + 1);
        }
    }

    private int EndOfName(Passage passage, int first, out KnownName? known)
    {
        known = null;
        if (!text.Tokens[first].IsWord || !text.Tokens[first].Form.IsCapital)
            return first;
        known = keys.FindLongest(first, passage.End, out var knownEnd);
        for (var end = Math.Min(passage.End, first + LongestName); end > first; end--)
        {
            if (known is not null && end == knownEnd)
                return end;
            if (!_known.Contains(keys.KeyOf(first, end)))
                continue;
            known = keys.Find(first, end);
            return end;
        }

        known = null;
        return IsFullName(passage, first) ? first + 2 : first;
    }

    /// <summary>A given name that is no other word, and a word behind it that is none either: "Ann Lund".</summary>
    private bool IsFullName(Passage passage, int first)
    {
        if (first + 1 >= passage.End || !text.Tokens[first + 1].IsWord)
            return false;
        var (given, family) = (text.Tokens[first].Form, text.Tokens[first + 1].Form);
        return given.Has(WordTraits.GivenName)
            && !given.Has(WordTraits.Common)
            && family.IsCapital
            && !family.Has(WordTraits.Common | WordTraits.Function | WordTraits.Weekday | WordTraits.Month);
    }

    private void Add(int passageIndex, int first, int end, KnownName? known) =>
        candidates.Add(
            new Candidate
            {
                Passage = passageIndex,
                First = first,
                End = end,
                TitleFirst = first,
                Known = known,
                Key = keys.KeyOf(first, end),
                IsWeak = true,
            }
        );

    /// <summary>The names of the body, and the surnames of its longer ones.</summary>
    private static HashSet<string> KnownFrom(NameText text, List<Candidate> candidates)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            known.Add(candidate.Key);
            var last = text.Tokens[candidate.End - 1].Form;
            if (
                candidate.Length > 1
                && text.Tokens[candidate.First].Form.Has(WordTraits.GivenName)
                && !last.Has(WordTraits.Suffix)
            )
                known.Add(last.Key);
        }

        return known;
    }
}
