using Bot.Text.Lexicons;
using Bot.Text.Names;

namespace Bot.Text.Tagging;

/// <summary>Gives each candidate its kind, by all that the whole text tells of the same name.</summary>
internal static class CandidateTyper
{
    public static void Type(NameText text, IReadOnlyList<Candidate> candidates)
    {
        var reader = new EvidenceReader(text);
        var byName = new Dictionary<string, (Evidence Words, Evidence Places, int Count)>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            candidate.Evidence = reader.WeighPlace(candidate);
            var (words, places, count) = byName.GetValueOrDefault(candidate.Key);
            words = count == 0 || !candidate.IsWeak ? reader.WeighWords(candidate) : words;
            byName[candidate.Key] = (words, places + candidate.Evidence, count + 1);
        }

        var titled = candidates
            .Where(c => c.Length == 1 && c.HasTitle)
            .Select(c => c.Key)
            .ToHashSet(StringComparer.Ordinal);
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        var firsts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates.Where(c => c.Length > 1))
        {
            var whole = Whole(byName[candidate.Key]);
            var last = text.Tokens[LastOfSurname(text, candidate)].Form;
            // "Mr. Romney" and "Romney" of world fame tell what "Mitt Romney" is.
            if (candidate.Length <= 4 && (titled.Contains(last.Key) || last.Has(WordTraits.Famous)))
                whole += Evidence.ForPerson(2.5);
            candidate.Type = whole.Verdict();
            if (candidate.Type == EntityType.Person)
            {
                surnames.Add(last.Key);
                // "Li Keqiang" is Li: no given name comes first, so that the family's may.
                if (candidate.Length is 2 or 3 && !text.Tokens[candidate.First].Form.Has(WordTraits.GivenName))
                    firsts.Add(text.Tokens[candidate.First].Form.Key);
            }
        }

        foreach (var candidate in candidates.Where(c => c.Length == 1))
        {
            var evidence = Whole(byName[candidate.Key]);
            if (surnames.Contains(candidate.Key))
                evidence += Evidence.ForPerson(candidate.Known is { Power: >= 8 } ? 2 : 5);
            else if (firsts.Contains(candidate.Key))
                evidence += Evidence.ForPerson(3);
            candidate.Type = evidence.Verdict();
        }
    }

    private static int LastOfSurname(NameText text, Candidate name)
    {
        var last = name.End - 1;
        while (last > name.First && text.Tokens[last].Form.Has(WordTraits.Suffix))
            last--;
        return last;
    }

    /// <summary>Ten places of one name tell more than one, but not ten times as much.</summary>
    private static Evidence Whole((Evidence Words, Evidence Places, int Count) name) =>
        name.Words + name.Places.Scaled(1.5 / (0.5 + Math.Sqrt(name.Count)));
}
