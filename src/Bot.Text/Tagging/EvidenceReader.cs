using Bot.Text.Lexicons;
using Bot.Text.Names;

namespace Bot.Text.Tagging;

/// <summary>Weighs what a candidate's own words and the words around it tell of its kind.</summary>
internal sealed class EvidenceReader(NameText text)
{
    private readonly IReadOnlyList<NameToken> _tokens = text.Tokens;

    /// <summary>What the name's own words tell, the same wherever it stands.</summary>
    public Evidence WeighWords(Candidate c)
    {
        if (c.Known is { Power: >= 8 } && c.Length > 1)
            return OfKnown(c);
        return OfKnown(c) + (c.Length == 1 ? OfOneWord(c) : OfWords(c));
    }

    /// <summary>What this one place tells.</summary>
    public Evidence WeighPlace(Candidate c) => OfTitle(c) + Around(c);

    private Evidence OfKnown(Candidate c)
    {
        if (c.Known is not { } known)
            return default;
        var first = _tokens[c.First].Form;
        var isWord = c.Length == 1 && first.Has(WordTraits.Common) && !first.IsAcronym;
        if (known.Type == EntityType.Organisation)
            return isWord
                ? c.IsWeak && first.Cases.CapitalInside == 0
                    ? Evidence.ForOrganisation(0.5)
                    : Evidence.ForOrganisation(2)
                : Evidence.ForOrganisation(4.5);
        if (isWord && known.Power < 6)
            return default;
        var points =
            known.Power >= 8 ? 4
            : known.Power >= 6 ? 3
            : 1 + 0.4 * (known.Power - 3);
        if (isWord)
            points *= c.IsWeak && first.Cases.CapitalInside == 0 ? 0.15 : 0.6;
        if (c.Length == 1 && first.Has(WordTraits.GivenName) && known.Power < 8)
            points *= 0.5;
        return Evidence.ForPlace(points);
    }

    private Evidence OfTitle(Candidate c)
    {
        if (!c.HasTitle)
            return default;
        var last = _tokens[c.First - 1].Form;
        if (last.Has(WordTraits.Honorific | WordTraits.Rank))
            return Evidence.ForPerson(5);
        return Evidence.ForPerson(c.Known is { Power: >= 8 } ? 1.5 : 4);
    }

    private Evidence OfOneWord(Candidate c)
    {
        var form = _tokens[c.First].Form;
        var evidence = default(Evidence);
        if (form.IsAcronym)
            return text.Passages[c.Passage].HasPlainCase
                ? Evidence.ForOrganisation(c.Known is null ? 1.2 : 0)
                : default;
        if (form.Has(WordTraits.Common) && c.Known is null)
            evidence += Evidence.ForNothing(form.Cases.CapitalInside > form.Cases.LowerCase ? 1 : 2.5);
        else if (form.Has(WordTraits.Common) && c.IsWeak && form.Cases.CapitalInside == 0)
            evidence += Evidence.ForNothing(1.5);
        if (form.Has(WordTraits.Famous))
            evidence += Evidence.ForPerson(2.5);
        if (form.Has(WordTraits.GivenName))
            evidence += Evidence.ForPerson(0.3 * NameLexicon.Instance.PowerOfGivenName(form.Folded));
        if (
            form.Text.AsSpan(1).ContainsAnyInRange('A', 'Z')
            && !form.Text.Contains('-', StringComparison.Ordinal)
            && !form.Text.StartsWith("Mc", StringComparison.Ordinal)
            && !form.Text.Contains('\'', StringComparison.Ordinal)
            && !form.Text.Contains('’', StringComparison.Ordinal)
        )
            evidence += Evidence.ForOrganisation(1.5);
        if (
            form.Has(WordTraits.OrganisationEnding | WordTraits.PlaceEnding | WordTraits.Title | WordTraits.OfficePart)
            && c.Known is null
            && !c.HasTitle
        )
            evidence += Evidence.ForNothing(2);
        return evidence;
    }

    private Evidence OfWords(Candidate c)
    {
        var (common, unknown, acronyms, initials, particles, connectors, marks) = (0, 0, 0, 0, 0, 0, 0);
        var head = false;
        for (var i = c.First; i < c.End; i++)
        {
            var form = _tokens[i].Form;
            if (form.IsInitial)
                initials++;
            else if (form.IsAcronym && form.Text.Length < 6)
                acronyms++;
            else if (_tokens[i].Is('&'))
                marks++;
            else if (form.Text is "of" or "for" or "and" or "in" or "on")
                connectors++;
            else if (!form.IsCapital && form.Has(WordTraits.Particle))
                particles++;
            else if (form.Has(WordTraits.Common | WordTraits.Demonym | WordTraits.Nobody) && !IsGiven(form))
                common++;
            else if (!IsGiven(form))
                unknown++;
            head |= form.Has(WordTraits.OrganisationHead) && i + 1 < c.End && _tokens[i + 1].Form.Text is "of" or "for";
        }

        var (first, last) = (_tokens[c.First].Form, _tokens[c.End - 1].Form);
        var evidence = default(Evidence);
        if (first.Has(WordTraits.GivenName) && c.Length <= 8 && common < c.Length)
            evidence += Evidence.ForPerson(
                0.6 * NameLexicon.Instance.PowerOfGivenName(first.Folded) * (first.Has(WordTraits.Common) ? 0.6 : 1)
            );
        else if (c.Length == 2 && last.Has(WordTraits.GivenName))
            evidence += Evidence.ForPerson(1);
        if (initials > 0 && initials < c.Length && c.Length <= 4)
            evidence += Evidence.ForPerson(2);
        if (last.Has(WordTraits.Suffix))
            evidence += Evidence.ForPerson(3);
        if (particles > 0 && c.Length <= 5)
            evidence += Evidence.ForPerson(1);
        if (marks + connectors > 0 || head)
            evidence += Evidence.ForOrganisation(head ? 4 : 2);
        if (last.Has(WordTraits.OrganisationEnding))
            evidence += Evidence.ForOrganisation(3.5);
        else if (_tokens[c.First].Form.Has(WordTraits.OrganisationHead))
            evidence += Evidence.ForOrganisation(1);
        if (last.Has(WordTraits.PlaceEnding))
            evidence += Evidence.ForPlace(last.Has(WordTraits.OrganisationEnding) ? 1.5 : 3);
        if (first.Has(WordTraits.PlaceHead) && c.Length > 2 && _tokens[c.First + 1].Form.Text == "of")
            evidence += Evidence.ForPlace(3);
        else if (first.Has(WordTraits.PlaceStart))
            evidence += Evidence.ForPlace(1.5);
        if (acronyms > 0)
            evidence += Evidence.ForOrganisation(1);
        if (common == 0 && unknown > 0 && c.Length is 2 or 3 && acronyms + connectors + marks == 0)
            evidence += Evidence.ForPerson(1.5);
        if (last.Has(WordTraits.ThingEnding) && !first.Has(WordTraits.GivenName))
            evidence += Evidence.ForNothing(4);
        if (common == c.Length)
            evidence += new Evidence(0, 0, 0.8, 0.9);
        else if (common > 0)
            evidence += Evidence.ForOrganisation(0.6 * common);
        return evidence;
    }

    /// <summary>"Truth" and "Justice" were given too, by few.</summary>
    private static bool IsGiven(WordForm form) =>
        form.Has(WordTraits.GivenName)
        && (!form.Has(WordTraits.Common) || NameLexicon.Instance.PowerOfGivenName(form.Folded) >= 5);

    private Evidence Around(Candidate c)
    {
        var passage = text.Passages[c.Passage];
        return Before(c, passage) + After(c, passage);
    }

    private Evidence Before(Candidate c, Passage passage)
    {
        var i = c.TitleFirst - 1;
        if (i < passage.First)
            return default;
        var token = _tokens[i];
        var form = token.Form;
        if (token.Is(','))
            return i > passage.First && _tokens[i - 1].Form.Has(WordTraits.Place) ? Evidence.ForPlace(0.5) : default;
        if (!token.IsWord)
            return default;
        switch (form.Folded)
        {
            case "in":
                return new Evidence(-0.5, 1.6, 0, 0);
            case "at" or "of":
                return new Evidence(0, 0.4, 0.4, 0);
            case "the":
                return new Evidence(-2, 0.2, 0.8, 0)
                    + (c.Length == 1 && c.Known is null ? Evidence.ForNothing(0.5) : default);
            case "a" or "an" or "this" or "these" or "those" or "every" or "any" or "some" or "many" or "no":
                return new Evidence(-1.5, -0.5, 0, 1.2);
            case "by" or "with" or "and":
                return new Evidence(0.3, 0, 0.2, 0);
            case "told":
                return new Evidence(0.5, 0, 0.6, 0);
        }

        if (form.Has(WordTraits.PlacePreposition))
            return new Evidence(-0.2, form.Folded is "to" or "from" ? 0.6 : 1.3, 0, 0);
        if (form.Has(WordTraits.PlaceNoun) || form.Text == "of" && _tokens[i - 1].Form.Has(WordTraits.PlaceNoun))
            return Evidence.ForPlace(2);
        if (!form.IsCapital && form.Has(WordTraits.PersonNoun | WordTraits.Office) && !form.Has(WordTraits.Verb))
            return Evidence.ForPerson(2.5);
        if (form.Has(WordTraits.Speech))
            return new Evidence(1, 0, 0.2, 0);
        return default;
    }

    private Evidence After(Candidate c, Passage passage)
    {
        var i = c.End;
        if (i >= passage.End)
            return default;
        var token = _tokens[i];
        var form = token.Form;
        if (token.Kind == TokenKind.Possessive)
            return AfterPossessive(i + 1, passage);
        if (token.Is(','))
            return AfterComma(c, i + 1, passage);
        if (token.Is('('))
            return AfterBracket(c, i + 1, passage);
        if (!token.IsWord)
            return default;
        if (form.Folded is "who" or "whose")
            return Evidence.ForPerson(2.5);
        if (form.Has(WordTraits.Speech))
            return new Evidence(1.4, 0, 0.5, 0);
        if (form.Has(WordTraits.PersonVerb))
            return new Evidence(1, 0, 0.1, 0);
        if (form.IsCapital)
            return default;
        if (form.Folded is "administration" or "supporters" or "campaign" or "aides")
            return Evidence.ForPerson(1);
        if (form.Has(WordTraits.PlaceNoun) || form.Folded is "border" or "airport" or "river" or "coast" or "residents")
            return Evidence.ForPlace(1.5);
        return
            form.Folded
                is "spokesman"
                    or "spokeswoman"
                    or "spokesperson"
                    or "officials"
                    or "official"
                    or "employees"
                    or "shares"
                    or "staff"
                    or "executive"
                    or "executives"
                    or "chief"
                    or "chairman"
                    or "newspaper"
                    or "magazine"
                    or "agency"
                    or "party"
                    or "group"
                    or "company"
                    or "fighters"
                    or "militants"
                    or "lawmakers"
                    or "members"
                    or "leader"
            ? Evidence.ForOrganisation(0.8)
            : default;
    }

    private Evidence AfterPossessive(int i, Passage passage)
    {
        if (i >= passage.End)
            return default;
        var form = _tokens[i].Form;
        if (form.Has(WordTraits.Relation))
            return Evidence.ForPerson(2);
        return
            form.Folded
                is "capital"
                    or "government"
                    or "army"
                    or "border"
                    or "economy"
                    or "parliament"
                    or "coast"
                    or "largest"
                    or "prime"
                    or "foreign"
                    or "president"
                    or "military"
                    or "population"
                    or "northern"
                    or "southern"
                    or "eastern"
                    or "western"
                    or "main"
            ? Evidence.ForPlace(1.2)
            : default;
    }

    private Evidence AfterComma(Candidate c, int i, Passage passage)
    {
        if (i >= passage.End)
            return default;
        var form = _tokens[i].Form;
        if (form.Folded is "who" or "whose")
            return Evidence.ForPerson(2.5);
        if (_tokens[i].Kind == TokenKind.Number)
            return form.Text.Length == 2 && i + 1 < passage.End && _tokens[i + 1].Kind == TokenKind.Mark
                ? Evidence.ForPerson(2.5)
                : default;
        if (form.IsCapital)
            return NameLexicon.Instance.Known.Find(form.Key) is { Type: EntityType.Place, Power: >= 8 }
                ? new Evidence(-0.5, 1.5, 0, 0)
                : default;
        // "Ann Lee, a local teacher," and "Ann Lee, president of".
        for (var n = 0; n < 5 && i < passage.End && _tokens[i].IsWord; n++, i++)
        {
            if (_tokens[i].Form.Has(WordTraits.PersonNoun) && !_tokens[i].Form.Has(WordTraits.GivenName))
                return Evidence.ForPerson(c.Known is null ? 2 : 0.5);
            if (
                _tokens[i].Form.Folded
                is "company"
                    or "group"
                    or "party"
                    or "agency"
                    or "organisation"
                    or "organization"
                    or "firm"
            )
                return Evidence.ForOrganisation(2);
            if (_tokens[i].Form.Folded is "city" or "town" or "village" or "capital" or "province" or "suburb")
                return Evidence.ForPlace(2);
        }

        return default;
    }

    private Evidence AfterBracket(Candidate c, int i, Passage passage)
    {
        if (i + 1 >= passage.End || !_tokens[i + 1].Is(')'))
            return default;
        return _tokens[i].Form.IsAcronym && c.Length > 1 ? Evidence.ForOrganisation(3)
            : _tokens[i].Kind == TokenKind.Number ? Evidence.ForPerson(1)
            : default;
    }
}
