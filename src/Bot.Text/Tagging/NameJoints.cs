using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Makes whole what the tagger cut in two, and cuts what it took for one: "Sophie | in 't | Veld", "Rand Paul | of Kentucky".</summary>
internal sealed class NameJoints
{
    private const int MostParticles = 3;
    private const int MostFirstWords = 4;

    private readonly NameText _text;
    private readonly NameKeys _keys;
    private readonly TitleReader _titles;
    private readonly IReadOnlyList<TaggedName> _names;
    private readonly HashSet<string> _firstWords = new(StringComparer.Ordinal);

    private NameJoints(NameText text, NameKeys keys, IReadOnlyList<TaggedName> names)
    {
        _text = text;
        _keys = keys;
        _titles = new TitleReader(text);
        _names = names;
        foreach (var name in names.Where(n => n.Type == EntityType.Person && n.End - n.First > 1))
            _firstWords.Add(text.Tokens[name.First].Form.Folded);
    }

    public static IReadOnlyList<TaggedName> Set(NameText text, NameKeys keys, IReadOnlyList<TaggedName> names)
    {
        var joints = new NameJoints(text, keys, names);
        var whole = new List<TaggedName>(names.Count);
        for (var n = 0; n < names.Count; n++)
        {
            if (whole.Count > 0 && joints.Joined(whole[^1], names[n]) is { } joined)
                whole[^1] = joined;
            else
                joints.Cut(joints.Lengthened(n), whole);
        }

        return whole;
    }

    private TaggedName? Joined(TaggedName before, TaggedName name)
    {
        if (before.Passage != name.Passage)
            return null;
        if (before.Type == EntityType.Person && AreParticles(before.End, name.First))
            return before with { End = name.End };
        if (before.End != name.First)
            return null;
        if (before.Type == EntityType.Person && IsInstitution(name))
            return name with { First = before.First };
        // "DC | Amy Bell": the rank is cut off again as every title is.
        if (name.Type == EntityType.Person && _titles.IsPoliceRank(before.First, before.End))
            return name with { First = before.First };
        return
            before.Type == EntityType.Person
            && name.Type == EntityType.Person
            && _text.Tokens[before.End - 1].Form.IsInitial
            ? before with
            {
                End = name.End,
            }
            : null;
    }

    /// <summary>"Sophie | in 't Veld", where the tagger saw no name behind the particles.</summary>
    private TaggedName Lengthened(int n)
    {
        var name = _names[n];
        var limit = _text.Passages[name.Passage].End;
        if (n + 1 < _names.Count)
            limit = Math.Min(limit, _names[n + 1].First);
        if (name.Type != EntityType.Person || name.End - name.First != 1)
            return name;
        for (var end = name.End + 1; end < limit && end - name.End <= MostParticles; end++)
        {
            if (AreParticles(name.End, end))
                return name with { End = end + 1 };
        }

        return name;
    }

    private void Cut(TaggedName name, List<TaggedName> whole)
    {
        if (name.Type != EntityType.Person || name.End - name.First < 2)
        {
            whole.Add(name);
            return;
        }

        var first = name.First;
        if (IsEpithet(first, name.End))
            first++;
        for (var i = first + 1; i + 1 < name.End; i++)
        {
            if (_text.Tokens[i].Form.Text != "of" || _keys.Find(i + 1, name.End) is not { Type: EntityType.Place })
                continue;
            whole.Add(name with { First = first, End = i });
            whole.Add(new TaggedName(name.Passage, i + 1, name.End, EntityType.Place));
            return;
        }

        whole.Add(name with { First = first });
    }

    /// <summary>"Dulles | International Airport": words that are nobody's name, and the last says of what they are part.</summary>
    private bool IsInstitution(TaggedName name)
    {
        var last = _text.Tokens[name.End - 1].Form;
        if (
            name.Type == EntityType.Person
            || name.End - name.First > MostFirstWords
            || !last.Has(WordTraits.PlaceEnding | WordTraits.OrganisationEnding)
        )
            return false;
        var first = _text.Tokens[name.First].Form;
        return name.End - name.First > 1
                && (
                    first.Text
                    is "International"
                        or "National"
                        or "Memorial"
                        or "Regional"
                        or "Presidential"
                        or "University"
                )
            || _text.Tokens[name.First - 1].Form.IsInitial;
    }

    private bool AreParticles(int first, int end)
    {
        if (end - first is < 1 or > MostParticles || !_text.Tokens[end].Form.IsCapital)
            return false;
        // "Sophie in 't Veld": elsewhere "in" is no particle.
        if (_text.Tokens[first].Form.Text is "in" or "van" && IsShortThe(first + 1, end))
            return true;
        for (var i = first; i < end; i++)
        {
            if (!Particles.StandBetween(_text.Tokens[i].Form.Text))
                return false;
        }

        return true;
    }

    /// <summary>"'t", which is two tokens where its mark is one.</summary>
    private bool IsShortThe(int first, int end) =>
        first < end
        && _text.Tokens[end - 1].Form.Text is "t" or "'t" or "’t"
        && (end - first == 1 || end - first == 2 && _text.Tokens[first].Form.Text is "'" or "’" or "‘");

    /// <summary>"Crooked | Hillary": what somebody calls a person is no part of a name.</summary>
    private bool IsEpithet(int first, int end)
    {
        var word = _text.Tokens[first].Form;
        var given = _text.Tokens[first + 1].Form;
        return word.Has(WordTraits.Adjective)
            && !word.Has(WordTraits.GivenName | WordTraits.Title | WordTraits.Famous)
            && given.Has(WordTraits.GivenName)
            && (end - first > 2 || _firstWords.Contains(given.Folded));
    }
}
