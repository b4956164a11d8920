using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>What stands between one outermost pair of marks, as the attribution sees it.</summary>
/// <param name="Item">Its place in the stream.</param>
/// <param name="End">The last character that is no mark or bracket: comma, full stop, letter.</param>
internal sealed record QuotedUnit(
    int Index,
    TextSpan Span,
    bool IsClosed,
    int Item,
    int Words,
    bool StartsUpper,
    char End
)
{
    public bool EndsSentence => End is '.' or '!' or '?' or '…';

    /// <summary>Ends as speech does before "he said".</summary>
    public bool LeadsOn => End is ',' or '!' or '?' or '—' or '–' or '-' or '…';
}
