namespace Bot.Text.Tests.Golden;

internal sealed class LanguageView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) => [read.Language];
}
