using Bot.Text.Layout;
using Bot.Text.Spans;

namespace Bot.Text.Marks;

/// <summary>
/// Finds the stretches between quotation marks, paragraph by paragraph, so that a mark that was never closed
/// cannot swallow the rest of an article.
/// </summary>
public static class MarkScanner
{
    public static IReadOnlyList<MarkedStretch> Scan(string text, IReadOnlyList<Block> blocks)
    {
        var stretches = new List<MarkedStretch>();
        var carried = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!MayHoldSpeech(blocks[i]))
                continue;
            var found = new MarkPairing(text, blocks[i].Span, NextOpening(text, blocks, i + 1)).Pair(
                MarkReader.Read(text, blocks[i].Span),
                carried
            );
            carried = found is [.., var last] && found.Exists(s => !s.IsClosed && s.Inner.End >= last.Inner.End);
            stretches.AddRange(found);
        }

        return stretches;
    }

    private static bool MayHoldSpeech(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.Caption;

    /// <summary>The marks that the next paragraph opens with, so that speech may run over to it; null where it begins otherwise.</summary>
    private static MarkFamily? NextOpening(string text, IReadOnlyList<Block> blocks, int from)
    {
        for (var i = from; i < blocks.Count; i++)
            if (blocks[i].Kind == BlockKind.Paragraph)
                return
                    MarkReader.Read(text, FirstCharacters(blocks[i].Span)) is [{ Opens: true } first, ..]
                    && first.Start == blocks[i].Span.Start
                    ? first.Family
                    : null;
        return null;
    }

    private static TextSpan FirstCharacters(TextSpan paragraph) => new(paragraph.Start, Math.Min(paragraph.Length, 12));
}
