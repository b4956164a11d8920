using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Sentences;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tests.Tagging;

public sealed class NameTaggerTests
{
    [Fact]
    public void Many_threads_find_the_same_names_as_one()
    {
        // Each text has words that no memory has seen yet, and shares some with its neighbours. Each tagger has memories of its
        // own: what threads had spoilt in a shared one would be read again by the one that is compared.
        var texts = Enumerable.Range(0, 64).Select(Article).ToList();
        var (shared, alone) = (New(), New());

        var together = texts
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(4)
            .Select(text => Print(shared, text))
            .ToList();

        Assert.Equal(texts.Select(text => Print(alone, text)), together);
        Assert.All(together, Assert.NotEmpty);
    }

    private static NameTagger New() => new(Weights("names-1.br"), Weights("names-2.br"));

    private static WeightTable Weights(string resource)
    {
        using var stream = typeof(NameTagger).Assembly.GetManifestResourceStream(resource)!;
        return WeightTable.Read(stream);
    }

    private static string Article(int n) =>
        $"Tsai Ing-wen met Liz {Word(n)} in {Word(n / 4)}ville. {Word(n)} thanked Tsai and the {Word(n / 2)} Union. "
        + $"O’{Word(n)}, of {Word(n + 1)} Inc., was there.";

    /// <summary>A made-up name of its own for each number below 26 * 26.</summary>
    private static string Word(int n) => $"Q{(char)('a' + n % 26)}lv{(char)('a' + n / 26)}rn";

    private static string Print(NameTagger tagger, string article)
    {
        var blocks = LayoutReader.Read(article);
        var sentences = SentenceSplitter.Split(article, blocks, MarkScanner.Scan(article, blocks));
        var text = NameTokenReader.Read(article, blocks, sentences);
        return string.Join('\n', tagger.Tag(new NameSheet(text)).Select(n => $"{n.Type} {n.First} {n.End}"));
    }
}
