using System.Globalization;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Spans;
using CsCheck;

namespace Bot.Text.Tests.Marks;

public sealed class MarkScannerTests
{
    [Theory]
    [InlineData("\"We won,\" she said.", "We won,")]
    [InlineData("“We won,” she said.", "We won,")]
    [InlineData("„Wir haben gewonnen“, sagte sie.", "Wir haben gewonnen")]
    [InlineData("« Nous avons gagné », dit-elle.", "Nous avons gagné")]
    [InlineData("»Wir haben gewonnen«, sagte sie.", "Wir haben gewonnen")]
    [InlineData("彼は「勝った」と言った。", "勝った")]
    [InlineData("‘We won,’ she said.", "We won,")]
    [InlineData("'We won,' she said.", "We won,")]
    [InlineData("``We won,'' she said.", "We won,")]
    [InlineData("”Vi vann”, sade hon.", "Vi vann")]
    public void Every_house_style_of_marks_is_read(string text, string inner) =>
        Assert.Equal([inner], Stretches(text).Select(s => s.Inner.Of(text)));

    [Theory]
    [InlineData("“We won,\" she said.", "We won,")]
    [InlineData("\"We won,” she said.", "We won,")]
    [InlineData("“We won,“ she said.", "We won,")]
    [InlineData("She said,\"We won\" and left.", "We won")]
    [InlineData("\"We won, \" she said.", "We won,")]
    public void Marks_of_mixed_kinds_and_slips_of_spacing_close_one_another(string text, string inner) =>
        Assert.Equal([inner], Stretches(text).Select(s => s.Inner.Of(text)));

    [Theory]
    [InlineData("The boys' club and the girls' club don't mix; it's the '90s.")]
    [InlineData("Rock 'n' roll came back in '77, said the Joneses' son.")]
    [InlineData("He is 5'10\" and she is 6'2\" tall.")]
    [InlineData("A 13\" screen costs more than a 9\" one.")]
    [InlineData("Get 'em while they're hot, the workers' leader said.")]
    [InlineData("An odd mark \" stands alone.")]
    public void Apostrophes_inches_and_lone_marks_are_no_speech(string text) => Assert.Empty(Stretches(text));

    [Fact]
    public void A_possessive_inside_single_marks_does_not_close_them()
    {
        const string text = "‘The workers’ rights are safe,’ he said.";

        Assert.Equal("The workers’ rights are safe,", Assert.Single(Stretches(text)).Inner.Of(text));
    }

    [Theory]
    [InlineData("\"She told me 'no way' and left,\" he said.", "no way")]
    [InlineData("“She told me “no way” and left,” he said.", "no way")]
    [InlineData("‘She told me “no way” and left,’ he said.", "no way")]
    [InlineData("\"She told me \"no way\" and left,\" he said.", "no way")]
    public void A_quotation_in_a_quotation_is_deeper(string text, string inner)
    {
        var stretches = Stretches(text);

        Assert.Equal([0, 1], stretches.Select(s => s.Depth));
        Assert.Equal(inner, stretches[1].Inner.Of(text));
    }

    [Fact]
    public void Inches_inside_speech_do_not_end_it()
    {
        const string text = "\"It has a 13\" screen,\" he said.";

        Assert.Equal("It has a 13\" screen,", Assert.Single(Stretches(text)).Inner.Of(text));
    }

    [Fact]
    public void Speech_over_paragraphs_is_one_unit_a_paragraph_and_only_the_last_is_closed()
    {
        const string text = "“We came early. We saw.\n\n“We won,” she said.";

        var stretches = Stretches(text);

        Assert.Equal(["We came early. We saw.", "We won,"], stretches.Select(s => s.Inner.Of(text)));
        Assert.Equal([false, true], stretches.Select(s => s.IsClosed));
    }

    [Fact]
    public void Speech_that_a_next_paragraph_goes_on_with_and_closes_starts_where_that_paragraph_starts()
    {
        const string text = "“We came early. We saw.\n\nWe won,” she said.";

        Assert.Equal(["We came early. We saw.", "We won,"], Stretches(text).Select(s => s.Inner.Of(text)));
    }

    [Fact]
    public void A_missing_mark_does_not_swallow_the_next_paragraph()
    {
        const string text = "\"We won. It was late.\n\nShe went home. \"Good night,\" he said.";

        Assert.Equal(["We won. It was late.", "Good night,"], Stretches(text).Select(s => s.Inner.Of(text)));
    }

    [Fact]
    public void A_missing_mark_ends_where_speech_opens_anew()
    {
        const string text = "\"We won. \"It was late,\" she said.";

        Assert.Equal(["We won.", "It was late,"], Stretches(text).Select(s => s.Inner.Of(text)));
    }

    [Fact]
    public void Stretches_lie_inside_the_text_without_their_marks_and_nest()
    {
        string[] pieces =
        [
            "\"",
            "“",
            "”",
            "'",
            "‘",
            "’",
            "«",
            "»",
            "„",
            "「",
            "」",
            "``",
            "''",
            " ",
            "a",
            "s",
            "13",
            ",",
            ".",
            "\n",
            "(",
            "—",
        ];
        Gen.Int[0, pieces.Length - 1]
            .Array[0, 60]
            .Select(picks => string.Concat(picks.Select(p => pieces[p])))
            .Sample(
                text =>
                {
                    var stretches = Stretches(text);
                    var open = new Stack<TextSpan>();
                    foreach (var (inner, depth, _) in stretches)
                    {
                        Assert.InRange(inner.Start, 0, text.Length);
                        Assert.InRange(inner.End, inner.Start + 1, text.Length);
                        while (open.TryPeek(out var around) && around.End <= inner.Start)
                            open.Pop();
                        Assert.Equal(open.Count, depth);
                        Assert.True(open.Count == 0 || open.Peek().Contains(inner));
                        open.Push(inner);
                    }

                    Assert.Equal(stretches, Stretches(text));
                },
                iter: 20_000
            );
    }

    [Theory]
    [InlineData("\"a ")]
    [InlineData("“a ")]
    [InlineData("'a ")]
    [InlineData("“a” ")]
    [InlineData("a\"")]
    [InlineData("« \"a ")]
    [InlineData("\"a\n")]
    public void A_hundred_thousand_marks_are_read_in_one_go(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000));

        Assert.True(Stretches(text).Count <= 200_000, piece.Length.ToString(CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<MarkedStretch> Stretches(string text) =>
        MarkScanner.Scan(text, LayoutReader.Read(text));
}
