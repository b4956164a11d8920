using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>
/// The first word of a company's name is that company where it stands alone, and where the text has nobody of that name:
/// "Hanseo" beside "Hanseo Electronics".
/// </summary>
internal static class BareBodies
{
    /// <summary>Words that other names begin with too.</summary>
    private const WordTraits Ambiguous =
        WordTraits.Common
        | WordTraits.Function
        | WordTraits.GivenName
        | WordTraits.Demonym
        | WordTraits.Famous
        | WordTraits.Nobody
        | WordTraits.Title
        | WordTraits.OfficePart
        | WordTraits.PlaceStart
        | WordTraits.Particle;

    private static readonly FrozenSet<string> NamedAfterPeople = Language.House.Set("bodies named after people");

    public static void Complete(NameText text, NameKeys keys, List<Candidate> candidates)
    {
        var owners = OwnersOf(text, candidates);
        if (owners.Count == 0)
            return;
        var taken = new bool[text.Tokens.Count];
        for (var c = 0; c < candidates.Count; c++)
        {
            var name = candidates[c];
            taken.AsSpan(name.TitleFirst, name.End - name.TitleFirst).Fill(value: true);
            if (name is { Length: 1, Type: EntityType.Person } && owners.Contains(name.Key))
                candidates[c] = name with { Type = EntityType.Organisation, Known = null };
        }

        for (var p = 0; p < text.Passages.Count; p++)
        {
            var passage = text.Passages[p];
            for (var i = passage.First; passage.HasPlainCase && i < passage.End; i++)
            {
                var token = text.Tokens[i];
                if (token.IsWord && token.Form.IsCapital && !taken[i] && owners.Contains(token.Form.Key))
                    candidates.Add(
                        new Candidate(p, i, i + 1, i, keys.KeyOf(i, i + 1), EntityType.Organisation, Known: null)
                    );
            }
        }
    }

    /// <summary>Whether the first word of a body's name may stand for all of it: no place, no word of the language.</summary>
    public static bool StandsForAll(WordForm first) =>
        first is { IsCapital: true, IsAcronym: false, Text.Length: > 2 }
        && !first.Has(Ambiguous)
        && NameLexicon.Instance.Known.KindOf(first.Key) is not { Type: EntityType.Place };

    private static HashSet<string> OwnersOf(NameText text, List<Candidate> candidates)
    {
        var owners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in candidates)
        {
            if (name.Type != EntityType.Organisation || name.Length < 2)
                continue;
            var first = text.Tokens[name.First].Form;
            var last = text.Tokens[name.End - 1].Form;
            if (StandsForAll(first) && last.Has(WordTraits.OrganisationEnding) && !NamedAfterPeople.Contains(last.Text))
                owners.Add(first.Key);
        }

        if (owners.Count == 0)
            return owners;
        foreach (var name in candidates)
        {
            if (name.Type == EntityType.Organisation || name is { Length: 1, HasTitle: false, Type: EntityType.Person })
                continue;
            for (var i = name.First; i < name.End; i++)
                owners.Remove(text.Tokens[i].Form.Key);
        }

        return owners;
    }
}
