using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;

namespace Bot.Text.Entities;

/// <summary>Tells which names are the same person's: "Vladimir Putin", "Putin", "President Putin".</summary>
internal sealed class PeopleMerger(NameText text)
{
    private readonly List<EntityDraft> _people = [];
    private readonly Dictionary<string, List<EntityDraft>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityDraft>> _byAnyWord = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityDraft, PersonName> _nameOf = [];

    public IReadOnlyList<EntityDraft> Merge(IReadOnlyList<Candidate> candidates)
    {
        var names = candidates.Where(c => c.Type == EntityType.Person).ToList();
        // Full names first, the longest before its parts, so that "López Obrador" finds "Andrés Manuel López Obrador".
        foreach (
            var name in names.Where(n => PersonName.Of(text, n).Given is not null).OrderByDescending(n => n.Length)
        )
            AddFull(name);
        foreach (var person in _people)
            person.Names.Sort((a, b) => a.First.CompareTo(b.First));
        foreach (var name in names.Where(n => PersonName.Of(text, n).Given is null))
            AddBare(name);
        foreach (var person in _people)
            person.Names.Sort((a, b) => a.First.CompareTo(b.First));
        return _people;
    }

    private void AddFull(Candidate name)
    {
        var parts = PersonName.Of(text, name);
        var family = _bySurname.GetValueOrDefault(parts.Surname) ?? [];
        var person =
            family.Find(p => _nameOf[p].Given == parts.Given)
            ?? family.Find(p => IsTailOf(name, p.Names[0]))
            ?? family.Find(p => _nameOf[p].MayBe(parts));
        if (person is null)
            person = Introduce(new EntityDraft(EntityType.Person), parts, name);
        person.Names.Add(name);
    }

    private void AddBare(Candidate name)
    {
        var parts = PersonName.Of(text, name);
        var person = Joint(name) ?? Fitting(_bySurname.GetValueOrDefault(parts.Surname), name);
        if (person is null && _byAnyWord.TryGetValue(parts.Surname, out var others) && others.Count == 1)
            person = others[0];
        person ??= Introduce(new EntityDraft(EntityType.Person), parts, name);
        person.Names.Add(name);
    }

    private EntityDraft Introduce(EntityDraft person, PersonName parts, Candidate name)
    {
        _people.Add(person);
        _nameOf[person] = parts;
        Index(_bySurname, parts.Surname, person);
        for (var i = name.First; i < name.End; i++)
        {
            var word = text.Tokens[i].Form;
            if (word.IsCapital && !word.IsInitial && word.Folded != parts.Surname)
                Index(_byAnyWord, word.Folded, person);
        }

        return person;
    }

    /// <summary>"Hillary and Bill Clinton" are two, and the first bears the second's surname.</summary>
    private EntityDraft? Joint(Candidate name)
    {
        var next = name.End + 1;
        if (next >= text.Tokens.Count || text.Tokens[name.End].Form.Text is not ("and" or "or" or "&"))
            return null;
        var given = text.Tokens[name.First].Form;
        if (name.HasTitle || !given.Has(WordTraits.GivenName) || _bySurname.ContainsKey(given.Folded))
            return null;
        var partner = _people.Find(p => p.Names.Exists(n => n.First == next && n.Length > 1));
        if (partner is null)
            return null;
        var parts = new PersonName(given.Folded, _nameOf[partner].Surname);
        if (_bySurname[parts.Surname].Find(p => p != partner && _nameOf[p].MayBe(parts)) is { } person)
            return person;
        var full = partner.Names.Find(n => n.First == next)!; // found by the same test above
        var surname = text.Tokens[full.End - 1].Span.Of(text.Text);
        return Introduce(new EntityDraft(EntityType.Person) { ComposedName = $"{given.Text} {surname}" }, parts, name);
    }

    /// <summary>Of those who bear a surname: whom a title's gender fits, then who was spoken of last, else who comes next.</summary>
    private EntityDraft? Fitting(List<EntityDraft>? family, Candidate name)
    {
        if (family is null)
            return null;
        if (family.Count == 1)
            return family[0];
        var gender = GenderReader.OfTitle(text, name);
        var fitting = family.FindAll(p =>
            gender == Gender.Untold
            || GenderReader.Read(text, p.Names) is var other && (other == gender || other == Gender.Untold)
        );
        if (fitting.Count == 0)
            fitting = family;
        return fitting.MaxBy(p => LastBefore(p, name.First)) is { } last && LastBefore(last, name.First) >= 0
            ? last
            : fitting.MinBy(p => p.Names[0].First);
    }

    private static int LastBefore(EntityDraft person, int token)
    {
        var last = -1;
        foreach (var name in person.Names)
        {
            if (name.First < token)
                last = Math.Max(last, name.First);
        }

        return last;
    }

    private bool IsTailOf(Candidate name, Candidate full)
    {
        if (name.Length >= full.Length)
            return false;
        for (var i = 1; i <= name.Length; i++)
        {
            if (text.Tokens[name.End - i].Form.Folded != text.Tokens[full.End - i].Form.Folded)
                return false;
        }

        return true;
    }

    private static void Index(Dictionary<string, List<EntityDraft>> index, string word, EntityDraft person)
    {
        if (!index.TryGetValue(word, out var people))
            index[word] = people = [];
        people.Add(person);
    }
}
