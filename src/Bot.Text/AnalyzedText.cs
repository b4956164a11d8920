using Bot.Text.Layout;
using Bot.Text.Names;
using Bot.Text.Quotations;
using Bot.Text.Sentences;

namespace Bot.Text;

/// <summary>What was understood of one text. Every span points into the very text that was given.</summary>
/// <param name="Language">BCP 47, or "und".</param>
/// <param name="SummaryOrder">Indexes into <paramref name="Sentences"/>; any prefix, sorted, is a summary of that many sentences.</param>
public sealed record AnalyzedText(
    string Language,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<Entity> Entities,
    IReadOnlyList<Quotation> Quotations,
    IReadOnlyList<int> SummaryOrder,
    IReadOnlyList<string> Keywords
);
