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

    /// <param name="forms">Room for the forms of the name.</param>
    public Entity ToEntity(NameText text, int id, HashSet<string> forms)
    {
        forms.Clear();
        var known = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        var fullest = Names.Find(n => !Handles.IsHandle(text, n)) ?? Names[0];
        foreach (var name in Names)
        {
            if (name != fullest && Handles.IsHandle(text, name))
                continue;
            known.Add(name.SpanIn(text).In(text.Text));
            if (IsFuller(text, name, fullest))
                fullest = name;
        }

        var shown = ComposedName ?? fullest.SpanIn(text).Of(text.Text);
        return new Entity(
            id,
            Type,
            shown,
            [.. forms.Where(f => f != shown)],
            RoleOrder.Order(text, Roles),
            Mentions(text)
        )
        {
            Gender = Gender,
        };
    }

    /// <summary>Of two as long the one by which it is known, "Florida" rather than "Fla.", and the one that is not all capitals.</summary>
    private bool IsFuller(NameText text, Candidate name, Candidate other)
    {
        if (name.Length != other.Length)
            return name.Length > other.Length;
        var (isCanonical, otherIs) = (IsCanonical(text, name), IsCanonical(text, other));
        if (isCanonical != otherIs)
            return isCanonical;
        var (isLoud, otherIsLoud) = (IsLoud(text, name), IsLoud(text, other));
        return isLoud == otherIsLoud ? name.First < other.First : otherIsLoud;
    }

    /// <summary>"NANDIPUR"; a body's capitals may be its own.</summary>
    private bool IsLoud(NameText text, Candidate name) =>
        type == EntityType.Place && !name.SpanIn(text).In(text.Text).ContainsAnyInRange('a', 'z');

    private static bool IsCanonical(NameText text, Candidate name) =>
        name.Known is { } known && name.SpanIn(text).In(text.Text).SequenceEqual(known.Canonical);

    private Mention[] Mentions(NameText text)
    {
        var mentions = new Mention[Names.Count + References.Count];
        for (var i = 0; i < Names.Count; i++)
            mentions[i] = new Mention(Names[i].SpanIn(text), MentionKind.Name);
        References.CopyTo(mentions, Names.Count);
        Array.Sort(
            mentions,
            static (a, b) => a.Span.CompareTo(b.Span) is var order and not 0 ? order : a.Kind.CompareTo(b.Kind)
        );
        return mentions;
    }
}
