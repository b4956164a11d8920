namespace Bot.Text.Tests.Golden;

/// <summary>
/// A quoted stretch a line: its utterance, its kind, the words that name the speaker and the cue as written
/// ("-" where there is none), and what stands between the marks.
/// </summary>
internal sealed class QuotationsView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) =>
        read.Quotations.Select(q =>
        {
            var mention = q.Mention is { } named ? OneLine(text, named) : "-";
            var cue = q.Cue is { } said ? OneLine(text, said) : "-";
            return $"{q.Utterance} {q.Kind.ToString().ToLowerInvariant()} | {mention} | {cue} | {OneLine(text, q.Span)}";
        });
}
