using System.Collections.Frozen;
using Bot.Text.Entities;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Spans;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;
using Bot.Text.Words;

namespace Bot.Text.References;

/// <summary>Reads a text from left to right and adds to each person the descriptions and pronouns that stand for it.</summary>
internal sealed class ReferenceResolver
{
    private static readonly FrozenSet<string> Auxiliaries = WordSet.Of(
        "is was has had will would can could may might should must did does do"
    );

    private static readonly FrozenSet<string> PastForms = Language.House.Set("past forms");

    private readonly NameText _text;
    private readonly bool[] _quoted;
    private readonly bool[] _inName;
    private readonly Scene _scene;
    private readonly PersonPhraseReader _phrases;
    private readonly DescriptionLinker _descriptions;
    private readonly PronounResolver _pronouns;
    private readonly Ages _ages;
    private readonly Epithets _epithets;
    private readonly Dictionary<int, (EntityDraft Person, Candidate Name)> _named = [];
    private readonly HashSet<int> _inRole = [];

    private ReferenceResolver(NamedText named, IReadOnlyList<MarkedStretch> stretches)
    {
        _text = named.Text;
        _quoted = QuotedTokens.Read(_text, stretches);
        _inName = new bool[_text.Tokens.Count];
        foreach (var name in named.Entities.SelectMany(e => e.Names))
            _inName.AsSpan(name.First, name.Length).Fill(value: true);
        _scene = new Scene(_text);
        _phrases = new PersonPhraseReader(_text, new NameKeys(_text));
        var people = named.Entities.Where(e => e.Type == EntityType.Person).ToList();
        _descriptions = new DescriptionLinker(_text, people, _scene);
        _pronouns = new PronounResolver(_text, _scene);
        _ages = new Ages(_text, people, _scene, _phrases);
        _epithets = new Epithets(_text, people, _scene, _phrases);
        foreach (var person in people)
        {
            foreach (var name in person.Names)
                _named[name.First] = (person, name);
            foreach (var role in person.Roles)
                _inRole.Add(role.Head);
        }
    }

    public static IReadOnlyList<Entity> Resolve(NamedText named, IReadOnlyList<MarkedStretch> stretches)
    {
        var resolver = new ReferenceResolver(named, stretches);
        if (resolver._named.Count > 0)
        {
            for (var p = 0; p < named.Text.Passages.Count; p++)
                resolver.Read(p);
        }

        return named.ToEntities();
    }

    private void Read(int index)
    {
        var passage = _text.Passages[index];
        for (var i = passage.First; i < passage.End; i++)
        {
            if (_inName[i] && _named.TryGetValue(i, out var named))
            {
                _scene.Add(
                    new Sighting(
                        named.Person,
                        i,
                        named.Name.End,
                        IsSubject(named.Name.TitleFirst, named.Name.End, passage),
                        MentionKind.Name
                    )
                );
                i = named.Name.End - 1;
                continue;
            }

            if (!passage.IsSentence || _quoted[i] || _inName[i] || !_text.Tokens[i].IsWord)
                continue;
            var word = _text.Tokens[i].Form.Folded;
            if (PronounResolver.GenderOf(word) != Gender.Untold)
            {
                if (_pronouns.Resolve(i, index, _quoted) is { } person)
                    Add(person, i, i + 1, word is "he" or "she", MentionKind.Pronoun);
            }
            else if (word is "the" && ReadThe(i, index, passage) is { } end)
            {
                i = end - 1;
            }
        }
    }

    /// <returns>Where the description ends that stands for somebody known; null where none does.</returns>
    private int? ReadThe(int article, int index, Passage passage) =>
        ReadAge(article, index, passage)
        ?? ReadDescription(article, index, passage)
        ?? ReadEpithet(article, index, passage);

    private int? ReadAge(int article, int index, Passage passage)
    {
        if (_ages.EndOf(article, passage.End) is not { } end || _ages.Whose(article, index, _quoted) is not { } person)
            return null;
        Add(person, article, end, IsSubject(article, end, passage), MentionKind.Description);
        return end;
    }

    private int? ReadDescription(int article, int index, Passage passage)
    {
        if (_phrases.StartingAt(article + 1, passage.End) is not { } phrase || _inRole.Contains(phrase.Head))
            return null;
        if (IsOwnName(phrase, passage))
            return null;
        // "the chief of police" is whoever the text calls so, in whichever order; "of" nothing known is somebody else.
        if (_phrases.IsFollowedByOf(phrase, passage.End))
            phrase = _phrases.WithOf(phrase, passage.End);
        if (_phrases.IsFollowedByOf(phrase, passage.End) || _named.ContainsKey(phrase.End) || HasOwnName(phrase))
            return null;
        if (_descriptions.Link(phrase, index) is not { } person)
            return null;
        Add(person, article, phrase.End, IsSubject(article, phrase.End, passage), MentionKind.Description);
        if (phrase.Country is { } country)
        {
            person.AddRole(_text, phrase);
            if (person.Countries.Count == 0)
                person.Countries.Add(country);
        }

        return phrase.End;
    }

    private int? ReadEpithet(int article, int index, Passage passage)
    {
        if (_epithets.EndOf(article, passage.End) is not { } end || _inRole.Contains(end - 1))
            return null;
        if (_epithets.Whose(article, end, index, _quoted) is not { } person)
            return null;
        Add(person, article, end, IsSubject(article, end, passage), MentionKind.Description);
        return end;
    }

    /// <summary>"The Statesman wrote": a noun that is written large and is no title is the name of something.</summary>
    private bool IsOwnName(PersonPhrase phrase, Passage passage) =>
        passage.HasPlainCase
        && _text.Tokens[phrase.Head].Form is { IsCapital: true } head
        && !head.Has(WordTraits.Title | WordTraits.OfficePart);

    private bool HasOwnName(PersonPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (_named.ContainsKey(i))
                return true;
        }

        return false;
    }

    private void Add(EntityDraft person, int first, int end, bool isSubject, MentionKind kind)
    {
        var span = TextSpan.FromBounds(_text.Tokens[first].Span.Start, _text.Tokens[end - 1].Span.End);
        person.References.Add(new Mention(span, kind));
        _scene.Add(new Sighting(person, first, end, isSubject, kind));
    }

    /// <summary>Whether a verb follows, at once, behind an apposition of a few words, or behind the comma that closes one.</summary>
    private bool IsSubject(int first, int end, Passage passage)
    {
        var i = end;
        if (i < passage.End && _text.Tokens[i].Is(','))
        {
            if (first > passage.First && _text.Tokens[first - 1].Is(',') && IsAct(i + 1, passage))
                return true;
            for (var n = 0; n < 20 && ++i < passage.End && !_text.Tokens[i].Is(','); n++) { }
            i++;
        }

        while (
            i < passage.End
                && _text.Tokens[i].Form.Folded
                    is "also"
                        or "never"
                        or "later"
                        or "then"
                        or "who"
                        or "himself"
                        or "herself"
                        or "now"
                        or "still"
            || i < passage.End
                && _text.Tokens[i].IsWord
                && _text.Tokens[i].Form.Folded.EndsWith("ly", StringComparison.Ordinal)
        )
            i++;
        return IsAct(i, passage);
    }

    private bool IsAct(int i, Passage passage)
    {
        if (i >= passage.End || !_text.Tokens[i].IsWord || _text.Tokens[i].Form.IsCapital)
            return false;
        var form = _text.Tokens[i].Form;
        return form.Has(WordTraits.Speech | WordTraits.Verb | WordTraits.PersonVerb)
            || Auxiliaries.Contains(form.Folded)
            || PastForms.Contains(form.Folded)
            || form.Folded.EndsWith("ed", StringComparison.Ordinal);
    }
}
