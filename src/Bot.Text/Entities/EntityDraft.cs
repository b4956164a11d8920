using Bot.Text.Names;
using Bot.Text.Tagging;

namespace Bot.Text.Entities;

/// <summary>An entity while the passes still learn of it.</summary>
internal sealed class EntityDraft(EntityType type)
{
    public EntityType Type => type;

    public List<Candidate> Names { get; } = [];

    /// <summary>A name that the text never writes in one piece: "Hillary Clinton" where it has "Hillary and Bill Clinton".</summary>
    public string? ComposedName { get; init; }

    public List<PersonPhrase> Roles { get; } = [];

    /// <summary>Countries that a role, "Ukraine's …" or "… of Russia" ties a person to.</summary>
    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    public Gender Gender { get; set; }

    public List<Mention> References { get; } = [];

    public Entity ToEntity(NameText text, int id)
    {
        var forms = Names.Select(n => n.SpanIn(text).Of(text.Text)).ToList();
        var name =
            ComposedName
            ?? Names.Zip(forms).OrderByDescending(n => n.First.Length).ThenBy(n => n.First.First).First().Second;
        return new Entity(
            id,
            Type,
            name,
            [.. forms.Distinct(StringComparer.Ordinal).Where(f => f != name)],
            RoleOrder.Order(text, Roles),
            [
                .. Names
                    .Select(n => new Mention(n.SpanIn(text), MentionKind.Name))
                    .Concat(References)
                    .OrderBy(m => m.Span),
            ]
        )
        {
            Gender = Gender,
        };
    }
}
