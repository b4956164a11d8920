using Bot.Text.Names;

namespace Bot.Text.Tagging;

/// <summary>Gives each candidate its kind, by all that the whole text tells of the same name.</summary>
internal static class CandidateTyper
{
    public static void Type(NameText text, IReadOnlyList<Candidate> candidates)
    {
        var reader = new EvidenceReader(text);
        var byName = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            candidate.Evidence = reader.Weigh(candidate);
            byName[candidate.Key] = byName.GetValueOrDefault(candidate.Key) + candidate.Evidence;
        }

        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates.Where(c => c.Length > 1))
        {
            candidate.Type = byName[candidate.Key].Verdict();
            if (candidate.Type == EntityType.Person)
                surnames.Add(text.Tokens[candidate.End - 1].Form.Key);
        }

        foreach (var candidate in candidates.Where(c => c.Length == 1))
        {
            var evidence = byName[candidate.Key];
            if (surnames.Contains(candidate.Key))
                evidence += Evidence.ForPerson(candidate.Known is { Power: >= 8 } ? 2 : 5);
            candidate.Type = evidence.Verdict();
        }
    }
}
