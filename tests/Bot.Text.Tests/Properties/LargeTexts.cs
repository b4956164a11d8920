using Bot.Text.Keywords;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Summaries;
using Bot.Text.Words;

namespace Bot.Text.Tests.Properties;

/// <summary>A megabyte of the worst: work that grows with the square of a text would not come to an end here.</summary>
public sealed class LargeTexts
{
    private const int Length = 1_000_000;

    private const int WholeLength = 100_000;

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("\"")]
    [InlineData("“a”. ")]
    [InlineData("(")]
    [InlineData("\n")]
    [InlineData("a\n")]
    [InlineData("\0")]
    [InlineData("\ud83d")]
    [InlineData("U.S. ")]
    [InlineData(". . ")]
    [InlineData("1. ")]
    [InlineData("- ")]
    [InlineData("He said no. ")]
    [InlineData("a@")]
    [InlineData("今")]
    [InlineData("By Jane Doe\n\n")]
    [InlineData("Heading\n\nShe left it there on Monday.\n\n")]
    public void A_long_text_of_one_scrap_is_read(string scrap)
    {
        var text = string.Concat(Enumerable.Repeat(scrap, Length / scrap.Length));

        var blocks = LayoutReader.Read(text);
        var stretches = MarkScanner.Scan(text, blocks);
        var sentences = SentenceSplitter.Split(text, blocks, stretches);
        var order = SummaryRanker.Rank(
            new Candidates(SentenceWords.Read(text, sentences), stretches, [], "en", title: null)
        );
        var words = WordReader.Read(text, new TextSpan(0, text.Length));
        var keywords = KeywordFinder.Find(text, sentences, [], "en");

        Assert.Equal(sentences.Count, order.Count);
        Assert.True(words.Count > 0 || string.IsNullOrWhiteSpace(text));
        Assert.True(keywords.Count <= 8);
    }

    public static TheoryData<string> Kinds => [.. HostileKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_long_text_of_any_kind_is_understood(string kind)
    {
        var text = HostileKinds.Write(kind, WholeLength);

        var read = TextAnalyzer.Analyze(text);

        Assert.Equal(read.Sentences.Count, read.SummaryOrder.Count);
    }
}
