using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>
/// Makes the names of bodies whole that the tagger cut: "University | of | Exeter", "Tbilisi | State University", and
/// "Plastics | Europe" where an apposition, and "Chipmaker | Veltrix" where the noun before it tells that it is one.
/// </summary>
internal sealed class BodyNames
{
    private const int MostWordsBefore = 4;
    private const int LongestApposition = 6;

    /// <summary>What is no part of a body's name, though it stands before it with a capital.</summary>
    private const WordTraits Barred =
        WordTraits.Function
        | WordTraits.Weekday
        | WordTraits.Month
        | WordTraits.Demonym
        | WordTraits.Title
        | WordTraits.PersonNoun
        | WordTraits.Relation;

    private static readonly FrozenSet<string> FirstWords = Language.House.Set("first words of bodies");
    private static readonly FrozenSet<string> Institutions = Language.House.Set("institutions");
    private static readonly FrozenSet<string> Companies = Language.House.Set("nouns of companies");
    private static readonly FrozenSet<string> People = Language.House.Set("makers who are people");
    private static readonly FrozenSet<string> Kinds = Language.House.Set("kinds of bodies");

    private readonly NameText _text;
    private readonly NameKeys _keys;
    private readonly TokenRow _tokens;
    private readonly IReadOnlyList<TaggedName> _names;
    private readonly List<TaggedName> _whole;

    private BodyNames(NameText text, NameKeys keys, IReadOnlyList<TaggedName> names)
    {
        (_text, _keys, _names) = (text, keys, names);
        _tokens = text.Tokens;
        _whole = new List<TaggedName>(names.Count);
    }

    public static IReadOnlyList<TaggedName> Complete(NameText text, NameKeys keys, IReadOnlyList<TaggedName> names)
    {
        var bodies = new BodyNames(text, keys, names);
        for (var n = 0; n < names.Count; n++)
            n = bodies.Read(n);
        return bodies._whole;
    }

    /// <returns>The last name that was read.</returns>
    private int Read(int n)
    {
        var name = _names[n];
        var passage = _text.Passages[name.Passage];
        if (IsToldABody(name, passage) && Told(name, passage) is { } told)
        {
            _whole.Add(told);
            return n;
        }

        if (CompanyBefore(name, passage) is { } company)
            name = company;
        if (name.Type != EntityType.Person)
            name = WithSeat(name, passage, ref n);
        if (name.Type == EntityType.Place && IsInstitution(name))
            name = name with { Type = EntityType.Organisation };
        if (name.Type == EntityType.Organisation && IsBody(_tokens[name.End - 1].Form))
            name = WithCapitalsBefore(name, passage, isTold: false);
        name = AsShortened(name, passage);
        if (name.Type == EntityType.Place && PaperNames.EndOf(_tokens, name, passage) is { } paper)
        {
            name = name with { End = paper, Type = EntityType.Organisation };
            // The tagger may have cut off its article.
            if (_whole.Count > 0 && _whole[^1].First == name.First - 1)
                _whole.RemoveAt(_whole.Count - 1);
            while (n + 1 < _names.Count && _names[n + 1].First < paper)
                n++;
        }

        _whole.Add(name);
        return n;
    }

    /// <summary>"University | of Exeter", "Bank | of the West": the tagger may have the small words in the first name.</summary>
    private TaggedName WithSeat(TaggedName name, in Passage passage, ref int n)
    {
        var end = name.End;
        while (end > name.First + 1 && _tokens[end - 1].Form.Text is "of" or "the")
            end--;
        var first = end + 1;
        if (
            first >= passage.End
            || _tokens[end].Form.Text != "of"
            || !Institutions.Contains(_tokens[end - 1].Form.Text)
        )
            return name;
        if (_tokens[first].Form.Text == "the")
            first++;
        if (n + 1 == _names.Count || _names[n + 1] is not { Type: not EntityType.Person } seat || seat.First != first)
            return name;
        n++;
        return new TaggedName(name.Passage, name.First, seat.End, EntityType.Organisation);
    }

    /// <summary>"Museum of London", "Leeds General Hospital"; but the West Bank and Earl's Court are places.</summary>
    private bool IsInstitution(TaggedName name) =>
        name.End - name.First > 1
        && (
            Institutions.Contains(_tokens[name.End - 1].Form.Text)
                && _tokens[name.End - 1].Form.Text is not ("Bank" or "Court")
            || _tokens[name.First + 1].Form.Text == "of" && Institutions.Contains(_tokens[name.First].Form.Text)
        );

    /// <summary>"Commonwealth War | Graves Commission", "Sheffield | Crown Court".</summary>
    /// <param name="isTold">An apposition tells that it is a body: what stands before it is its own, whatever the tagger made of it.</param>
    private TaggedName WithCapitalsBefore(TaggedName name, in Passage passage, bool isTold)
    {
        var first = name.First;
        for (
            var i = first - 1;
            i >= passage.First && name.First - i <= MostWordsBefore && IsPart(i, passage, isTold);
            i--
        )
        {
            if (_whole.Count == 0 || _whole[^1].End <= i)
            {
                // "a Democratic Senate" is whose it is; "Democratic Women's Club" is a name.
                if (name.End - name.First == 1 && _tokens[i].Form.Text is "Democratic" or "Republican")
                    break;
                // Where every word has a capital they tell nothing.
                if (!passage.HasPlainCase)
                    break;
                first = i;
                continue;
            }

            var before = _whole[^1];
            if (before.End != i + 1 || !isTold && !MayBegin(before, first))
                break;
            first = i = before.First;
            _whole.RemoveAt(_whole.Count - 1);
        }

        return name with
        {
            First = first,
        };
    }

    /// <summary>"Competition and | Markets Authority (CMA)": the letters behind it tell where a name begins.</summary>
    private TaggedName AsShortened(TaggedName name, in Passage passage)
    {
        if (ShortForms.StartOf(_tokens, name, passage) is not { } first)
            return name;
        var kept = _whole.FindLastIndex(w => w.First < first) + 1;
        if (kept > 0 && _whole[kept - 1].End > first)
            return name;
        _whole.RemoveRange(kept, _whole.Count - kept);
        return name with { First = first, Type = EntityType.Organisation };
    }

    private bool IsPart(int i, in Passage passage, bool isTold)
    {
        var form = _tokens[i].Form;
        if (!_tokens[i].IsWord || !form.IsCapital || form.Has(Barred))
            return false;
        // "English" and "Jewish", but "War".
        if (form.Has(WordTraits.Nobody) && !form.Has(WordTraits.Noun))
            return false;
        // "Saudi-sponsored".
        if (Compounds.HyphenIn(form.Text) is not null)
            return false;
        return i > passage.First || !form.Has(WordTraits.Common) || isTold && form.Has(WordTraits.Noun);
    }

    /// <summary>"Tbilisi | State University", "National | Democratic Congress": a place, or one word of the name that fell off.</summary>
    private bool MayBegin(TaggedName before, int body)
    {
        var known = _keys.Find(before.First, before.End);
        var isOneWord = before.End - before.First == 1;
        return FirstWords.Contains(_tokens[body].Form.Folded)
            ? known is not { Power: > KnownName.HandMade } && (isOneWord || before.Type == EntityType.Place)
            : known is null && isOneWord && before.Type != EntityType.Person;
    }

    private static bool IsBody(WordForm last) => last.Has(WordTraits.OrganisationEnding);

    /// <summary>"Plastics Europe, an industry body,".</summary>
    private bool IsToldABody(TaggedName name, in Passage passage)
    {
        var i = name.End + 2;
        if (i >= passage.End || !_tokens[name.End].Is(',') || _tokens[i - 1].Form.Text is not ("a" or "an"))
            return false;
        var limit = Math.Min(passage.End, i + LongestApposition);
        while (i < limit && _tokens[i].IsWord && !EndsKind(_tokens[i].Form))
            i++;
        if (i == passage.End || _tokens[i].Kind == TokenKind.Possessive)
            return false;
        var noun = _tokens[i - 1].Form;
        if (noun.Text == "tank")
            return _tokens[i - 2].Form.Text == "think";
        // "Ann Lee, a retailer": such a noun is a person's too.
        return Kinds.Contains(noun.Text) && !(name.Type == EntityType.Person && noun.Has(WordTraits.PersonNoun));
    }

    /// <summary>The name with what belongs to it; null where it says where others are: "In New Hampshire, a group of".</summary>
    private TaggedName? Told(TaggedName name, in Passage passage)
    {
        var isKnown = name.Type == EntityType.Place && _keys.Find(name.First, name.End) is not null;
        var told = WithCapitalsBefore(name, passage, isTold: true);
        if (name.Type == EntityType.Place && told.First == name.First && (isKnown || IsWhere(name.First - 1, passage)))
            return null;
        return told with { Type = EntityType.Organisation };
    }

    private bool IsWhere(int i, in Passage passage) =>
        i >= passage.First
        && (_tokens[i].Form.Has(WordTraits.PlacePreposition) || _tokens[i].Form.Text is "on" or "for" or "of");

    private static bool EndsKind(WordForm form) =>
        form.Has(WordTraits.Function)
        || form.Folded.EndsWith("ed", StringComparison.Ordinal)
        || form.Text is "run" or "set";

    /// <summary>"Chipmaker | Veltrix", "carmaker Seat": what the noun of a company stands before is one, and the noun no part of it.</summary>
    private TaggedName? CompanyBefore(TaggedName name, in Passage passage)
    {
        if (name.End - name.First > 1 && IsCompanyNoun(name.First, passage))
            return name with { First = name.First + 1, Type = EntityType.Organisation };
        if (name.First == passage.First || !IsCompanyNoun(name.First - 1, passage))
            return null;
        return name.Type == EntityType.Place && _keys.Find(name.First, name.End) is { Power: >= KnownName.HandMade }
            ? null
            : name with
            {
                Type = EntityType.Organisation,
            };
    }

    private bool IsCompanyNoun(int i, in Passage passage)
    {
        var form = _tokens[i].Form;
        if (Companies.Contains(form.Folded))
            return true;
        if (!form.Folded.EndsWith("maker", StringComparison.Ordinal))
            return false;
        // "sportswear maker Nimbo"; but filmmakers and lawmakers are people.
        return form.Folded == "maker"
            ? i > passage.First
                && _tokens[i - 1].Form.Has(WordTraits.Noun)
                && !People.Contains(_tokens[i - 1].Form.Folded)
            : !form.Has(WordTraits.PersonNoun);
    }
}
