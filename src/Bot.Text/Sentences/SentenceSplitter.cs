using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Spans;

namespace Bot.Text.Sentences;

/// <summary>Cuts paragraphs into sentences.</summary>
public static class SentenceSplitter
{
    public static IReadOnlyList<Sentence> Split(
        string text,
        IReadOnlyList<Block> blocks,
        IReadOnlyList<MarkedStretch> stretches
    )
    {
        _ = stretches;
        var sentences = new List<Sentence>();
        foreach (var block in blocks.Where(b => b.Kind == BlockKind.Paragraph))
        {
            var start = block.Span.Start;
            for (var i = start; i < block.Span.End; i++)
            {
                if (
                    text[i] is not ('.' or '!' or '?')
                    || i + 2 >= block.Span.End
                    || text[i + 1] != ' '
                    || !char.IsUpper(text[i + 2])
                )
                    continue;
                sentences.Add(new Sentence(TextSpan.FromBounds(start, i + 1), block.Paragraph));
                start = i + 2;
            }

            sentences.Add(new Sentence(TextSpan.FromBounds(start, block.Span.End), block.Paragraph));
        }

        return sentences;
    }
}
