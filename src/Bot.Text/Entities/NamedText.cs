using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>A text with its names told apart, before descriptions and pronouns are tied to them.</summary>
internal sealed record NamedText(NameText Text, IReadOnlyList<EntityDraft> Entities)
{
    private const double NobodyWeight = 0.6;

    /// <summary>The entities, the most salient first.</summary>
    public IReadOnlyList<Entity> ToEntities()
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Entities
                .OrderByDescending(Salience)
                .ThenBy(e => e.Names[0].First)
                .Select((e, i) => e.ToEntity(Text, i + 1, forms)),
        ];
    }

    /// <summary>
    /// How often it is spoken of; the head of the text counts for more, and so does speaking. A place or a body is often named only
    /// to say where, so that a person comes before one that is named as often.
    /// </summary>
    private double Salience(EntityDraft entity)
    {
        var spoken = entity.Names.Count + 0.5 * entity.References.Count + 2.0 / (1 + entity.Names[0].First / 50);
        if (entity.Names.Exists(n => !Text.Passages[n.Passage].IsSentence))
            spoken++;
        return entity.Type == EntityType.Person ? spoken + 0.5 * entity.Names.Count(IsSpeaker) : NobodyWeight * spoken;
    }

    /// <summary>"Putin said", "said Putin".</summary>
    private bool IsSpeaker(Candidate name) => IsSpeech(name.End) || IsSpeech(name.TitleFirst - 1);

    private bool IsSpeech(int i) =>
        i >= 0
        && i < Text.Tokens.Count
        && Text.Tokens[i].Form is { IsCapital: false } form
        && form.Has(WordTraits.Speech);
}
