using Bot.Text.Lexicons;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>A person's name by its parts, all folded.</summary>
/// <param name="Given">The first word; null where the name is a surname alone.</param>
/// <param name="Surname">The last word that is no "Jr.", without an Arabic article.</param>
internal readonly record struct PersonName(string? Given, string Surname)
{
    public static PersonName Of(NameText text, Candidate name)
    {
        var end = name.End;
        while (end - name.First > 1 && text.Tokens[end - 1].Form.Has(WordTraits.Suffix))
            end--;
        var first = name.First;
        while (first < end - 1 && text.Tokens[first].Form.Has(WordTraits.Particle))
            first++;
        return new PersonName(
            first == end - 1 ? null : text.Tokens[first].Form.Folded,
            Bare(text.Tokens[end - 1].Form.Folded)
        );
    }

    /// <summary>"al-Assad" and "Assad" are one surname.</summary>
    public static string Bare(string surname) =>
        surname.Length > 4 && surname[2] == '-' && surname[..2] is "al" or "el" or "ul" or "as" or "ar" or "an"
            ? surname[3..]
            : surname;

    public bool MayBe(PersonName other) =>
        Surname == other.Surname
        && (Given is null || other.Given is null || NameLexicon.Instance.Nicknames.MayBeOne(Given, other.Given));
}
