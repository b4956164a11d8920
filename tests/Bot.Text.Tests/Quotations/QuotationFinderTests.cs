using Bot.Text.Quotations;
using CsCheck;

namespace Bot.Text.Tests.Quotations;

public sealed class QuotationFinderTests
{
    private static readonly string[] Pieces =
    [
        "“",
        "”",
        "\"",
        "'",
        " ",
        " ",
        " Anna Berg",
        " said",
        " he",
        " told",
        " according to",
        " the minister",
        ",",
        ".",
        "?",
        ":",
        "\n\n",
        " we won",
        " who",
        " and",
        " (",
        ")",
        " asked",
        " saying",
        " was",
        "’s",
        "—",
        "😀",
        "BERG:",
    ];

    [Fact]
    public void Whatever_is_written_spans_lie_inside_the_text_and_the_answer_is_always_the_same() =>
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 40]
            .Select(picks => string.Concat(picks.Select(p => Pieces[p])))
            .Sample(
                text =>
                {
                    var read = TextAnalyzer.Analyze(text);
                    var end = 0;
                    var utterance = 0;
                    foreach (var quotation in read.Quotations)
                    {
                        Assert.InRange(quotation.Span.Start, end, text.Length);
                        Assert.InRange(quotation.Span.End, quotation.Span.Start + 1, text.Length);
                        Assert.InRange(quotation.Utterance, Math.Max(1, utterance), utterance + 1);
                        // A label may stand inside the marks, at their start or behind marks within them.
                        if (quotation.Mention is { } mention && mention.Overlaps(quotation.Span))
                        {
                            Assert.InRange(mention.Start, quotation.Span.Start, quotation.Span.End);
                            Assert.DoesNotContain(text[quotation.Span.Start..mention.Start], char.IsLetterOrDigit);
                            Assert.True(mention.End < quotation.Span.End);
                        }
                        if (quotation.Together is { } pair)
                            Assert.True(quotation.SpeakerId is null && pair.One != pair.Other);
                        Assert.All(quotation.SpeakerIds(), id => Assert.Contains(read.Entities, e => e.Id == id));
                        Assert.InRange(quotation.Mention?.End ?? 0, 0, text.Length);
                        Assert.InRange(quotation.Cue?.End ?? 0, 0, text.Length);
                        Assert.Equal(quotation.Mention is null, quotation.Resolution == SpeakerResolution.None);
                        (end, utterance) = (quotation.Span.End, quotation.Utterance);
                    }

                    Assert.Equal(read.Quotations, TextAnalyzer.Analyze(text).Quotations);
                },
                iter: 5_000
            );

    /// <summary>What ends sentences inside a name may leave the name longer than its sentence, at the text's very end.</summary>
    [Fact]
    public void A_name_may_be_longer_than_its_sentence() =>
        Assert.NotEmpty(
            TextAnalyzer
                .Analyze(
                    "  \u0301 「行く。」 —  date 2025-12-28 https://x.example/a?b=c.हिन्दी।مرحبا؟Mr.?!“This is it,” Tf\u200d � \u0301 Q: TRUMP: U.S. Sen. J.B. Smith.9"
                )
                .Quotations
        );

    [Theory]
    [InlineData("“a” ")]
    [InlineData("“a,” he said. ")]
    [InlineData("said, ")]
    [InlineData("and said ")]
    [InlineData("“a”\n")]
    [InlineData("the, ")]
    [InlineData("Berg: “a” ")]
    [InlineData("of the man ")]
    [InlineData("“we go on” ")]
    [InlineData("“we go on,” he said and ")]
    [InlineData("and “we go on” ")]
    [InlineData("“we go on.”\n\n")]
    [InlineData("man ")]
    [InlineData("“")]
    public void A_hundred_thousand_pieces_are_read_in_one_go(string piece)
    {
        var text = "“x” " + string.Concat(Enumerable.Repeat(piece, 100_000));

        Assert.NotEmpty(TextAnalyzer.Analyze(text).Quotations);
    }
}
