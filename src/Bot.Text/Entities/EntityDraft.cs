using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>An entity while the passes still learn of it.</summary>
internal sealed class EntityDraft(EntityType type)
{
    /// <summary>More are no news, and a text that repeats itself must not take quadratic time.</summary>
    public const int MostRoles = 24;

    private readonly List<PersonPhrase> _roles = [];

    public EntityType Type => type;

    public List<Candidate> Names { get; } = [];

    /// <summary>A name that the text never writes in one piece: "Hillary Clinton" where it has "Hillary and Bill Clinton".</summary>
    public string? ComposedName { get; init; }

    /// <summary>What the text says that a person is, each wording once.</summary>
    public IReadOnlyList<PersonPhrase> Roles => _roles;

    /// <summary>Countries that a role, "Ukraine's …" or "… of Russia" ties a person to.</summary>
    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    /// <summary>States of the USA that "(D-Mass.)", "of Kentucky" or a role ties a person to.</summary>
    public HashSet<string> States { get; } = new(StringComparer.Ordinal);

    /// <summary>"republican"; null where the text does not tell.</summary>
    public string? Party { get; set; }

    public Gender Gender { get; set; }

    public List<Mention> References { get; } = [];

    public void AddRole(NameText text, PersonPhrase role)
    {
        if (
            _roles.Count < MostRoles
            && !_roles.Exists(r => r.SpanIn(text).In(text.Text).SequenceEqual(role.SpanIn(text).In(text.Text)))
        )
            _roles.Add(role);
    }

    public Entity ToEntity(NameText text, int id)
    {
        var forms = Names.Select(n => n.SpanIn(text).Of(text.Text)).ToList();
        var name =
            ComposedName
            ?? Names
                .Zip(forms)
                .OrderByDescending(n => n.First.Length)
                // "Florida" rather than "Fla.".
                .ThenByDescending(n => n.First.Known?.Canonical == n.Second)
                .ThenBy(n => n.First.First)
                .First()
                .Second;
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
