using Bot.Text.Spans;

namespace Bot.Text.Names;

public enum EntityType
{
    Person,
    Place,
    Organisation,
}

public enum MentionKind
{
    Name,

    /// <summary>"the Ukrainian leader", "his wife".</summary>
    Description,
    Pronoun,
}

/// <summary>One place where a text speaks of an entity; a name's title and possessive ending are outside the span.</summary>
public readonly record struct Mention(TextSpan Span, MentionKind Kind);

/// <summary>A person, place or organisation of one text, with every mention of it in order.</summary>
/// <param name="Id">One-based, by salience: the most salient is 1.</param>
/// <param name="Name">The fullest form that the text has.</param>
/// <param name="Aliases">The other forms that it has, each once.</param>
/// <param name="Roles">"Russian Foreign Minister", "U.S. president": as written, without article.</param>
public sealed record Entity(
    int Id,
    EntityType Type,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<TextSpan> Roles,
    IReadOnlyList<Mention> Mentions
)
{
    /// <summary>Of a person, as title, given name, roles and the words behind the name tell, pronouns among them; <see cref="Gender.Untold"/> of all else.</summary>
    public Gender Gender { get; init; }
}
