using Bot.Text.Names;
using Bot.Text.Spans;

namespace Bot.Text.Summaries;

/// <summary>Every name of a text by its place, for asking whether a stretch has one.</summary>
internal sealed class NamesInOrder
{
    private readonly int[] _starts;

    public NamesInOrder(IReadOnlyList<Entity> entities)
    {
        _starts =
        [
            .. entities
                .SelectMany(e => e.Mentions)
                .Where(m => m.Kind == MentionKind.Name)
                .Select(m => m.Span.Start)
                .Order(),
        ];
    }

    public bool AnyIn(TextSpan stretch)
    {
        var at = Array.BinarySearch(_starts, stretch.Start);
        if (at < 0)
            at = ~at;
        return at < _starts.Length && _starts[at] < stretch.End;
    }
}
