namespace Bot.Text.Tests.Golden;

/// <summary>A sentence a line.</summary>
internal sealed class SentencesView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) =>
        read.Sentences.Select(s => OneLine(text, s.Span));
}
