using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Puts the names of one place or organisation together: "World Health Organization (WHO)" and "WHO" are one.</summary>
internal static class EntityMerger
{
    public static IEnumerable<EntityDraft> Merge(NameText text, IReadOnlyList<Candidate> candidates)
    {
        var longForms = LongForms(text, candidates);
        var firstWords = FirstWords(text, candidates);
        var drafts = new Dictionary<(EntityType, string), EntityDraft>();
        foreach (var candidate in candidates)
        {
            if (candidate.Type == EntityType.Person)
                continue;
            var type = candidate.Type;
            var name =
                candidate.Known?.Canonical ?? longForms.GetValueOrDefault(candidate.Key) ?? Stem(text, candidate);
            if (type == EntityType.Organisation && candidate is { Length: 1, Known: null })
                name = firstWords.GetValueOrDefault(candidate.Key) ?? name;
            if (type == EntityType.Place && IsLoud(text, candidate))
                name = Quiet(text, candidate);
            if (!drafts.TryGetValue((type, name), out var draft))
                drafts[(type, name)] = draft = new EntityDraft(type);
            draft.Names.Add(candidate);
        }

        return drafts.Values;
    }

    /// <summary>"NANDIPUR", as a dateline writes it; "US" is how it is always written.</summary>
    private static bool IsLoud(NameText text, Candidate place) =>
        place is { Length: 1, Known: null } && text.Tokens[place.First].Form is { IsAcronym: true, Text.Length: > 3 };

    private static string Quiet(NameText text, Candidate place)
    {
        var word = text.Tokens[place.First].Form.Folded;
        return NameLexicon.Instance.Known.Find(word)?.Canonical ?? word;
    }

    /// <summary>Acronyms in brackets behind a name that they may stand for, with the key of that name.</summary>
    private static Dictionary<string, string> LongForms(NameText text, IReadOnlyList<Candidate> candidates)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < candidates.Count; i++)
        {
            var (name, acronym) = (candidates[i - 1], candidates[i]);
            if (
                acronym.Length == 1
                && name.Length > 1
                && acronym.First == name.End + 1
                && text.Tokens[name.End].Is('(')
                && text.Tokens[acronym.First].Form.IsAcronym
                && text.Tokens[acronym.First].Form.Text[0] == text.Tokens[name.First].Form.Text[0]
            )
                forms.TryAdd(acronym.Key, name.Known?.Canonical ?? Stem(text, name));
        }

        return forms;
    }

    /// <summary>Bodies by the first word of their names, where it is no other's: "Hanseo" is "Hanseo Electronics".</summary>
    private static Dictionary<string, string?> FirstWords(NameText text, IReadOnlyList<Candidate> candidates)
    {
        var bodies = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var first = text.Tokens[candidate.First].Form;
            if (candidate.Type != EntityType.Organisation || candidate.Length < 2 || !BareBodies.StandsForAll(first))
                continue;
            var name = candidate.Known?.Canonical ?? Stem(text, candidate);
            if (!bodies.TryAdd(first.Key, name) && bodies[first.Key] != name)
                bodies[first.Key] = null;
        }

        return bodies;
    }

    /// <summary>"Boeing Co." and "Boeing" are one company.</summary>
    private static string Stem(NameText text, Candidate name)
    {
        if (name.Length < 2)
            return name.Key;
        var last = text.Tokens[name.End - 1].Form.Folded.TrimEnd('.');
        if (
            last
            is not ("inc" or "corp" or "ltd" or "co" or "plc" or "llc" or "corporation" or "limited" or "ag" or "sa")
        )
            return name.Key;
        var stem = name.Key.AsSpan(0, name.Key.LastIndexOf(' '));
        return NameLexicon.Instance.Known.Find(stem)?.Canonical ?? stem.ToString();
    }
}
