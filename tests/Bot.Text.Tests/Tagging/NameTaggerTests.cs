namespace Bot.Text.Tests.Tagging;

public sealed class NameTaggerTests
{
    [Fact]
    public void Many_threads_find_the_same_names()
    {
        // Each text has words that no memory has seen yet, and shares some with its neighbours.
        var texts = Enumerable.Range(0, 64).Select(Article).ToList();

        var together = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(Print).ToList();

        Assert.Equal(texts.Select(Print), together);
    }

    private static string Article(int n) =>
        $"Tsai Ing-wen met Liz {Word(n)} in {Word(n / 4)}ville. {Word(n)} thanked Tsai and the {Word(n / 2)} Union. "
        + $"O’{Word(n)}, of {Word(n + 1)} Inc., was there.";

    /// <summary>A made-up name of its own for each number below 26 * 26.</summary>
    private static string Word(int n) => $"Q{(char)('a' + n % 26)}lv{(char)('a' + n / 26)}rn";

    private static string Print(string article) =>
        string.Join('\n', TextAnalyzer.Analyze(article).Entities.Select(e => $"{e.Type} {e.Name} {e.Mentions.Count}"));
}
