using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>
/// What the words behind a name tell of its bearer's gender: "Clinton said she", "Clinton's husband", "Clinton, the first
/// lady,". A family's surname alone tells nothing.
/// </summary>
internal sealed class GenderClues
{
    /// <summary>Farther on, a "she" is as likely somebody else's.</summary>
    private const int Farthest = 10;

    private readonly NameText _text;
    private readonly HashSet<int> _persons;

    public GenderClues(NameText text, IEnumerable<Candidate> people)
    {
        _text = text;
        _persons = [.. people.Select(p => p.First)];
    }

    /// <summary>What the words behind all of a person's names tell; nothing where they disagree.</summary>
    public Gender Behind(IReadOnlyList<Candidate> names)
    {
        var told = names.Select(Behind).Where(g => g != Gender.Untold).Distinct().Take(2).ToList();
        return told.Count == 1 ? told[0] : Gender.Untold;
    }

    public Gender Behind(Candidate name)
    {
        var limit = Math.Min(_text.Passages[name.Passage].End, name.End + Farthest);
        if (name.End < limit && _text.Tokens[name.End].Kind == TokenKind.Possessive)
            return OfSpouse(name.End + 1, limit);
        if (name.End + 1 < limit && _text.Tokens[name.End + 1].Form.Text == "whose")
            return OfSpouse(name.End + 2, limit);
        var isApposition = name.End < limit && _text.Tokens[name.End].Is(',');
        var isAlone = !HasOwnerBefore(name);
        for (var i = name.End; i < limit && !_persons.Contains(i); i++)
        {
            var token = _text.Tokens[i];
            if (token.Form.Text is "\"" or "“" or "”")
                break;
            if (!token.IsWord)
                isApposition &= i == name.End;
            // "Moss, who met her husband", "Moss, with her mother": whose words follow, the apposition does not tell.
            else if (token.Form.Folded is "who" or "his" or "her" or "their" or "with" or "of")
                isApposition = false;
            var gender = token.Form.Folded switch
            {
                "she" or "herself" when isAlone => Gender.Female,
                "he" or "himself" when isAlone => Gender.Male,
                _ when isApposition && !IsOwner(i) => GenderReader.OfWord(token.Form),
                _ => Gender.Untold,
            };
            if (gender != Gender.Untold)
                return gender;
        }

        return Gender.Untold;
    }

    /// <summary>"Her spokesperson, Moss, said that she": as likely whose spokesperson it is.</summary>
    private bool HasOwnerBefore(Candidate name)
    {
        for (var i = name.First - 1; i >= _text.Passages[name.Passage].First && name.First - i < Farthest; i--)
        {
            if (_text.Tokens[i].Kind == TokenKind.Possessive || _text.Tokens[i].Form.Folded is "his" or "her")
                return true;
        }

        return false;
    }

    /// <summary>"Moss, the king's doctor".</summary>
    private bool IsOwner(int i) => i + 1 < _text.Tokens.Count && _text.Tokens[i + 1].Kind == TokenKind.Possessive;

    private Gender OfSpouse(int first, int limit)
    {
        for (var i = first; i < limit && i < first + 2; i++)
        {
            switch (_text.Tokens[i].Form.Folded)
            {
                case "husband" or "ex-husband" or "boyfriend":
                    return Gender.Female;
                case "wife" or "ex-wife" or "girlfriend":
                    return Gender.Male;
            }
        }

        return Gender.Untold;
    }
}
