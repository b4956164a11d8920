using Bot.Text.Lexicons;

namespace Bot.Text.Tagging;

/// <summary>Cuts a run of capitalised words into names, and takes titles, nationalities and opening words off them.</summary>
internal sealed class RunSplitter(NameText text, NameKeys keys, List<Candidate> candidates)
{
    private const WordTraits OfficeWords = WordTraits.Title | WordTraits.OfficePart;

    private readonly IReadOnlyList<NameToken> _tokens = text.Tokens;

    public void Split(int passageIndex, int first, int end)
    {
        var passage = text.Passages[passageIndex];
        var at = first;
        while (at < end)
        {
            var known = keys.FindLongest(at, end, out var knownEnd);
            if (known is { } whole && knownEnd == end)
            {
                Emit(passageIndex, at, end, at, whole);
                return;
            }

            if (IsOpeningWord(passage, at, end))
            {
                at++;
                continue;
            }

            if (known is { } part && EndsApart(at, knownEnd, end, part))
            {
                Emit(passageIndex, at, knownEnd, at, part);
                at = knownEnd;
                continue;
            }

            var form = _tokens[at].Form;
            if (NationalityEnd(at, end) is var people && people > at && !IsProperWithDemonym(at, end))
            {
                at = people;
                continue;
            }

            if (
                form.Has(WordTraits.Nobody)
                && !form.Has(WordTraits.GivenName)
                && at + 1 < end
                && IsPersonStart(at + 1, end)
            )
            {
                at++;
                continue;
            }

            var afterTitle = EndOfTitle(at, end);
            if (afterTitle > at && !(IsOrganisation(at, end) && !IsPersonStart(afterTitle, end)))
            {
                if (afterTitle == end)
                    return;
                var person = EndOfPerson(afterTitle, end);
                Emit(passageIndex, afterTitle, person, at, keys.Find(afterTitle, person));
                at = person;
                continue;
            }

            var stop = NextTitle(at, end);
            Emit(passageIndex, at, stop, at, keys.Find(at, stop));
            at = stop;
        }
    }

    /// <summary>A capital that only opens the sentence: "Police Chief Ann Lee" keeps none of "Police" as a name.</summary>
    private bool IsOpeningWord(Passage passage, int at, int end)
    {
        var form = _tokens[at].Form;
        if (form.Has(WordTraits.Function) && !form.IsAcronym)
            return true;
        if (at != passage.First || !form.Has(WordTraits.Common) || form.IsAcronym || end - at < 2)
            return false;
        // "Former Mexico leader": half of a title leads to one, or only opens the sentence.
        if (form.Has(WordTraits.OfficePart) && form.Has(WordTraits.Adjective) && EndOfTitle(at, end) == at)
            return keys.FindLongest(at + 1, end, out _) is not null;
        if (form.Has(OfficeWords | WordTraits.GivenName | WordTraits.PlaceStart | WordTraits.OrganisationHead))
            return false;
        if (IsPersonStart(at + 1, end) && !form.Has(WordTraits.OrganisationEnding))
            return true;
        return form.Cases.CapitalInside <= form.Cases.LowerCase
            && !_tokens[end - 1].Form.Has(WordTraits.OrganisationEnding | WordTraits.PlaceEnding);
    }

    /// <summary>Whether a known name at a run's start is a name by itself: "US | President …", not "Washington State University".</summary>
    private bool EndsApart(int at, int knownEnd, int end, KnownName known)
    {
        if (EndOfTitle(knownEnd, end) > knownEnd && !IsOrganisation(at, end))
            return true;
        if (knownEnd - at > 1 && known.Power >= 6)
            return !_tokens[end - 1].Form.Has(WordTraits.OrganisationEnding | WordTraits.PlaceEnding);
        return known.Power >= 8
            && !_tokens[at].Form.Has(WordTraits.GivenName)
            && _tokens[knownEnd].Form.Has(WordTraits.GivenName)
            && !IsOrganisation(at, end);
    }

    /// <summary>The end of "Danish", "South Korean", "West African"; the token itself where no nationality stands.</summary>
    private int NationalityEnd(int at, int end)
    {
        if (at + 1 < end && NameLexicon.Instance.IsDemonym(keys.KeyOf(at, at + 2)))
            return at + 2;
        if (_tokens[at].Form.Has(WordTraits.Demonym))
            return at + 1;
        return
            at + 1 < end
            && _tokens[at].Form.Has(WordTraits.PlaceStart)
            && _tokens[at + 1].Form.Folded
                is "american"
                    or "americans"
                    or "african"
                    or "africans"
                    or "asian"
                    or "asians"
                    or "european"
                    or "europeans"
            ? at + 2
            : at;
    }

    /// <summary>"British Airways", "Australian Labor Party": the nationality is a part of the name.</summary>
    private bool IsProperWithDemonym(int at, int end)
    {
        if (end - at < 2)
            return false;
        var last = _tokens[end - 1].Form;
        return last.Folded
            is "party"
                or "union"
                or "federation"
                or "association"
                or "congress"
                or "league"
                or "institute"
                or "airlines"
                or "airways"
                or "council"
                or "society"
                or "times"
                or "post"
                or "open"
                or "museum"
                or "university"
                or "college"
                or "academy"
                or "foundation"
                or "club"
                or "corporation"
                or "company"
                or "island"
                or "islands"
                or "sea"
                or "ocean"
                or "republic"
                or "movement"
                or "front"
                or "alliance"
                or "commission"
                or "fund"
                or "bank"
                or "territory"
                or "territories"
                or "channel";
    }

    /// <returns>The end of the title at a token; the token itself where there is none.</returns>
    private int EndOfTitle(int at, int end)
    {
        var stop = at;
        for (var i = at; i < end && _tokens[i].Form.Has(OfficeWords); i++)
        {
            if (_tokens[i].Form.Has(WordTraits.Title) || i > at && _tokens[i].Form.Folded == "general")
                stop = i + 1;
            // "Secretary of State", "Minister of Foreign Affairs".
            if (i + 2 < end && _tokens[i + 1].Form.Text == "of" && _tokens[i + 2].Form.Has(WordTraits.OfficePart))
            {
                i += 2;
                while (i + 1 < end && _tokens[i + 1].Form.Has(WordTraits.OfficePart))
                    i++;
                stop = i + 1;
            }
        }

        return stop;
    }

    /// <summary>Where the next title begins behind a name's first words: "NASA | Administrator", "Florida | Gov.".</summary>
    private int NextTitle(int at, int end)
    {
        if (IsOrganisation(at, end))
            return end;
        for (var i = at + 1; i < end; i++)
        {
            if (!_tokens[i].Form.Has(OfficeWords) || _tokens[i - 1].Form.IsInitial)
                continue;
            var stop = EndOfTitle(i, end);
            if (stop == i || i - at <= 2 && _tokens[at].Form.Has(WordTraits.GivenName) && !IsPersonStart(stop, end))
                continue;
            return i;
        }

        return end;
    }

    private bool IsPersonStart(int at, int end) =>
        at < end && (_tokens[at].Form.Has(WordTraits.GivenName) || _tokens[at].Form.IsInitial);

    private int EndOfPerson(int at, int end)
    {
        var stop = at + 1;
        while (stop < end && EndOfTitle(stop, end) == stop)
            stop++;
        return stop;
    }

    private bool IsOrganisation(int at, int end)
    {
        if (end - at < 2)
            return false;
        if (_tokens[end - 1].Form.Has(WordTraits.OrganisationEnding) && !_tokens[end - 1].Form.Has(OfficeWords))
            return true;
        for (var i = at; i + 1 < end; i++)
        {
            if (_tokens[i].Form.Has(WordTraits.OrganisationHead) && _tokens[i + 1].Form.Text is "of" or "for")
                return true;
        }

        return false;
    }

    private void Emit(int passageIndex, int first, int end, int titleFirst, KnownName? known)
    {
        while (end > first + 1 && !IsNameEnd(end - 1))
            end--;
        if (end - first == 1 && _tokens[first].Form.IsInitial && known is null)
            return;
        if (!Enumerable.Range(first, end - first).Any(i => IsOwn(_tokens[i].Form)) && known is null)
            return;
        var passage = text.Passages[passageIndex];
        candidates.Add(
            new Candidate
            {
                Passage = passageIndex,
                First = first,
                End = end,
                TitleFirst = titleFirst,
                Known = known,
                Key = keys.KeyOf(first, end),
                IsWeak = !passage.HasPlainCase || first == passage.First && titleFirst == first,
            }
        );
    }

    private bool IsNameEnd(int i) => _tokens[i].IsWord && _tokens[i].Form.IsCapital;

    /// <summary>Whether a word says more than a nationality, a faith or a part of an office.</summary>
    private static bool IsOwn(WordForm form) =>
        form.IsCapital && !form.Has(WordTraits.Demonym | WordTraits.Nobody | WordTraits.Weekday | WordTraits.Function);
}
