using Bot.Text.Lexicons;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>A person's name by its parts, all folded.</summary>
/// <param name="Given">The first word; null where the name is a surname alone.</param>
/// <param name="Surname">The last word that is no "Jr.", without an Arabic article.</param>
internal readonly record struct PersonName(string? Given, string Surname)
{
    /// <summary>"jr", "sr", "iii": which of a family's namesakes; null where the name does not tell.</summary>
    public string? Generation { get; init; }

    /// <summary>The first letter between given name and surname, a blank where nothing stands there.</summary>
    public char Middle { get; init; }

    /// <summary>Whether that letter is all that the name has of it: "George W. Bush".</summary>
    public bool HasInitial { get; init; }

    public static PersonName Of(NameText text, Candidate name)
    {
        var end = name.End;
        string? generation = null;
        while (end - name.First > 1 && text.Tokens[end - 1].Form.Has(WordTraits.Suffix))
        {
            end--;
            generation = GenerationOf(text.Tokens[end].Form.Folded) ?? generation;
        }

        var first = name.First;
        while (first < end - 1 && text.Tokens[first].Form.Has(WordTraits.Particle))
            first++;
        var surname = Bare(text.Tokens[end - 1].Form.Folded);
        if (first == end - 1)
            return new PersonName(null, surname) { Generation = generation, Middle = ' ' };
        var middle = first + 1 < end - 1 && IsMiddle(text.Tokens[first + 1]) ? text.Tokens[first + 1].Form : null;
        return new PersonName(text.Tokens[first].Form.Folded, surname)
        {
            Generation = generation,
            Middle = middle?.Folded[0] ?? ' ',
            HasInitial = middle is { IsInitial: true },
        };
    }

    /// <summary>"al-Assad" and "Assad" are one surname.</summary>
    public static string Bare(string surname) =>
        surname.Length > 4 && surname[2] == '-' && surname[..2] is "al" or "el" or "ul" or "as" or "ar" or "an"
            ? surname[3..]
            : surname;

    public bool MayBe(PersonName other) =>
        Surname == other.Surname
        && !IsOtherNamesake(other)
        && (Given is null || other.Given is null || NameLexicon.Instance.Nicknames.MayBeOne(Given, other.Given));

    /// <summary>"Robert F. Kennedy Jr." and "… Sr." are two, and so are "George W. Bush" and "George H.W. Bush".</summary>
    private bool IsOtherNamesake(PersonName other) =>
        Generation is not null && other.Generation is not null && Generation != other.Generation
        || (HasInitial || other.HasInitial) && Middle != ' ' && other.Middle != ' ' && Middle != other.Middle;

    private static string? GenerationOf(string suffix) =>
        suffix.TrimEnd('.') switch
        {
            "jr" or "jnr" => "jr",
            "sr" or "snr" => "sr",
            "ii" or "iii" or "iv" => suffix,
            _ => null,
        };

    private static bool IsMiddle(NameToken token) =>
        token.IsWord && token.Form.IsCapital && !token.Form.Has(WordTraits.Particle);
}
