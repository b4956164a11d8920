using System.Globalization;
using Bot.Text.Entities;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.References;

/// <summary>Tells whom "the 31-year-old" stands for: who is of that age, or else whom the text was just telling of.</summary>
internal sealed class Ages
{
    private const string Ending = "-year-old";

    /// <summary>Sentences back that the one may stand whom the text tells of.</summary>
    private const int Reach = 2;

    private readonly NameText _text;
    private readonly Scene _scene;
    private readonly PersonPhraseReader _phrases;
    private readonly HashSet<EntityDraft> _known = [];

    /// <summary>Null where two are of an age.</summary>
    private readonly Dictionary<int, EntityDraft?> _bearers = [];

    public Ages(NameText text, IEnumerable<EntityDraft> people, Scene scene, PersonPhraseReader phrases)
    {
        (_text, _scene, _phrases) = (text, scene, phrases);
        foreach (var person in people)
        foreach (var name in person.Names)
        {
            if ((Behind(name.End) ?? Before(name.TitleFirst)) is { } age && _known.Add(person))
                _bearers[age] = _bearers.ContainsKey(age) ? null : person;
        }
    }

    /// <returns>
    /// Where "the 31-year-old" or "the 31-year-old teacher" ends that stands for its bearer, by the token of its article; null where
    /// none stands there.
    /// </returns>
    public int? EndOf(int article, int limit)
    {
        var end = article + 2;
        if (end > limit || AgeIn(article + 1) is null)
            return null;
        if (Epithets.StandsAlone(_text, end, limit))
            return end;
        return _phrases.StartingAt(end, limit) is { } noun && Epithets.StandsAlone(_text, noun.End, limit)
            ? noun.End
            : null;
    }

    /// <param name="quoted">Which tokens stand in marks: nobody whom speech speaks of is meant.</param>
    public EntityDraft? Whose(int article, int passage, bool[] quoted)
    {
        if (AgeIn(article + 1) is { } age && _bearers.TryGetValue(age, out var bearer))
            return bearer;
        foreach (var sighting in _scene.Since(passage - Reach))
        {
            if (sighting.IsSubject && !quoted[sighting.First])
                return _known.Contains(sighting.Person) ? null : sighting.Person;
        }

        return null;
    }

    /// <summary>"Ann Roth, 31, …", "Ann Roth (31)", "Ann Roth, aged 31".</summary>
    private int? Behind(int end)
    {
        var i = end;
        if (i + 2 >= _text.Tokens.Count || !_text.Tokens[i].Is(',') && !_text.Tokens[i].Is('('))
            return null;
        i++;
        if (_text.Tokens[i].Form.Folded is "aged" or "age")
            i++;
        var closing = _text.Tokens[Math.Min(i + 1, _text.Tokens.Count - 1)];
        return _text.Tokens[i].Kind == TokenKind.Number && closing.Kind == TokenKind.Mark
            ? Years(_text.Tokens[i].Form.Text)
            : null;
    }

    /// <summary>"31-year-old teacher Ann Roth".</summary>
    private int? Before(int first)
    {
        for (var i = first - 1; i >= 0 && i > first - 5 && _text.Tokens[i].Kind != TokenKind.Mark; i--)
        {
            if (AgeIn(i) is { } age)
                return age;
        }

        return null;
    }

    private int? AgeIn(int token)
    {
        var word = _text.Tokens[token].Form.Folded;
        return word.EndsWith(Ending, StringComparison.Ordinal)
            ? Years(word.AsSpan(0, word.Length - Ending.Length))
            : null;
    }

    private static int? Years(ReadOnlySpan<char> digits) =>
        digits.Length <= 3 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
            ? years
            : null;
}
