namespace Bot.Text.Tests.Golden;

/// <summary>A keyword a line, the best first.</summary>
internal sealed class KeywordsView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) => read.Keywords;
}
