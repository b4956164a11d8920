using Bot.Text.Entities;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.References;

/// <summary>Tells whom a description stands for: "the Ukrainian leader", "the prime minister". Silent where two fit.</summary>
internal sealed class DescriptionLinker(NameText text, IReadOnlyList<EntityDraft> people, Scene scene)
{
    private const double Enough = 2;

    /// <summary>Most texts name fewer; beyond it the least named are left out, so that no text takes quadratic time.</summary>
    private const int MostPeople = 64;

    private readonly List<EntityDraft> _people = [.. people.OrderByDescending(p => p.Names.Count).Take(MostPeople)];

    public EntityDraft? Link(PersonPhrase phrase, int passage)
    {
        var ties = new Ties(
            GenderReader.OfWord(text.Tokens[phrase.Head].Form),
            Affiliation.PartyIn(text, phrase.First, phrase.End),
            Affiliation.StateIn(text, phrase.First, phrase.Head)
        );
        EntityDraft? best = null;
        var (top, second) = (0.0, 0.0);
        foreach (var person in _people)
        {
            var score = Score(person, phrase, ties, passage);
            if (score > top)
                (best, top, second) = (person, score, top);
            else if (score > second)
                second = score;
        }

        return top >= Enough && top - second >= 0.7 ? best : null;
    }

    private double Score(EntityDraft person, PersonPhrase phrase, in Ties ties, int passage)
    {
        if (ties.Gender != Gender.Untold && person.Gender != Gender.Untold && ties.Gender != person.Gender)
            return 0;
        var country = CountryScore(person, phrase);
        if (country < 0)
            return 0;
        var home = HomeScore(person, ties.State);
        if (home < 0 || ties.Party is not null && person.Party is not null && ties.Party != person.Party)
            return 0;
        if (Affiliation.PartyAt(text, phrase.Head) is not null)
            return home > 1 && ties.Party == person.Party ? OrNothing(home + Recency(person, phrase, passage)) : 0;
        var head = text.Tokens[phrase.Head].Form;
        var role = RoleScore(person, phrase, head);
        if (role <= 0 && home > 1 && Heads.IsGeneric(head.Folded))
            role = 0.5;
        if (role <= 0 && !(country > 0 && Heads.IsOfState(head.Folded) && !HasOtherOffice(person)))
            return 0;
        var recency = Recency(person, phrase, passage);
        if (recency < 0)
            return 0;
        return role + country + home + recency;
    }

    /// <summary>Nothing for whom the text has not spoken of yet, and for whom it has long left: their recency adds nothing to the home's three.</summary>
    private static double OrNothing(double score) => score > 3 ? score : 0;

    /// <summary>Three where the person is tied to the phrase's state, below zero where to another: "the Texas senator".</summary>
    private static double HomeScore(EntityDraft person, string? state)
    {
        if (state is null)
            return 0;
        if (person.States.Count == 0)
            return 0.01;
        return person.States.Contains(state) ? 3 : -1;
    }

    /// <summary>Three where a role or "Ukraine's …" ties the person to the phrase's country, below zero where it ties to another.</summary>
    private static double CountryScore(EntityDraft person, PersonPhrase phrase)
    {
        if (phrase.Country is not { } country)
            return 0;
        if (person.Countries.Count == 0)
            return 0.01;
        return person.Countries.Contains(country) ? 3 : -1;
    }

    private double RoleScore(EntityDraft person, PersonPhrase phrase, WordForm head)
    {
        var best = 0.0;
        foreach (var role in person.Roles)
        {
            var other = text.Tokens[role.Head].Form.Folded;
            var score =
                Heads.AreOne(other, head.Folded) ? 2
                : Heads.IsGeneric(head.Folded) && Heads.Covers(head.Folded, other) ? 1.2
                : 0;
            if (score > 0)
                score += IsDeputy(role) == IsDeputy(phrase) ? Shared(person, role, phrase) : -Enough;
            best = Math.Max(best, score);
        }

        // A modifier that no role of the person has, and no country explains, is another's: "the Labour leader".
        return best;
    }

    /// <summary>"The shadow chancellor" is not the chancellor, nor the vice president the president.</summary>
    private bool IsDeputy(PersonPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            if (text.Tokens[i].Form.Folded is "shadow" or "deputy" or "vice" or "assistant" or "associate" or "junior")
                return true;
        }

        return false;
    }

    /// <summary>Words before the head that role and description share, less those that the role lacks.</summary>
    private double Shared(EntityDraft person, PersonPhrase role, PersonPhrase phrase)
    {
        var score = 0.0;
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            // What the person's ties explain is no modifier: "the Massachusetts senator", "the Republican lawmaker".
            if (Affiliation.StateAt(text, i, phrase.Head) is { } home && person.States.Contains(home.State))
            {
                i += home.Length - 1;
                continue;
            }

            var word = text.Tokens[i].Form;
            if (Affiliation.PartyAt(text, i) is { } party && party == person.Party)
                continue;
            if (
                word.Has(WordTraits.Demonym)
                || word.Folded is "former" or "new" or "then" or "current" or "outgoing" or "-"
            )
                continue;
            score +=
                IsIn(role, word) ? 0.5
                : phrase.Country is not null ? -0.1
                : -1;
        }

        return score + SharedBehind(role, phrase);
    }

    /// <summary>Words behind the head, as in "chief of police": each must be the role's too, unless it is the country's.</summary>
    private double SharedBehind(PersonPhrase role, PersonPhrase phrase)
    {
        var score = 0.0;
        for (var i = phrase.Head + 1; i < phrase.End; i++)
        {
            var word = text.Tokens[i].Form;
            if (!text.Tokens[i].IsWord || word.Has(WordTraits.Function) || word.IsCapital && phrase.Country is not null)
                continue;
            score += IsIn(role, word) ? 0.5 : -2;
        }

        return score;
    }

    private bool IsIn(PersonPhrase role, WordForm word)
    {
        for (var k = role.First; k < role.End; k++)
        {
            if (text.Tokens[k].Form.Folded == word.Folded)
                return true;
        }

        return false;
    }

    private bool HasOtherOffice(EntityDraft person) =>
        person.Roles.Any(r => !Heads.IsOfState(text.Tokens[r.Head].Form.Folded));

    /// <summary>Below zero for whom the text has not spoken of yet, nothing for whom it spoke of long ago.</summary>
    private double Recency(EntityDraft person, PersonPhrase phrase, int passage)
    {
        var distance = 0;
        foreach (var sighting in scene.Since(passage - 12))
        {
            if (sighting.Person == person)
                return Math.Max(0.1, 1 - 0.1 * distance);
            distance++;
        }

        return person.Names[0].First < phrase.First ? 0 : -1;
    }

    /// <summary>What a phrase itself says, worked out once for all people.</summary>
    private readonly record struct Ties(Gender Gender, string? Party, string? State);
}
