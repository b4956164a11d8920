using Bot.Text.Lexicons;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Reads the country, the party and the state that the words around a name tie its bearer to.</summary>
internal sealed class TieReader(NameText text, PersonPhraseReader phrases)
{
    private readonly TokenRow _tokens = text.Tokens;

    public void Read(EntityDraft person, Candidate name, Passage passage)
    {
        ReadCountry(person, name, passage);
        ReadAffiliation(person, name, passage);
    }

    private void ReadCountry(EntityDraft person, Candidate name, Passage passage)
    {
        var i = Math.Min(name.TitleFirst, name.First) - 1;
        while (
            i > passage.First
            && name.First - i < 12
            && _tokens[i].IsWord
            && !_tokens[i].Form.Has(WordTraits.Function | WordTraits.Verb)
        )
            i--;
        if (
            i > passage.First
            && _tokens[i].Kind == TokenKind.Possessive
            && phrases.CountryIn(Math.Max(passage.First, i - 2), i) is { } owner
        )
            person.Countries.Add(owner);
        if (
            name.End + 1 < passage.End
            && _tokens[name.End].Form.Text == "of"
            && phrases.CountryIn(name.End + 1, Math.Min(passage.End, name.End + 3)) is { } home
        )
            person.Countries.Add(home);
    }

    /// <summary>"Ann Lee (D-Mass.)", "Ann Lee, D-Mass.," and "Ann Lee of Massachusetts".</summary>
    private void ReadAffiliation(EntityDraft person, Candidate name, Passage passage)
    {
        var i = name.End;
        if (i + 1 >= passage.End)
            return;
        if ((_tokens[i].Is('(') || _tokens[i].Is(',')) && Affiliation.ShortAt(text, i + 1, passage.End) is { } tie)
        {
            person.Party ??= tie.Party;
            person.States.Add(tie.State);
        }
        else if (_tokens[i].Form.Text == "of" && Affiliation.StateAt(text, i + 1, passage.End) is { } home)
        {
            person.States.Add(home.State);
        }
    }
}
