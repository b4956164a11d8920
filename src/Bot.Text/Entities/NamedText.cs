using Bot.Text.Names;
using Bot.Text.Tagging;

namespace Bot.Text.Entities;

/// <summary>A text with its names told apart, before descriptions and pronouns are tied to them.</summary>
internal sealed record NamedText(NameText Text, IReadOnlyList<EntityDraft> Entities)
{
    /// <summary>The entities, the most salient first.</summary>
    public IReadOnlyList<Entity> ToEntities() =>
        [
            .. Entities
                .OrderByDescending(Salience)
                .ThenBy(e => e.Names[0].First)
                .Select((e, i) => e.ToEntity(Text, i + 1)),
        ];

    /// <summary>How often it is spoken of; the head of the text counts for more.</summary>
    private static double Salience(EntityDraft entity) =>
        entity.Names.Count + 0.5 * entity.References.Count + 2.0 / (1 + entity.Names[0].First / 50);
}
