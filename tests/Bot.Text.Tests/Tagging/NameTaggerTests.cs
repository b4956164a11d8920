using Bot.Text.Tagging.Learned;

namespace Bot.Text.Tests.Tagging;

public sealed class NameTaggerTests
{
    private const string Article =
        "Tsai Ing-wen met Liz Truss in Taipei. Truss thanked Tsai and the European Union. O’Brien, of Google, was there.";

    [Fact]
    public async Task The_weights_are_read_once_whoever_asks_first()
    {
        var taggers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => NameTagger.Instance, TestContext.Current.CancellationToken))
        );

        Assert.Single(taggers.Distinct());
    }

    [Fact]
    public void Many_threads_find_the_same_names()
    {
        var alone = Print();

        var together = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(4).Select(_ => Print()).Distinct();

        Assert.Equal(alone, Assert.Single(together));
    }

    [Fact]
    public void A_capital_for_every_word_of_a_long_text_takes_no_long_time() =>
        Assert.NotEmpty(TextAnalyzer.Analyze(string.Concat(Enumerable.Repeat("Ann Lee Of Bonn ", 20_000))).Entities);

    private static string Print() =>
        string.Join('\n', TextAnalyzer.Analyze(Article).Entities.Select(e => $"{e.Type} {e.Name} {e.Mentions.Count}"));
}
