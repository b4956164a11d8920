using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;
using Bot.Text.Words;

namespace Bot.Text.Tagging;

/// <summary>
/// Tells persons from what bears a person's name: ships and storms, schools and bands. The words around tell, where the name
/// alone does not.
/// </summary>
internal sealed class Namesakes
{
    private static readonly FrozenSet<string> Things = WordSet.Of(
        """
        uss hms hmcs hmas rms ship warship ships vessel ferry yacht boat trawler tanker submarine destroyer frigate
        shuttle shuttles orbiter spacecraft spaceship rover hurricane hurricanes cyclone typhoon storm storms racehorse
        film movie musical sitcom album novel song ballad
        """
    );

    private static readonly FrozenSet<string> Bodies = WordSet.Of(
        """
        band bands duo trio quartet quintet supergroup school schools church churches chapel cathedral basilica abbey shrine
        parish hospital hospitals seminary monastery convent nightclub restaurant retailer brewery bakery
        """
    );

    /// <summary>What may follow the name of a thing, and no name that is the subject of a clause of its own.</summary>
    private static readonly FrozenSet<string> Followers = WordSet.Of(
        """
        and or of in on at from with by for to as into off near under over after before during
        is was are were has had will would can could may might
        """
    );

    private readonly NameText _text;
    private readonly IReadOnlyList<TaggedName> _names;
    private readonly List<TaggedName> _told;
    private readonly HashSet<string> _things = new(StringComparer.Ordinal);

    private Namesakes(NameText text, IReadOnlyList<TaggedName> names)
    {
        _text = text;
        _names = names;
        _told = new List<TaggedName>(names.Count);
    }

    public static IReadOnlyList<TaggedName> TellApart(NameText text, IReadOnlyList<TaggedName> names)
    {
        var namesakes = new Namesakes(text, names);
        for (var n = 0; n < names.Count; n++)
            namesakes.Tell(n);
        if (namesakes._things.Count > 0)
            namesakes._things.ExceptWith(namesakes.WordsOfPeople());
        return namesakes._things.Count == 0 ? namesakes._told : namesakes._told.FindAll(n => !namesakes.IsThing(n));
    }

    private void Tell(int n)
    {
        var name = _names[n];
        if (name.Type == EntityType.Person && IsTown(n))
        {
            name = name with { Type = EntityType.Place };
        }
        else if (name.Type == EntityType.Person)
        {
            var kind = KindBefore(name);
            if (kind == Kind.Thing)
            {
                _things.Add(KeyOf(name));
                // "USS" is no body.
                if (_told.Count > 0 && _told[^1].End == name.First && _told[^1].First == name.First - 1)
                    _told.RemoveAt(_told.Count - 1);
                return;
            }

            if (kind == Kind.Body || IsBodyOnList(n) || IsMembership(n))
                name = name with { Type = EntityType.Organisation };
        }
        else if (name.Type == EntityType.Organisation && IsFullName(name) && IsBetweenPeople(n))
        {
            name = name with { Type = EntityType.Person };
        }

        _told.Add(name);
    }

    /// <summary>"the ship Mary Rose", "Hurricane Katrina", "the band Jethro Tull".</summary>
    private Kind KindBefore(TaggedName name)
    {
        var passage = _text.Passages[name.Passage];
        if (name.First <= passage.First)
            return Kind.Person;
        var word = _text.Tokens[name.First - 1].Form;
        if (Things.Contains(word.Folded))
            return word.IsCapital || IsNameOfNoun(name, passage) ? Kind.Thing : Kind.Person;
        // "the cathedral of San Marco".
        if (word.Text == "of" && IsSaint(name) && name.First - 1 > passage.First)
            word = _text.Tokens[name.First - 2].Form;
        // "the church Smith went to": one word may be a subject, and its verb follows.
        return name.End - name.First > 1 && !word.IsCapital && Bodies.Contains(word.Folded) ? Kind.Body : Kind.Person;
    }

    private bool IsSaint(TaggedName name) =>
        _text.Tokens[name.First].Form.Text is "San" or "Santa" or "Santo" or "São" or "St" or "St." or "Saint";

    /// <summary>"Austin |, Texas": a town that is a given name too, before its state or country.</summary>
    private bool IsTown(int n)
    {
        var name = _names[n];
        return name.End - name.First == 1
            && n + 1 < _names.Count
            && _names[n + 1] is { Type: EntityType.Place } land
            && land.First == name.End + 1
            && _text.Tokens[name.End].Is(',')
            && NameLexicon.Instance.Known.KindOf(_text.Tokens[name.First].Form.Key) is { Type: EntityType.Place }
            && NameLexicon.Instance.Known.KindOf(_text.Tokens[land.First].Form.Key) is { Power: >= KnownName.HandMade };
    }

    /// <summary>"the ship Mary Rose, which", but "the film Steven Spielberg made" and "to ferry Donald Trump".</summary>
    private bool IsNameOfNoun(TaggedName name, Passage passage)
    {
        if (name.First - 2 < passage.First)
            return false;
        var before = _text.Tokens[name.First - 2];
        if (
            before.Kind != TokenKind.Possessive
            && !Language.House.Determiners.Contains(before.Form.Folded)
            && !before.Form.Has(WordTraits.Adjective)
        )
            return false;
        return name.End == passage.End
            || _text.Tokens[name.End].Kind == TokenKind.Mark
            || Followers.Contains(_text.Tokens[name.End].Form.Text);
    }

    /// <summary>"Nick Rhodes of | Duran Duran".</summary>
    private bool IsMembership(int n) =>
        n > 0
        && _names[n].End - _names[n].First > 1
        && _names[n - 1] is { Type: EntityType.Person } member
        && member.End == _names[n].First - 1
        && member.End - member.First > 1
        && _text.Tokens[member.End].Form.Text == "of"
        && !_text.Tokens[_names[n].First].Form.Has(WordTraits.GivenName);

    /// <summary>"Ansel Adams, | Chuck Close |, Walker Evans".</summary>
    private bool IsBetweenPeople(int n) =>
        IsNext(n)
        && IsNext(n + 1)
        && _names[n - 1].Type == EntityType.Person
        && _names[n + 1].Type == EntityType.Person;

    /// <summary>"the schools Santo Spirito and San Marco": the noun in the plural speaks for both.</summary>
    private bool IsBodyOnList(int n) =>
        IsNext(n)
        && _told.Count > 0
        && _told[^1] is { Type: EntityType.Organisation } before
        && before.First > 0
        && _text.Tokens[before.First - 1].Form is { IsCapital: false } noun
        && noun.Has(WordTraits.Plural)
        && Bodies.Contains(noun.Folded);

    /// <summary>Whether a comma or an "and" alone stands before a name and behind the one before it.</summary>
    private bool IsNext(int n)
    {
        if (n < 1 || n >= _names.Count)
            return false;
        var gap = _names[n].First - _names[n - 1].End;
        return _names[n].Passage == _names[n - 1].Passage
            && gap is 1 or 2
            && _text.Tokens[_names[n].First - 1].Form.Text is "," or "and"
            && (gap == 1 || _text.Tokens[_names[n - 1].End].Is(','));
    }

    private bool IsFullName(TaggedName name) =>
        name.End - name.First == 2
        && _text.Tokens[name.First].Form is { IsAcronym: false } given
        && given.Has(WordTraits.GivenName)
        && !given.Has(WordTraits.Demonym)
        && !_text.Tokens[name.First + 1].Form.Has(WordTraits.OrganisationEnding | WordTraits.ThingEnding);

    /// <summary>What the text once calls a ship is one all through, if it bears all of the name.</summary>
    private bool IsThing(TaggedName name) => name.Type == EntityType.Person && _things.Contains(KeyOf(name));

    private string KeyOf(TaggedName name) =>
        string.Join(' ', Enumerable.Range(name.First, name.End - name.First).Select(i => _text.Tokens[i].Form.Folded));

    /// <summary>First and last words of the people's longer names: "Katrina" is no storm where the text has a Katrina Smith.</summary>
    private HashSet<string> WordsOfPeople()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in _told)
        {
            if (name.Type != EntityType.Person || name.End - name.First < 2)
                continue;
            words.Add(_text.Tokens[name.First].Form.Folded);
            words.Add(_text.Tokens[name.End - 1].Form.Folded);
        }

        return words;
    }

    private enum Kind
    {
        Person,
        Body,
        Thing,
    }
}
