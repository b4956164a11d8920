using Bot.Text.Cues;
using Bot.Text.Learning;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>Works out which entities a mention may stand for, and how likely each.</summary>
internal sealed class SpeakerIdentity
{
    private readonly Chance[][] _chances;
    private readonly int[] _best;

    public SpeakerIdentity(QuotationScene scene, Weights pronouns)
    {
        var antecedents = Antecedents.Read(scene, pronouns);
        var byName = NamesOf(scene.Mentions.Entities);
        _chances = new Chance[scene.Speakables.Count][];
        for (var i = 0; i < _chances.Length; i++)
            _chances[i] = antecedents.Of(i) is { Count: > 0 } likely
                ? [.. likely]
                : [new Chance(NamedBy(scene, scene.Speakables[i].Mention, byName), 1)];
        _best = Array.ConvertAll(_chances, c => c.MaxBy(chance => chance.Share).EntityId);
    }

    /// <summary>Shares of one; the entity 0 stands for somebody whom no entity is.</summary>
    public ReadOnlySpan<Chance> Of(int speakable) => _chances[speakable];

    /// <summary>The likeliest entity, 0 where it is none.</summary>
    public int BestOf(int speakable) => _best[speakable];

    private static int NamedBy(QuotationScene scene, SpeakerMention mention, Dictionary<string, int> byName) =>
        mention is { EntityId: 0, Type: SpeakerType.Capitals }
            ? Math.Max(0, byName.GetValueOrDefault(mention.Span.Of(scene.Stream.Text)))
            : mention.EntityId;

    /// <summary>Names, other forms and surnames; -1 where two share one.</summary>
    private static Dictionary<string, int> NamesOf(IEnumerable<Entity> entities)
    {
        var ids = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in entities)
        foreach (
            var name in entity.Aliases.Append(entity.Name).Append(entity.Name[(entity.Name.LastIndexOf(' ') + 1)..])
        )
            ids[name] = ids.TryGetValue(name, out var known) && known != entity.Id ? -1 : entity.Id;
        return ids;
    }
}
