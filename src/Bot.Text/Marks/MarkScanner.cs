using Bot.Text.Layout;
using Bot.Text.Spans;

namespace Bot.Text.Marks;

/// <summary>Finds the stretches between quotation marks, paragraph by paragraph.</summary>
public static class MarkScanner
{
    public static IReadOnlyList<MarkedStretch> Scan(string text, IReadOnlyList<Block> blocks)
    {
        var stretches = new List<MarkedStretch>();
        foreach (var block in blocks.Where(b => b.Kind == BlockKind.Paragraph))
        {
            var open = -1;
            for (var i = block.Span.Start; i < block.Span.End; i++)
            {
                if (text[i] is not ('"' or '“' or '”'))
                    continue;
                if (open < 0)
                    open = i + 1;
                else
                {
                    stretches.Add(new MarkedStretch(TextSpan.FromBounds(open, i), 0, IsClosed: true));
                    open = -1;
                }
            }

            if (open >= 0)
                stretches.Add(new MarkedStretch(TextSpan.FromBounds(open, block.Span.End), 0, IsClosed: false));
        }

        return stretches;
    }
}
