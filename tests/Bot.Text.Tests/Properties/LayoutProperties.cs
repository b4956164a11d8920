using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;
using CsCheck;

namespace Bot.Text.Tests.Properties;

public sealed class LayoutProperties
{
    [Fact]
    public void Blocks_lie_in_order_inside_the_text_and_leave_no_word_out()
    {
        HostileText.Any.Sample(text =>
        {
            var blocks = LayoutReader.Read(text);

            Assert.All(blocks, b => AssertSound(text, b.Span));
            AssertInOrder(blocks.Select(b => b.Span));
            AssertCovered(text, new TextSpan(0, text.Length), blocks.Select(b => b.Span));
        });
    }

    [Fact]
    public void Sentences_cover_each_paragraph()
    {
        HostileText.Any.Sample(text =>
        {
            var blocks = LayoutReader.Read(text);
            var sentences = SentenceSplitter.Split(text, blocks, MarkScanner.Scan(text, blocks));

            Assert.All(sentences, s => AssertSound(text, s.Span));
            AssertInOrder(sentences.Select(s => s.Span));
            foreach (var paragraph in blocks.Where(b => b.Kind == BlockKind.Paragraph))
                AssertCovered(text, paragraph.Span, sentences.Select(s => s.Span));
        });
    }

    [Fact]
    public void Words_leave_out_nothing_but_white_space()
    {
        HostileText.Any.Sample(text =>
        {
            var words = WordReader.Read(text, new TextSpan(0, text.Length)).Select(w => w.Span).ToList();

            Assert.All(words, w => AssertSound(text, w));
            AssertInOrder(words);
            AssertCovered(text, new TextSpan(0, text.Length), words);
        });
    }

    [Fact]
    public void A_summary_orders_every_sentence_once()
    {
        HostileText.Any.Sample(
            text =>
            {
                var read = TextAnalyzer.Analyze(text);

                Assert.Equal(Enumerable.Range(0, read.Sentences.Count), read.SummaryOrder.Order());
                Assert.True(read.Keywords.Count <= 8);
            },
            iter: 40
        );
    }

    private static void AssertSound(string text, TextSpan span)
    {
        Assert.True(span.Start >= 0 && span.End <= text.Length && !span.IsEmpty);
        Assert.False(CutsPair(text, span.Start) || CutsPair(text, span.End));
    }

    private static bool CutsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static void AssertInOrder(IEnumerable<TextSpan> spans)
    {
        var end = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Start >= end);
            end = span.End;
        }
    }

    /// <summary>Marks of no width that a line begins with belong to nothing.</summary>
    private static void AssertCovered(string text, TextSpan within, IEnumerable<TextSpan> spans)
    {
        var covered = new bool[text.Length];
        foreach (var span in spans)
            Array.Fill(covered, true, span.Start, span.Length);
        for (var i = within.Start; i < within.End; i++)
            Assert.True(covered[i] || char.IsWhiteSpace(text[i]) || text[i] is '\ufeff' or '\u200b' or '\u2060');
    }
}
