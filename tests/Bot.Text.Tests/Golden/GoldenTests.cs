namespace Bot.Text.Tests.Golden;

/// <summary>Reads each case of Golden/*.md as the product would, and compares what the named views print.</summary>
public sealed class GoldenTests
{
    private static readonly IReadOnlyList<GoldenCase> AllCases =
    [
        .. GoldenFile.ReadAll(Path.Combine(AppContext.BaseDirectory, "Golden")),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        AllCases.Select(c => new TheoryDataRow<string, string>(c.File, c.Name)
        {
            TestDisplayName = $"{c.File}: {c.Name}",
        });

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_reads_as_the_golden_file_says(string file, string name)
    {
        var golden = AllCases.Single(c => c.File == file && c.Name == name);

        var read = TextAnalyzer.Analyze(golden.Text);

        foreach (var expected in golden.Expectations)
            Assert.Equal(
                expected.Printed,
                GoldenView.Named(expected.View).Print(golden.Text, read),
                ignoreLineEndingDifferences: true
            );
    }
}
