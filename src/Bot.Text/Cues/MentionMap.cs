using Bot.Text.Names;
using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>Where the entities of an article stand in its stream.</summary>
internal sealed class MentionMap
{
    private readonly int[] _at;
    private readonly List<PlacedMention> _placed = [];
    private readonly Dictionary<int, Entity> _entities;

    public MentionMap(ItemStream stream, IReadOnlyList<Entity> entities)
    {
        _entities = entities.ToDictionary(e => e.Id);
        _at = new int[stream.Count];
        Array.Fill(_at, -1);
        // Names last, so that a name inside a description stays visible.
        foreach (
            var kind in (ReadOnlySpan<MentionKind>)[MentionKind.Description, MentionKind.Pronoun, MentionKind.Name]
        )
        foreach (var entity in entities)
        foreach (var mention in entity.Mentions)
            if (mention.Kind == kind)
                Place(stream, entity, mention);
    }

    public IEnumerable<Entity> Entities => _entities.Values;

    public Entity Entity(int id) => _entities[id];

    public PlacedMention? At(int item) => item >= 0 && item < _at.Length && _at[item] >= 0 ? _placed[_at[item]] : null;

    /// <summary>The name that covers an item.</summary>
    public PlacedMention? NameAt(int item) => At(item) is { Kind: MentionKind.Name } name ? name : null;

    private void Place(ItemStream stream, Entity entity, Mention mention)
    {
        var first = stream.IndexAt(mention.Span.Start);
        var last = first;
        while (last < stream.Count && stream[last].Span.End <= mention.Span.End)
        {
            // Mentions inside quotations are masked: nobody is named there as a speaker.
            if (stream[last].IsQuote)
                return;
            last++;
        }

        if (last == first)
            return;
        for (var i = first; i < last; i++)
            _at[i] = _placed.Count;
        _placed.Add(new PlacedMention(first, last - 1, entity.Id, entity.Type, mention.Kind, mention.Span));
    }
}

/// <summary>A mention of an entity by the items that it covers.</summary>
internal sealed record PlacedMention(
    int First,
    int Last,
    int EntityId,
    EntityType Type,
    MentionKind Kind,
    TextSpan Span
);
