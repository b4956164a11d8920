using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Reads what a text says a person is, right before and right behind the name.</summary>
internal sealed class RoleReader
{
    private const int LongestOffice = 7;
    private const int LongestTail = 12;

    private readonly NameText _text;
    private readonly TokenRow _tokens;
    private readonly PersonPhraseReader _phrases;
    private readonly TieReader _ties;

    public RoleReader(NameText text)
    {
        _text = text;
        _tokens = text.Tokens;
        _phrases = new PersonPhraseReader(text, new NameKeys(text));
        _ties = new TieReader(text, _phrases);
    }

    public void Read(EntityDraft person)
    {
        foreach (var name in person.Names)
        {
            var passage = _text.Passages[name.Passage];
            ReadBefore(person, name, passage);
            ReadBehind(person, name, passage);
            _ties.Read(person, name, passage);
        }
    }

    private void ReadBefore(EntityDraft person, Candidate name, Passage passage)
    {
        // "The hospital's director, Dr Lee": the title stands behind the comma.
        if (name.HasTitle)
            ReadAcross(person, name, name.TitleFirst, passage);
        var i = name.First;
        if (ReadAcross(person, name, i, passage))
            return;
        if (_phrases.EndingAt(i, passage.First) is { } phrase)
        {
            if (Paired(phrase, passage) is { } other)
                Take(person, other);
            Take(person, phrase);
        }
        else if (OfficeOf(Math.Min(name.TitleFirst, name.First), passage) is { } office)
            Take(person, office);
    }

    /// <summary>
    /// "Harbour master | and former crewman Alan Jewell". Behind an article two offices are two persons': "the president and
    /// foreign minister Ole Berg".
    /// </summary>
    private PersonPhrase? Paired(PersonPhrase phrase, Passage passage)
    {
        var and = phrase.First - 1;
        if (and <= passage.First || _tokens[and].Form.Text != "and")
            return null;
        if (_phrases.EndingAt(and, passage.First) is not { } other || MayBeName(other, passage))
            return null;
        var isLed = other.First > passage.First && IsDeterminer(other.First - 1);
        return isLed && (IsOffice(other) || IsOffice(phrase)) ? null : other;
    }

    /// <summary>"geologist Jon Hart | and author Ann Lee": a hart is no person.</summary>
    private bool MayBeName(PersonPhrase phrase, Passage passage) =>
        _tokens[phrase.Head].Form.IsCapital
        && phrase.Head > passage.First
        && (!IsOffice(phrase) || _tokens[phrase.First].Form.Has(WordTraits.GivenName));

    private bool IsOffice(PersonPhrase phrase) => _tokens[phrase.Head].Form.Has(WordTraits.Office);

    /// <summary>
    /// "The Russian foreign minister, Sergei Lavrov, said": only an article tells that from the end of another clause.
    /// </summary>
    /// <returns>Whether a comma stands there.</returns>
    private bool ReadAcross(EntityDraft person, Candidate name, int first, Passage passage)
    {
        if (first - 1 <= passage.First || !_tokens[first - 1].Is(','))
            return false;
        if (IsClosedBehind(name, passage) && (Long(first - 1, passage) ?? Led(first - 1, passage)) is { } before)
            Take(person, before);
        return true;
    }

    /// <summary>The phrase that ends before a token and has an article or an owner before it.</summary>
    private PersonPhrase? Led(int end, Passage passage) =>
        _phrases.EndingAt(end, passage.First) is { } phrase
        && phrase.First > passage.First
        && (IsDeterminer(phrase.First - 1) || _tokens[phrase.First - 1].Form.Text == "whose")
            ? phrase
            : null;

    /// <summary>"The head of the agency in Geneva |, Ann Lee,": the longest one, for "the mother of the boy" is no boy.</summary>
    private PersonPhrase? Long(int end, Passage passage)
    {
        PersonPhrase? longest = null;
        for (var i = end - 1; i > passage.First && end - i <= LongestTail; i--)
        {
            var token = _tokens[i];
            if (token.Kind == TokenKind.Mark && !token.Is('-') && !token.Is('&') || IsOfOtherClause(i))
                break;
            if (PersonPhraseReader.LeadsTail(token.Form) && Led(i, passage) is { } phrase)
                longest = phrase with { End = end, Country = phrase.Country ?? _phrases.CountryIn(i, end) };
        }

        return longest;
    }

    /// <summary>"…an officer and fired the chief |, Ann Lee,": a verb, or a second thing, stands between.</summary>
    private bool IsOfOtherClause(int i)
    {
        var form = _tokens[i].Form;
        return PersonPhraseReader.BreaksTail(form)
            || IsDeterminer(i + 1)
                && (form.Text == "and" || !form.IsCapital && form.Folded.EndsWith("ed", StringComparison.Ordinal));
    }

    /// <summary>"Governor of Washington | Ann Lee", "Secretary of Homeland Security | Paul Hart".</summary>
    private PersonPhrase? OfficeOf(int end, Passage passage)
    {
        for (var i = end - 1; i > passage.First && end - i <= LongestOffice; i--)
        {
            var token = _tokens[i];
            if (
                i < end - 1
                && token.Form.Text is "of" or "for"
                && _tokens[i - 1].Form is { IsCapital: true } office
                && office.Has(WordTraits.Office)
            )
            {
                var first = _phrases.EndingAt(i, passage.First)?.First ?? i - 1;
                return new PersonPhrase(first, i - 1, end, _phrases.CountryIn(first, end));
            }

            if (!token.IsWord || !token.Form.IsCapital && token.Form.Text is not ("and" or "of" or "the" or "for"))
                return null;
        }

        return null;
    }

    private void ReadBehind(EntityDraft person, Candidate name, Passage passage)
    {
        var i = BehindHonours(name.End, passage);
        if (i + 1 >= passage.End || !_tokens[i].Is(','))
            return;
        i++;
        // "Ann Lee, 45, a teacher".
        if (_tokens[i].Kind == TokenKind.Number && i + 2 < passage.End && _tokens[i + 1].Is(','))
            i += 2;
        // "…, who is a teacher" and "…, who was the club's coach".
        if (_tokens[i].Form.Folded == "who" && i + 2 < passage.End && _tokens[i + 1].Form.Folded is "is" or "was")
            i += 2;
        // "…, then the majority leader".
        if (
            i + 1 < passage.End
            && _tokens[i].Form.Folded is "then" or "now" or "once" or "formerly" or "currently" or "also"
        )
            i++;
        int? next = i;
        for (var n = 0; n < EntityDraft.MostRoles && next is { } at; n++)
            next = ReadApposition(person, at, passage);
    }

    /// <summary>"…, Neil Bassett,", "…, Neil Bassett of Bassett and Crowe,".</summary>
    private bool IsClosedBehind(Candidate name, Passage passage)
    {
        var i = BehindHonours(name.End, passage);
        if (i < passage.End && _tokens[i].Form.Text is "of" or "from")
        {
            i++;
            while (
                i < passage.End
                && i < name.End + LongestTail
                && (_tokens[i].Form.IsCapital || _tokens[i].Is('&') || _tokens[i].Form.Text is "the" or "of" or "and")
            )
                i++;
        }

        return IsClosed(i, passage);
    }

    /// <summary>"Simon Frayne KC |, a barrister".</summary>
    private int BehindHonours(int end, Passage passage)
    {
        while (end < passage.End && Honours.AreIn(_tokens[end].Form.Text))
            end++;
        // "Evan Hadley, M.D., director of".
        return end + 1 < passage.End && _tokens[end].Is(',') && Honours.AreDegrees(_tokens[end + 1].Form.Text)
            ? end + 2
            : end;
    }

    /// <returns>Where the next one begins, null where none does.</returns>
    private int? ReadApposition(EntityDraft person, int i, Passage passage)
    {
        var bare = !IsDeterminer(i);
        if (!bare)
            i++;
        i = SkipOwner(i, passage);
        if (i >= passage.End || _phrases.StartingAt(i, passage.End) is not { } phrase)
            return null;
        phrase = _phrases.WithTail(phrase, passage.End);
        // Without an article only an office or a phrase that a mark closes is an apposition.
        if (bare && !IsClosed(phrase.End, passage))
            return null;
        Take(person, phrase);
        // "…, the company's chief executive and a former general,".
        return phrase.End + 1 < passage.End && _tokens[phrase.End].Form.Text == "and" && IsDeterminer(phrase.End + 1)
            ? phrase.End + 1
            : null;
    }

    /// <summary>"Russia's foreign minister": the owner stays outside, the country is noted by <see cref="Take"/>.</summary>
    private int SkipOwner(int i, Passage passage)
    {
        for (var n = i; n < passage.End && n < i + 4; n++)
        {
            if (_tokens[n].Kind == TokenKind.Possessive)
                return n + 1;
            if (!_tokens[n].IsWord || _tokens[n].Form.Has(WordTraits.Function | WordTraits.Speech))
                break;
        }

        return i;
    }

    private void Take(EntityDraft person, PersonPhrase phrase)
    {
        person.AddRole(_text, phrase);
        person.Party ??= Affiliation.PartyIn(_text, phrase.First, phrase.End);
        if (Affiliation.StateIn(_text, phrase.First, phrase.End) is { } state)
            person.States.Add(state);
        var country = phrase.Country ?? OwnerCountry(phrase.First);
        if (country is not null)
            person.Countries.Add(country);
        if (person.Gender == Gender.Untold)
            person.Gender = GenderReader.OfWord(_tokens[phrase.Head].Form);
    }

    private string? OwnerCountry(int first) =>
        first > 1 && _tokens[first - 1].Kind == TokenKind.Possessive
            ? _phrases.CountryIn(Math.Max(0, first - 3), first - 1)
            : null;

    private bool IsDeterminer(int i) =>
        _tokens[i].Kind == TokenKind.Possessive
        || _tokens[i].Form.Folded
            is "the"
                or "a"
                or "an"
                or "his"
                or "her"
                or "its"
                or "their"
                or "another"
                or "one"
                or "our";

    private bool IsClosed(int i, Passage passage) =>
        i >= passage.End
        || _tokens[i].Is(',')
        || _tokens[i].Is('.')
        || _tokens[i].Is(';')
        || _tokens[i].Is(')')
        || _tokens[i].Is('—')
        || _tokens[i].Is('–');
}
