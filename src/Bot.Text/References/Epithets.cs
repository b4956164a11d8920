using System.Collections.Frozen;
using Bot.Text.Entities;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.References;

/// <summary>
/// Tells whom another word for a name stands for: "the Croatian", "the striker", "the mother-of-two". Nothing in the text may say
/// what these call somebody, so that they count only where one person alone was just told of.
/// </summary>
internal sealed class Epithets(NameText text, List<EntityDraft> people, Scene scene, PersonPhraseReader phrases)
{
    private const int MostModifiers = 3;

    /// <summary>Sentences of a paragraph beyond which nobody looks back, so that no text takes quadratic time.</summary>
    private const int Farthest = 40;

    /// <summary>Persons beyond which no compatriots are counted, likewise.</summary>
    private const int MostPeople = 64;

    private static readonly FrozenSet<string> Nouns = Language.House.Set("epithets");

    private static readonly FrozenSet<string> Compatriots = Language.House.Set("compatriots");

    /// <returns>Where an epithet behind "the" at a token ends, null where there is none.</returns>
    public int? EndOf(int article, int limit)
    {
        for (var i = article + 1; i < limit && i - article <= MostModifiers + 1; i++)
        {
            if (IsHead(i) && StandsAlone(text, i + 1, limit))
                return i + 1;
            if (!IsModifier(i))
                return null;
        }

        return null;
    }

    /// <summary>Whether no noun that it would only modify stands behind a description.</summary>
    public static bool StandsAlone(NameText text, int end, int limit)
    {
        if (end >= limit || !text.Tokens[end].IsWord)
            return end >= limit || text.Tokens[end].Kind == TokenKind.Mark && !text.Tokens[end].Is('-');
        var next = text.Tokens[end].Form;
        return next.Has(WordTraits.Speech | WordTraits.Function)
            || !next.IsCapital && !next.Has(WordTraits.Noun | WordTraits.Adjective);
    }

    /// <param name="quoted">Which tokens stand in marks: nobody whom speech speaks of is meant.</param>
    public EntityDraft? Whose(int article, int end, int passage, bool[] quoted)
    {
        var ties = new Ties(GenderOf(text.Tokens[end - 1].Form), phrases.CountryIn(article + 1, end));
        if (ties.Country is { } country)
        {
            var compatriots = people.Take(MostPeople).Where(p => p.Countries.Contains(country)).Take(2).ToList();
            if (compatriots.Count > 0)
                return compatriots.Count == 1 ? compatriots[0] : null;
        }

        var paragraph = text.Passages[passage].Paragraph;
        var here = FirstOf(passage, paragraph);
        return Only(here, passage, ties, quoted, out var isEmpty) is { } person ? person
            : isEmpty && here > 0 ? Only(FirstOf(here - 1, paragraph - 1), here - 1, ties, quoted, out _)
            : null;
    }

    /// <summary>The one person who fits of those told of in some passages; null where they are several or none.</summary>
    private EntityDraft? Only(int first, int last, in Ties ties, bool[] quoted, out bool isEmpty)
    {
        isEmpty = true;
        EntityDraft? only = null;
        var end = text.Passages[last].End;
        foreach (var sighting in scene.Since(first))
        {
            if (sighting.First >= end || quoted[sighting.First])
                continue;
            isEmpty = false;
            if (!ties.Fit(sighting.Person) || sighting.Person == only)
                continue;
            if (only is not null)
                return null;
            only = sighting.Person;
        }

        return only;
    }

    /// <summary>The first passage of a paragraph that another passage ends.</summary>
    private int FirstOf(int passage, int paragraph)
    {
        var first = passage;
        while (first > 0 && passage - first < Farthest && text.Passages[first - 1].Paragraph >= paragraph)
            first--;
        return first;
    }

    private bool IsHead(int i)
    {
        var token = text.Tokens[i];
        return token.IsWord
            && (
                token.Form.IsCapital
                    ? Compatriots.Contains(token.Form.Folded)
                    : Nouns.Contains(token.Form.Folded) || IsParent(token.Form.Folded)
            );
    }

    /// <summary>"mother-of-two".</summary>
    private static bool IsParent(string word) =>
        word.StartsWith("mother-of-", StringComparison.Ordinal)
        || word.StartsWith("father-of-", StringComparison.Ordinal)
        || word.StartsWith("mum-of-", StringComparison.Ordinal)
        || word.StartsWith("dad-of-", StringComparison.Ordinal);

    private bool IsModifier(int i)
    {
        var token = text.Tokens[i];
        return token.IsWord
            && !token.Form.Has(WordTraits.Speech)
            && (token.Form.IsCapital || token.Form.Has(WordTraits.Adjective) || token.Form.Folded is "former");
    }

    /// <summary>"Dutchwoman", "mum-of-two": what no list of nouns has.</summary>
    private static Gender GenderOf(WordForm head)
    {
        var word = head.Folded;
        if (word.EndsWith("woman", StringComparison.Ordinal) || word.StartsWith("mum-", StringComparison.Ordinal))
            return Gender.Female;
        if (word.StartsWith("dad-", StringComparison.Ordinal))
            return Gender.Male;
        // "German" is a man by no means.
        return word is "frenchman" or "dutchman" or "englishman" or "irishman" or "welshman" or "scotsman"
            ? Gender.Male
            : GenderReader.OfWord(head);
    }

    /// <summary>What an epithet itself says.</summary>
    private readonly record struct Ties(Gender Gender, string? Country)
    {
        public bool Fit(EntityDraft person) =>
            (Gender == Gender.Untold || person.Gender == Gender.Untold || person.Gender == Gender)
            && (Country is null || person.Countries.Count == 0 || person.Countries.Contains(Country));
    }
}
