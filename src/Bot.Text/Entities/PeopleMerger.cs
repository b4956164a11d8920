using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Tells which names are the same person's: "Vladimir Putin", "Putin", "President Putin".</summary>
internal sealed class PeopleMerger(NameText text)
{
    /// <summary>A surname's bearers beyond these are not looked at, so that no text takes quadratic time.</summary>
    private const int LargestFamily = 32;

    private readonly List<Member> _people = [];
    private readonly Dictionary<string, List<Member>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Member>> _byAnyWord = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonName, Member> _byName = [];
    private readonly Dictionary<int, Member> _byFirstToken = [];

    public IReadOnlyList<EntityDraft> Merge(IReadOnlyList<Candidate> candidates)
    {
        var names = candidates
            .Where(c => c.Type == EntityType.Person)
            .ToLookup(n => PersonName.Of(text, n).Given is null);
        // Full names first, the longest before its parts, so that "López Obrador" finds "Andrés Manuel López Obrador".
        foreach (var name in names[false].OrderByDescending(n => n.Length))
            AddFull(name);
        foreach (var member in _people)
        {
            member.Draft.Names.Sort((a, b) => a.First.CompareTo(b.First));
            member.FullPositions = [.. member.Draft.Names.Select(n => n.First)];
            member.Gender = GenderReader.Read(text, member.Draft.Names);
        }

        foreach (var name in names[true])
            AddBare(name);
        foreach (var member in _people)
            member.Draft.Names.Sort((a, b) => a.First.CompareTo(b.First));
        return [.. _people.Select(m => m.Draft)];
    }

    private void AddFull(Candidate name)
    {
        var parts = PersonName.Of(text, name);
        if (!_byName.TryGetValue(parts, out var member))
        {
            var family = Family(parts.Surname);
            member =
                family.FirstOrDefault(m => IsTailOf(name, m.Draft.Names[0]))
                ?? family.FirstOrDefault(m => m.Name.MayBe(parts))
                ?? family.FirstOrDefault(m => Slip.IsSlipOf(parts.Given, m.Name.Given))
                ?? Introduce(new EntityDraft(EntityType.Person), parts, name);
            _byName[parts] = member;
        }

        member.Draft.Names.Add(name);
        _byFirstToken[name.First] = member;
    }

    private void AddBare(Candidate name)
    {
        var parts = PersonName.Of(text, name);
        var member = Joint(name) ?? Fitting(name, Family(parts.Surname).ToList());
        if (member is null && _byAnyWord.TryGetValue(parts.Surname, out var others) && others.Count == 1)
            member = others[0];
        member ??= Misspelt(parts.Surname);
        member ??= Introduce(new EntityDraft(EntityType.Person), parts, name);
        member.Draft.Names.Add(name);
        member.LastBare = name.First;
    }

    /// <summary>"Mauer" in a text that has "K.C. Maurer", and nobody else whose name is as near.</summary>
    private Member? Misspelt(string surname)
    {
        Member? found = null;
        foreach (var member in _people.Take(LargestFamily))
        {
            if (member.Name.Given is null || !Slip.IsSlipOf(surname, member.Name.Surname))
                continue;
            if (found is not null)
                return null;
            found = member;
        }

        return found;
    }

    private IEnumerable<Member> Family(string surname) =>
        _bySurname.TryGetValue(surname, out var family) ? family.Take(LargestFamily) : [];

    private Member Introduce(EntityDraft draft, PersonName parts, Candidate name)
    {
        var member = new Member(draft, parts);
        _people.Add(member);
        Index(_bySurname, parts.Surname, member);
        for (var i = name.First; i < name.End; i++)
        {
            var word = text.Tokens[i].Form;
            if (word.IsCapital && !word.IsInitial && word.Folded != parts.Surname)
                Index(_byAnyWord, word.Folded, member);
        }

        return member;
    }

    /// <summary>"Hillary and Bill Clinton" are two, and the first bears the second's surname.</summary>
    private Member? Joint(Candidate name)
    {
        var next = name.End + 1;
        if (next >= text.Tokens.Count || text.Tokens[name.End].Form.Text is not ("and" or "or" or "&"))
            return null;
        var given = text.Tokens[name.First].Form;
        if (name.HasTitle || !given.Has(WordTraits.GivenName) || _bySurname.ContainsKey(given.Folded))
            return null;
        if (!_byFirstToken.TryGetValue(next, out var partner))
            return null;
        var parts = new PersonName(given.Folded, partner.Name.Surname);
        if (Family(parts.Surname).FirstOrDefault(m => m != partner && m.Name.MayBe(parts)) is { } member)
            return member;
        var full = partner.Draft.Names.Find(n => n.Length > 1)!; // the partner was found by a full name
        var surname = text.Tokens[full.End - 1].Span.Of(text.Text);
        member = Introduce(
            new EntityDraft(EntityType.Person) { ComposedName = $"{given.Text} {surname}" },
            parts,
            name
        );
        member.Gender = GenderReader.OfGivenName(given.Folded);
        return member;
    }

    /// <summary>Of those who bear a surname: whom a title's gender fits, then who was spoken of last, else who comes next.</summary>
    private Member? Fitting(Candidate name, List<Member> family)
    {
        if (family.Count < 2)
            return family.FirstOrDefault();
        var gender = GenderReader.OfTitle(text, name);
        var fitting = family.FindAll(m => gender == Gender.Untold || m.Gender == gender || m.Gender == Gender.Untold);
        if (fitting.Count == 0)
            fitting = family;
        var last = fitting.MaxBy(m => m.LastBefore(name.First))!; // the list is not empty
        return last.LastBefore(name.First) >= 0 ? last : fitting.MinBy(m => m.Draft.Names[0].First);
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

    private static void Index(Dictionary<string, List<Member>> index, string word, Member member)
    {
        if (!index.TryGetValue(word, out var members))
            index[word] = members = [];
        members.Add(member);
    }

    /// <summary>A person with where the full names stand, while bare surnames are shared out in the order of the text.</summary>
    private sealed class Member(EntityDraft draft, PersonName name)
    {
        public EntityDraft Draft => draft;

        public PersonName Name => name;

        public Gender Gender { get; set; }

        public int[] FullPositions { get; set; } = [];

        public int LastBare { get; set; } = -1;

        public int LastBefore(int token)
        {
            var at = Array.BinarySearch(FullPositions, token);
            at = at < 0 ? ~at - 1 : at - 1;
            return Math.Max(at < 0 ? -1 : FullPositions[at], LastBare);
        }
    }
}
