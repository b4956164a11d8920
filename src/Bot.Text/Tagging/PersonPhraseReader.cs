using Bot.Text.Lexicons;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Reads phrases whose head is a person: before a name, behind it, or alone.</summary>
internal sealed class PersonPhraseReader(NameText text, NameKeys keys)
{
    private const int MostModifiers = 7;
    private const int LongestTail = 12;

    private readonly TokenRow _tokens = text.Tokens;
    private readonly RoleStart _start = new(text);

    /// <summary>The phrase that ends before a token: "(the) former Florida governor | Jeb Bush".</summary>
    public PersonPhrase? EndingAt(int end, int lowest)
    {
        var head = end - 1;
        if (head < lowest || !IsHead(head) && !IsOfficeTail(head))
            return null;
        var first = head;
        while (first > lowest && head - first < MostModifiers && IsModifier(first - 1))
            first--;
        while (first < head && _tokens[first].Form.Text is "of" or "and" or "&" or "-")
            first++;
        first = _start.Cut(first, head, lowest);
        if (first == head && IsTieAlone(head) || IsNameOf(first, head))
            return null;
        if (first == head && IsAddress(_tokens[head].Form))
            return null;
        return new PersonPhrase(first, head, end, CountryIn(first, end));
    }

    /// <summary>The phrase that begins at a token, without the article before it: "(the) Russian foreign minister".</summary>
    public PersonPhrase? StartingAt(int first, int limit)
    {
        for (var i = first; i < limit && i - first <= MostModifiers; i++)
        {
            if (IsHead(i) && !(i + 1 < limit && GoesOn(i + 1)))
                return IsNameOf(first, i) ? null : new PersonPhrase(first, i, i + 1, CountryIn(first, i + 1));
            if (!IsModifier(i))
                return null;
        }

        return null;
    }

    public bool IsFollowedByOf(PersonPhrase phrase, int limit) =>
        phrase.End < limit && _tokens[phrase.End].Form.Text is "of";

    /// <summary>The same phrase with the one noun phrase behind its "of".</summary>
    public PersonPhrase WithOf(PersonPhrase phrase, int limit)
    {
        var end = EndOfFirstNounPhrase(phrase.End + 1, limit);
        return end == phrase.End + 1
            ? phrase
            : phrase with
            {
                End = end,
                Country = phrase.Country ?? CountryIn(phrase.End, end),
            };
    }

    /// <summary>The same phrase with what a preposition hangs on it, up to the comma that closes the apposition.</summary>
    public PersonPhrase WithTail(PersonPhrase phrase, int limit)
    {
        if (phrase.End >= limit || !LeadsTail(_tokens[phrase.End].Form))
            return phrase;
        var i = phrase.End;
        for (; i < limit && i - phrase.End < LongestTail; i++)
        {
            var token = _tokens[i];
            if (token.Kind == TokenKind.Mark && !token.Is('-') && !token.Is('&'))
                break;
            if (BreaksTail(token.Form))
                break;
        }

        // A tail that no mark closes may run into the sentence's verb: only the first noun phrase is safe then.
        if (i < limit && !(_tokens[i].Kind == TokenKind.Mark) || i - phrase.End >= LongestTail)
            i = EndOfFirstNounPhrase(phrase.End + 1, Math.Min(i, limit));
        return i > phrase.End + 1
            ? phrase with
            {
                End = i,
                Country = phrase.Country ?? CountryIn(phrase.End, i),
            }
            : phrase;
    }

    public static bool LeadsTail(WordForm form) =>
        form.Text is "of" or "at" or "for" or "in" or "from" or "with" or "to";

    /// <summary>True of a word with which another clause begins.</summary>
    public static bool BreaksTail(WordForm form) =>
        form.Has(WordTraits.Speech) && form.Folded is not "states"
        || form.Folded
            is "who"
                or "which"
                or "that"
                or "when"
                or "where"
                or "while"
                or "has"
                or "had"
                or "was"
                or "is"
                or "are"
                or "were"
                or "will"
                or "would";

    /// <summary>The country that a stretch of tokens names, by demonym, name or capital.</summary>
    public string? CountryIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!_tokens[i].Form.IsCapital)
                continue;
            if (i + 1 < end && keys.CountryOf(i, i + 2) is { } two)
                return two;
            if (keys.CountryOf(i, i + 1) is { } one)
                return one;
        }

        return null;
    }

    /// <summary>A noun that is a person, in the singular.</summary>
    public bool IsHead(int i)
    {
        var form = _tokens[i].Form;
        if (!_tokens[i].IsWord || form.Has(WordTraits.Plural | WordTraits.Function | WordTraits.Speech))
            return false;
        if (RoleStart.IsParticiple(form) || IsAdjectiveRather(form) || Compounds.AreAround(_tokens, i - 1))
            return false;
        if (form.Folded is "head" or "chair")
            return IsLeading(i);
        return form.Has(WordTraits.PersonNoun | WordTraits.Office)
            && !form.Has(WordTraits.Demonym)
            && form.Folded
                is not ("crown" or "star" or "candidate's" or "rival's" or "us" or "may" or "mark" or "will");
    }

    /// <summary>"head of the agency", "agency head Ann Roth": whoever leads something, and not a part of the body or a seat.</summary>
    private bool IsLeading(int i)
    {
        if (i + 1 >= _tokens.Count)
            return false;
        var next = _tokens[i + 1].Form;
        return next.Text is "of"
            || _tokens[i + 1].IsWord && next.IsCapital && !next.Has(WordTraits.Weekday | WordTraits.Month);
    }

    /// <summary>"Mr", "Sir": how somebody is called, and no role; "the chief" with a small letter is one.</summary>
    private static bool IsAddress(WordForm form) =>
        form.Has(WordTraits.Honorific)
        && !form.Has(WordTraits.Office)
        && (form.IsCapital || !form.Has(WordTraits.PersonNoun));

    /// <summary>"rival Ted Cruz": whose rival, nobody says.</summary>
    private bool IsTieAlone(int head) =>
        _tokens[head].Form.Folded is "fellow" or "rival" or "opponent" or "colleague" or "successor" or "predecessor";

    /// <summary>"Scott Farmer" in a list of people is no farmer.</summary>
    private bool IsNameOf(int first, int head) =>
        first < head
        && _tokens[first].Form.Has(WordTraits.GivenName)
        && !_tokens[first].Form.Has(WordTraits.Office)
        && _tokens[head].Form.IsCapital
        && !_tokens[head].Form.Has(WordTraits.Office | WordTraits.OfficePart);

    /// <summary>Dictionaries list persons under these, whom no newspaper names so: "a super PAC", "the federal court".</summary>
    private static bool IsAdjectiveRather(WordForm form) =>
        form.Folded
            is "super"
                or "federal"
                or "national"
                or "private"
                or "modern"
                or "great"
                or "notable"
                or "elder"
                or "temporary"
                or "senior"
                or "junior"
                or "gay"
                or "white"
                or "black"
                or "special"
                or "regular"
                or "permanent"
                or "present"
                or "minor"
                or "derelict"
                or "female"
                or "male";

    /// <summary>"Attorney General", "Secretary of State": the office's last word is no person's noun.</summary>
    private bool IsOfficeTail(int i)
    {
        for (
            ;
            i >= 0
                && _tokens[i].IsWord
                && _tokens[i].Form.IsCapital
                && _tokens[i].Form.Has(WordTraits.OfficePart | WordTraits.Rank);
            i--
        )
        {
            if (i > 1 && _tokens[i - 1].Form.Text == "of" && _tokens[i - 2].Form.Has(WordTraits.Office))
                return true;
        }

        return i >= 0 && _tokens[i].Form.IsCapital && _tokens[i].Form.Has(WordTraits.Office | WordTraits.Rank);
    }

    private bool GoesOn(int i)
    {
        var form = _tokens[i].Form;
        if (!_tokens[i].IsWord || form.Has(WordTraits.Function | WordTraits.Speech) || form.IsCapital)
            return false;
        // "deputy head of mission".
        if (form.Folded is "head" or "chair")
            return IsLeading(i);
        // "deputy national security adviser".
        if (form.Has(WordTraits.Adjective) && IsHead(i - 1) && i + 2 < text.Tokens.Count)
            return IsHead(i) && !form.Has(WordTraits.Verb)
                || IsHead(i + 1)
                || _tokens[i + 1].Form.Has(WordTraits.Noun) && IsHead(i + 2);
        return IsHead(i) && !form.Has(WordTraits.Verb)
            || form.Has(WordTraits.Noun) && !form.Has(WordTraits.Verb | WordTraits.Adjective);
    }

    private bool IsModifier(int i)
    {
        var token = _tokens[i];
        if (token.Is('&') || Compounds.AreAround(_tokens, i) || Compounds.AreAround(_tokens, i - 1))
            return true;
        if (!token.IsWord)
            return false;
        var form = token.Form;
        if (form.Text == "of")
            return i > 0
                && _tokens[i - 1].Form.IsCapital
                && _tokens[i - 1].Form.Has(WordTraits.Office | WordTraits.OrganisationHead);
        if (form.Has(WordTraits.Function | WordTraits.Speech | WordTraits.Weekday))
            return form.IsAcronym && form.Has(WordTraits.StartsKnownName)
                || form.Folded is "first" or "second" or "third" or "other";
        if (form.IsCapital)
            return true;
        return form.Has(WordTraits.Noun | WordTraits.Adjective)
            || form.Folded is "ex" or "then" or "longtime"
            || form.Text.Contains('-', StringComparison.Ordinal);
    }

    private int EndOfFirstNounPhrase(int first, int limit)
    {
        var i = first;
        while (
            i < limit
            && (
                _tokens[i].Form.Folded is "the" or "a" or "an" or "its" or "his" or "her"
                || _tokens[i].Kind == TokenKind.Possessive
            )
        )
            i++;
        while (i < limit && (IsModifier(i) || _tokens[i].Kind == TokenKind.Possessive))
            i++;
        return i;
    }
}
