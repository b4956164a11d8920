using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Tells a person's gender by title ("Mr.", "congresswoman"), else by given name where nearly all who bear it share one.</summary>
internal static class GenderReader
{
    private const int NearlyAll = 85;
    private const int AsGoodAsAll = 97;

    /// <summary>Given names that are a woman's in one country and a man's in another, whatever the lists say: "Andrea", "Jean".</summary>
    private static readonly FrozenSet<string> OfBoth = Language.House.Set("names of both");

    public static Gender Read(NameText text, IReadOnlyList<Candidate> names)
    {
        foreach (var name in names)
        {
            if (OfTitle(text, name) is var gender and not Gender.Untold)
                return gender;
        }

        foreach (var name in names.Where(n => n.Length > 1))
        {
            if (OfGivenName(text.Tokens[name.First].Form.Folded) is var gender and not Gender.Untold)
                return gender;
        }

        return Gender.Untold;
    }

    public static Gender OfGivenName(string folded) => OfBoth.Contains(folded) ? Gender.Untold : OfListed(folded);

    private static Gender OfListed(string folded) =>
        NameLexicon.Instance.ShareOfWomen(folded) switch
        {
            >= NearlyAll => Gender.Female,
            <= 100 - NearlyAll => Gender.Male,
            _ => Gender.Untold,
        };

    /// <summary>Whether hardly anybody of the other gender bears a given name: it stands against a title.</summary>
    public static bool IsSureOf(string folded) =>
        NameLexicon.Instance.ShareOfWomen(folded) is >= AsGoodAsAll or <= 100 - AsGoodAsAll;

    public static Gender OfTitle(NameText text, Candidate name)
    {
        for (var i = name.First - 1; i >= name.TitleFirst; i--)
        {
            if (OfWord(text.Tokens[i].Form) is var gender and not Gender.Untold)
                return gender;
        }

        return Gender.Untold;
    }

    public static Gender OfWord(WordForm form) =>
        form.Has(WordTraits.Female) ? Gender.Female
        : form.Has(WordTraits.Male) ? Gender.Male
        : Gender.Untold;
}
