using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Tells which names are the same person's: "Vladimir Putin", "Putin", "President Putin".</summary>
internal sealed class PeopleMerger(NameText text, GenderClues clues)
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
        var all = candidates.Where(c => c.Type == EntityType.Person).ToLookup(c => Handles.IsHandle(text, c));
        var people = all[false];
        var names = people.ToLookup(n => PersonName.Of(text, n).Given is null);
        // Full names first, the longest before its parts, so that "López Obrador" finds "Andrés Manuel López Obrador".
        foreach (var name in names[false].OrderByDescending(n => n.Length).ThenByDescending(IsRelative))
            AddFull(name);
        foreach (var member in _people)
        {
            member.Draft.Names.Sort((a, b) => a.First.CompareTo(b.First));
            member.FullPositions = [.. member.Draft.Names.Select(n => n.First)];
            member.Gender = GenderReader.Read(text, member.Draft.Names);
        }

        foreach (var name in names[true])
            AddBare(name);
        AddHandles(all[true]);
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
            member.IsRelative = member.Draft.Names.Count == 0 && IsRelative(name);
            _byName[parts] = member;
        }

        member.Draft.Names.Add(name);
        _byFirstToken[name.First] = member;
    }

    private void AddBare(Candidate name)
    {
        var parts = PersonName.Of(text, name);
        var family = Family(parts.Surname).Where(m => m.Name.MayBe(parts)).ToList();
        var member = Joint(name) ?? (family.Count > 0 ? Fitting(name, family) : Acquaintance(parts.Surname));
        if (member is not null && IsRelativeOfOthers(name, member))
            member = null;
        if (member is null)
        {
            member = Introduce(new EntityDraft(EntityType.Person), parts, name);
            member.Gender = GenderReader.OfTitle(text, name);
        }

        member.Draft.Names.Add(name);
        member.LastBare = name.First;
    }

    /// <summary>"@Ann_Lund" is Ann Lund, where the text has her.</summary>
    private void AddHandles(IEnumerable<Candidate> handles)
    {
        (Member Member, Candidate? Name)[]? named = null;
        foreach (var handle in handles)
        {
            named ??= [.. _people.Take(LargestFamily).Select(m => (m, m.Draft.Names.Find(n => n.Length > 1)))];
            var owner = Array.Find(named, o => o.Name is { } name && Handles.IsOf(text, handle, name)).Member;
            if (owner is not null)
                owner.Draft.Names.Add(handle);
            else if (PersonName.Of(text, handle).Given is null)
                AddBare(handle);
            else
                AddFull(handle);
        }
    }

    /// <summary>"Her son Paul" is not the Paul Goldman whom the text brings later, and whose surname nobody has borne yet.</summary>
    private bool IsRelativeOfOthers(Candidate name, Member member) =>
        member.Name.Given is not null
        && member.FullPositions is [var first, ..]
        && first > name.First
        && IsRelative(name)
        && text.Tokens[name.First].Form.Folded != member.Name.Surname
        && !Family(member.Name.Surname).Any(m => m != member && m.FullPositions is [var at, ..] && at < name.First);

    /// <summary>Whoever goes by a word that is no surname of the text: "Hillary", "Bernie".</summary>
    private Member? Acquaintance(string word)
    {
        if (_byAnyWord.TryGetValue(word, out var others) && others.Count == 1)
            return others[0];
        return Misspelt(word);
    }

    /// <summary>"Mauer" in a text that has "K.C. Maurer", and nobody else whose name is as near.</summary>
    private Member? Misspelt(string surname)
    {
        Member? found = null;
        var isGiven = NameLexicon.Instance.ShareOfWomen(surname) is not null;
        foreach (var member in _people.Take(LargestFamily))
        {
            if (member.Name.Given is null)
                continue;
            // "Water" is "Waters", but "Robert" is nobody's "Roberts".
            if (
                !Slip.IsSlipOf(surname, member.Name.Surname)
                && (isGiven || !Slip.IsWithoutPlural(surname, member.Name.Surname))
            )
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
        if (
            Family(parts.Surname)
                .FirstOrDefault(m => m != partner && m.Name.Given is not null && m.Name.MayBe(parts)) is
            { } member
        )
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

    /// <summary>
    /// Of those who bear a surname: whom a title's gender fits, or else the words behind, then who was spoken of last, else who
    /// comes next. Null where a title tells of somebody who has no other name: "Mrs. Lund" in a text of Peter Lund.
    /// </summary>
    private Member? Fitting(Candidate name, List<Member> family)
    {
        var title = GenderReader.OfTitle(text, name);
        if (family.Count < 2 && title == Gender.Untold)
            return family[0];
        var gender = title == Gender.Untold ? clues.Behind(name) : title;
        var fitting = family.FindAll(m => gender == Gender.Untold || m.Gender == gender || m.Gender == Gender.Untold);
        if (
            title != Gender.Untold
            && (fitting.Count == 0 && family.TrueForAll(IsSureOfGender) || IsOfCouple(name, fitting))
        )
            return null;
        if (fitting.Count == 0)
            fitting = family;
        // "Lund's father, Karl Lund, was a baker. Lund said": a relative does not take the surname over.
        if (fitting.Exists(m => !m.IsRelative && m.LastBefore(name.First) >= 0))
            fitting = fitting.FindAll(m => !m.IsRelative);
        var last = fitting.MaxBy(m => m.LastBefore(name.First))!; // the list is not empty
        return last.LastBefore(name.First) >= 0 ? last : fitting.MinBy(m => m.Draft.Names[0].First);
    }

    private bool IsSureOfGender(Member member) =>
        member.Draft.Names.Exists(n => GenderReader.OfTitle(text, n) != Gender.Untold)
        || member.Name.Given is { } given && GenderReader.IsSureOf(given);

    /// <summary>"Mr. and Mrs. Lund" are two, whoever of that name the text brings later.</summary>
    private bool IsOfCouple(Candidate name, List<Member> fitting)
    {
        if (fitting.Exists(m => m.LastBefore(name.First) >= 0))
            return false;
        var i = name.TitleFirst - 1;
        return i > 0 && text.Tokens[i].Form.Text is "and" or "&" && text.Tokens[i - 1].Form.Has(WordTraits.Honorific)
            || Family(PersonName.Of(text, name).Surname)
                .Any(m => m.Name.Given is null && m.LastBefore(name.First) >= 0);
    }

    private bool IsTailOf(Candidate name, Candidate full)
    {
        // "Alya Ahmed Ali … her father Ahmed Ali": a relative with a given name of their own is somebody else.
        if (name.Length >= full.Length || IsRelative(name) && text.Tokens[name.First].Form.Has(WordTraits.GivenName))
            return false;
        for (var i = 1; i <= name.Length; i++)
        {
            if (text.Tokens[name.End - i].Form.Folded != text.Tokens[full.End - i].Form.Folded)
                return false;
        }

        return true;
    }

    /// <summary>"her father Ahmed Ali", "Lund's father, Karl Lund".</summary>
    private bool IsRelative(Candidate name)
    {
        var first = text.Passages[name.Passage].First;
        var before = name.TitleFirst - 1;
        if (before > first && text.Tokens[before].Is(','))
            before--;
        return before >= first && text.Tokens[before].Form.Has(WordTraits.Relation);
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

        /// <summary>First told of as somebody's father, sister or the like.</summary>
        public bool IsRelative { get; set; }

        public int LastBefore(int token)
        {
            var at = Array.BinarySearch(FullPositions, token);
            at = at < 0 ? ~at - 1 : at - 1;
            return Math.Max(at < 0 ? -1 : FullPositions[at], LastBare);
        }
    }
}
