using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Tests.Golden;

/// <summary>All words on one line, " | " between.</summary>
internal sealed class WordsView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) =>
        [string.Join(" | ", WordReader.Read(text, new TextSpan(0, text.Length)).Select(w => w.Span.Of(text)))];
}
