using Bot.Text.Layout;
using Bot.Text.Spans;

namespace Bot.Text.Tests.Fuzzing;

/// <summary>What must hold of the analysis of any text whatever.</summary>
internal static class Faults
{
    private const int Threads = 3;

    /// <summary>A text of a fuzzer is a few thousand characters: one that takes this long would never end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>What is wrong, in a sentence; null where all is well.</returns>
    public static string? Find(string text)
    {
        AnalyzedText? read = null;
        try
        {
            if (!Task.Run(() => read = TextAnalyzer.Analyze(text)).Wait(Patience))
                return "the analysis does not end";
        }
        catch (AggregateException thrown)
        {
            return $"the analysis throws {thrown.InnerException}";
        }

        return FindIn(text, read!); // the task has run
    }

    private static string? FindIn(string text, AnalyzedText read) =>
        SpansOf(read).Select(s => FaultOf(text, s.Span, s.Of)).FirstOrDefault(f => f is not null)
        ?? Uncovered(text, read)
        ?? (
            read.SummaryOrder.Order().SequenceEqual(Enumerable.Range(0, read.Sentences.Count))
                ? null
                : "the summary does not order every sentence once"
        )
        ?? Unsteady(text, read);

    private static IEnumerable<(string Of, TextSpan Span)> SpansOf(AnalyzedText read) =>
        [
            .. read.Blocks.Select(b => ("a block", b.Span)),
            .. read.Sentences.Select(s => ("a sentence", s.Span)),
            .. read.Entities.SelectMany(e => e.Mentions).Select(m => ("a mention", m.Span)),
            .. read.Entities.SelectMany(e => e.Roles).Select(r => ("a role", r)),
            .. read.Quotations.Select(q => ("a quotation", q.Span)),
            .. read.Quotations.Where(q => q.Mention is not null).Select(q => ("a speaker", q.Mention!.Value)),
            .. read.Quotations.Where(q => q.Cue is not null).Select(q => ("a cue", q.Cue!.Value)),
        ];

    private static string? FaultOf(string text, TextSpan span, string of)
    {
        if (span.Start < 0 || span.Length <= 0 || span.End > text.Length)
            return $"{of} lies at {span}, outside the text or nowhere";
        return CutsPair(text, span.Start) || CutsPair(text, span.End) ? $"{of} at {span} cuts a surrogate pair" : null;
    }

    private static bool CutsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    /// <summary>Every sign but white space and marks without width is in a block, and every one of a paragraph in a sentence.</summary>
    private static string? Uncovered(string text, AnalyzedText read)
    {
        var isInBlock = Covered(text, read.Blocks.Select(b => b.Span));
        var isInSentence = Covered(text, read.Sentences.Select(s => s.Span));
        foreach (var block in read.Blocks)
        {
            // Headings, captions, furniture and the like hold no sentences.
            if (block.Kind != BlockKind.Paragraph)
                Array.Fill(isInSentence, true, block.Span.Start, block.Span.Length);
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is '\ufeff' or '\u200b' or '\u2060')
                continue;
            if (!isInBlock[i] || !isInSentence[i])
                return $"the sign at {i} is in no {(isInBlock[i] ? "sentence" : "block")}";
        }

        return null;
    }

    private static bool[] Covered(string text, IEnumerable<TextSpan> spans)
    {
        var covered = new bool[text.Length];
        foreach (var span in spans)
            Array.Fill(covered, true, span.Start, span.Length);
        return covered;
    }

    /// <summary>The same text is understood the same way again, also by many threads at once.</summary>
    private static string? Unsteady(string text, AnalyzedText read)
    {
        var first = Print(read);
        var again = new string[Threads];
        Parallel.For(0, Threads, i => again[i] = Print(TextAnalyzer.Analyze(text)));
        return Array.TrueForAll(again, a => a == first) ? null : "the text is understood in another way the next time";
    }

    private static string Print(AnalyzedText read) =>
        string.Join(
            '\n',
            [
                read.Language,
                .. read.Blocks.Select(b => b.ToString()),
                .. read.Sentences.Select(s => s.ToString()),
                .. read.Entities.Select(e =>
                    $"{e.Id} {e.Type} {e.Gender} {e.Name} {string.Join(',', e.Aliases)} {string.Join(',', e.Roles)} {string.Join(',', e.Mentions)}"
                ),
                .. read.Quotations.Select(q => q.ToString()),
                string.Join(' ', read.SummaryOrder),
                string.Join('|', read.Keywords),
            ]
        );
}
