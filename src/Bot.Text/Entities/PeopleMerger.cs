using Bot.Text.Names;
using Bot.Text.Tagging;

namespace Bot.Text.Entities;

/// <summary>Tells which names are the same person's: "Vladimir Putin", "Putin", "President Putin".</summary>
internal static class PeopleMerger
{
    public static IReadOnlyList<List<Candidate>> Merge(NameText text, IReadOnlyList<Candidate> candidates)
    {
        var groups = new List<List<Candidate>>();
        var byKey = new Dictionary<string, List<Candidate>>(StringComparer.Ordinal);
        var bySurname = new Dictionary<string, List<List<Candidate>>>(StringComparer.Ordinal);
        var names = candidates.Where(c => c.Type == EntityType.Person).ToList();
        foreach (var name in names.Where(n => n.Length > 1))
        {
            if (!byKey.TryGetValue(name.Key, out var group))
            {
                byKey[name.Key] = group = [];
                groups.Add(group);
                var surname = text.Tokens[name.End - 1].Form.Folded;
                if (!bySurname.TryGetValue(surname, out var family))
                    bySurname[surname] = family = [];
                family.Add(group);
            }

            group.Add(name);
        }

        foreach (var name in names.Where(n => n.Length == 1))
        {
            var folded = text.Tokens[name.First].Form.Folded;
            if (bySurname.TryGetValue(folded, out var family))
                family[0].Add(name);
            else if (byKey.TryGetValue(name.Key, out var group))
                group.Add(name);
            else
            {
                byKey[name.Key] = group = [name];
                groups.Add(group);
            }
        }

        return groups;
    }
}
