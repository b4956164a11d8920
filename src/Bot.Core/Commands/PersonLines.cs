using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Spelling;
using Bot.Text.Names;

namespace Bot.Core.Commands;

/// <summary>How answers name someone: in full, with the role, in a list, and as a reader would type it.</summary>
internal static class PersonLines
{
    public static IReadOnlyList<Inline> NameAndRole(ReadArticle article, Entity person) =>
        Role(article, person) is { } role
            ? [article.NameOf(person, isStrong: true), new Plain(", "), role]
            : [article.NameOf(person, isStrong: true)];

    public static Verbatim? Role(ReadArticle article, Entity person) =>
        person.Roles.Count > 0 ? article.Clip(person.Roles[0]) : null;

    public static IReadOnlyList<Inline> List(ReadArticle article, IEnumerable<Entity> people)
    {
        var words = new List<Inline>();
        foreach (var person in people)
        {
            if (words.Count > 0)
                words.Add(new Plain(", "));
            words.Add(article.NameOf(person, isStrong: false));
        }

        return words;
    }

    /// <summary>The last word of a person's name, as it stands on a button.</summary>
    public static string ShortName(Entity person) =>
        person.Type == EntityType.Person && person.Name.LastIndexOf(' ') is > 0 and var blank
            ? person.Name[(blank + 1)..]
            : person.Name;

    public static string Typed(Entity person) =>
        Unaccented.Of(ShortName(person)) is var name && name.Contains(' ', StringComparison.Ordinal)
            ? $"\"{name}\""
            : name;
}
