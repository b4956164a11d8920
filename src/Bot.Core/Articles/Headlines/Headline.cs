using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Core.Articles.Headlines;

/// <summary>
/// A headline made of an article's own first words, for an article that has none: one stretch of its text, ended where
/// a clause of the first sentence ends.
/// </summary>
internal static class Headline
{
    private const int Shortest = 25;
    private const int Longest = 90;

    /// <returns>Empty where the text has no sentence.</returns>
    public static TextSpan Of(string text, IReadOnlyList<Sentence> sentences)
    {
        if (sentences.Count == 0)
            return default;
        var within = sentences[0].Span;
        // "It is over." says too little alone.
        if (within.Length < Shortest && sentences.Count > 1 && sentences[1].Paragraph == sentences[0].Paragraph)
            within = TextSpan.FromBounds(within.Start, sentences[1].Span.End);
        var end = within.Length <= Longest ? within.End : End(text, within);
        while (
            end > within.Start
            && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or ':' or '.' or '–' or '—')
        )
            end--;
        return TextSpan.FromBounds(within.Start, end);
    }

    private static int End(string text, TextSpan within)
    {
        // Words past the limit decide nothing: a sentence without end costs no more than a long one.
        var looked = within with
        {
            Length = Math.Min(within.Length, 2 * Longest),
        };
        var cuts = new ClauseCuts(text, WordReader.Read(text, looked));
        return Best(cuts.Clauses())
            ?? Best(cuts.Joints())
            ?? Best(cuts.Phrases())
            ?? Best(cuts.Words())
            ?? Letters(text, within);

        int? Best(IEnumerable<int> ends) =>
            ends.Where(e => e - within.Start is >= Shortest and <= Longest).Select(e => (int?)e).Max();
    }

    /// <summary>Scripts without blanks: cut between letters, never inside one.</summary>
    private static int Letters(string text, TextSpan within)
    {
        var end = within.Start;
        while (end < within.End)
        {
            var next = end + System.Globalization.StringInfo.GetNextTextElementLength(text, end);
            if (next - within.Start > Longest && end > within.Start)
                break;
            end = next;
        }

        return end;
    }
}
