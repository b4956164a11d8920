using System.Text.Json;

namespace Bot.Text.Tests.Sentences;

/// <summary>The public yardstick of sentence splitting: the cases of pragmatic_segmenter.</summary>
public sealed class GoldenRulesTests
{
    [Theory]
    [InlineData("Golden Rules", 52)]
    [InlineData("Longer texts", 33)]
    public void The_cases_of_pragmatic_segmenter_are_split_as_they_say(string section, int count)
    {
        var cases = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "pragmatic_en.jsonl"))
            .Select(line => JsonSerializer.Deserialize<SplitCase>(line, JsonSerializerOptions.Web)!) // no line is "null"
            .Where(c => c.Section == section)
            .ToList();

        var wrong = cases.Where(c => !Split(c.Text).SequenceEqual(c.Sentences.Select(Fold))).Select(c => c.Name);

        Assert.Equal(count, cases.Count);
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Split(string text) =>
        TextAnalyzer.Analyze(text).Sentences.Select(s => Fold(s.Span.Of(text)));

    private static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed record SplitCase(string Section, string Name, string Text, IReadOnlyList<string> Sentences);
}
