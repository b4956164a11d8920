using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Telegram.Rendering;
using Telegram.Bot.Types.Enums;

namespace Bot.Tests.Telegram.Rendering;

/// <summary>Where long replies are cut, and what hangs under each page.</summary>
public sealed class TelegramPageTests
{
    private static readonly Edition English = new Phrasebook().In(CultureInfo.GetCultureInfo("en"));

    private static readonly ButtonBlock End = new([new("Read", "/read #1"), new("Who", "/who #1")]);

    [Fact]
    public void What_one_message_takes_is_not_cut()
    {
        var page = Assert.Single(Render(Paragraph(4_096)));

        Assert.Equal(4_096, page.Text.Length);
    }

    [Fact]
    public void A_long_reply_becomes_pages_of_about_one_length()
    {
        var pages = Render([.. Enumerable.Repeat(Paragraph(400), 11)]);

        Assert.Equal(2, pages.Count);
        Assert.All(pages, p => Assert.InRange(p.Text.Length, 1_500, 3_500));
    }

    [Fact]
    public void A_heading_and_its_small_print_go_to_the_next_page_with_what_they_are_over()
    {
        var pages = Render(
            Paragraph(2_900),
            new HeadingBlock([new Strong("Later")]),
            new SmallPrintBlock([new Small("1 May")]),
            Paragraph(2_000)
        );

        Assert.StartsWith("Later\n1 May\n\nw", pages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_keeps_its_small_print_and_its_speaker()
    {
        var pages = Render([
            .. Enumerable
                .Range(1, 30)
                .SelectMany(i =>
                    new ReplyBlock[]
                    {
                        new ParagraphBlock([new Strong($"Speaker {i}")]),
                        new QuoteBlock([new Plain($"“{new string('w', 200)}”")], [new Small($"paragraph {i}")]),
                    }
                ),
        ]);

        Assert.True(pages.Count > 1);
        Assert.All(pages, p => Assert.Matches(@"\ASpeaker \d+\n“", p.Text));
        Assert.All(pages, p => Assert.Matches(@"\nparagraph \d+\z", p.Text));
    }

    [Fact]
    public void A_paragraph_without_end_is_cut_after_a_sentence_and_its_dress_goes_on()
    {
        var sentence = $"{new string('w', 97)} e. ";
        var pages = Render(new QuoteBlock([new Plain(string.Concat(Enumerable.Repeat(sentence, 60)))], []));

        Assert.All(pages, p => Assert.EndsWith("e.", p.Text, StringComparison.Ordinal));
        Assert.All(
            pages,
            p =>
            {
                var box = Assert.Single(p.Entities);
                Assert.Equal(
                    (MessageEntityType.ExpandableBlockquote, 0, p.Text.Length),
                    (box.Type, box.Offset, box.Length)
                );
            }
        );
    }

    [Fact]
    public void A_link_stands_on_one_page()
    {
        var pages = Render(
            new ParagraphBlock([
                new Plain(new string('w', 3_000)),
                new WebLink($"a link of {new string('w', 900)} letters", new Uri("https://example.org/")),
                new Plain(new string('w', 3_000)),
            ])
        );

        Assert.Single(pages, p => p.Entities.Count > 0);
    }

    [Fact]
    public void More_marks_than_a_message_takes_make_another_page()
    {
        var pages = Render([
            .. Enumerable.Range(1, 130).Select(i => new ParagraphBlock([new Strong($"{i}"), new Plain(" w")])),
        ]);

        Assert.Equal(2, pages.Count);
        Assert.Equal(130, pages.Sum(p => p.Entities.Count));
    }

    [Fact]
    public void Buttons_at_the_end_hang_under_the_last_message()
    {
        var pages = Render(Paragraph(3_000), Paragraph(3_000), End);

        Assert.Empty(pages[0].Keyboard);
        Assert.Equal(["Read", "Who"], pages[1].Keyboard.Single().Select(b => b.Label));
    }

    [Fact]
    public void Pages_that_are_turned_have_a_pager_and_all_buttons_of_the_whole()
    {
        var reply = new Reply([Paragraph(3_000), Paragraph(3_000), Paragraph(3_000), End]);

        var pages = TelegramRenderer.RenderTurned(reply, English, "post");

        Assert.Equal(["1 of 3 › | Read Who", "‹ 2 of 3 › | Read Who", "‹ 3 of 3 | Read Who"], pages.Select(Keyboard));
        Assert.Equal([1, 2, 3], pages[1].Keyboard[0].Select(b => Assert.IsType<ButtonAction.Turn>(b.Action).Page));
    }

    [Fact]
    public void One_page_needs_no_pager() =>
        Assert.Equal(
            "Read Who",
            Keyboard(TelegramRenderer.RenderTurned(new Reply([Paragraph(9), End]), English, "post")[0])
        );

    [Fact]
    public void A_storys_buttons_carry_its_number_and_stay_on_its_page()
    {
        var pages = Render([.. Enumerable.Range(1, 4).SelectMany(Story)]);

        Assert.Equal(
            ["1 · Summary Quotes | 2 · Summary Quotes", "3 · Summary Quotes | 4 · Summary Quotes"],
            pages.Select(Keyboard)
        );
    }

    [Fact]
    public void Labels_share_a_row_where_a_phone_has_room_for_them()
    {
        string[] labels = ["Volodymyr Zelenskyy", "Putin", "Trump", "Tusk", new string('w', 50)];
        var buttons = new ButtonBlock([.. labels.Select((l, i) => new ReplyButton(l, $"/who{i} x"))]);

        Assert.Equal(
            $"Volodymyr Zelenskyy | Putin Trump Tusk | {new string('w', 39)}…",
            Keyboard(Assert.Single(Render(Paragraph(9), buttons)))
        );
    }

    private static IEnumerable<ReplyBlock> Story(int number) =>
        [
            new NumberedBlock([new NumberedItem(number, [new Strong("Headline")], [new Small("today")])]),
            Paragraph(1_300),
            new ButtonBlock([new("Summary", $"/summary #{number}"), new("Quotes", $"/quotes #{number}")]),
        ];

    private static ParagraphBlock Paragraph(int letters) => new([new Plain(new string('w', letters))]);

    private static IReadOnlyList<TelegramMessage> Render(params IReadOnlyList<ReplyBlock> blocks)
    {
        var pages = TelegramRenderer.Render(new Reply(blocks), English);
        TelegramRules.Hold(pages);
        return pages;
    }

    private static string Keyboard(TelegramMessage page) =>
        string.Join(" | ", page.Keyboard.Select(row => string.Join(' ', row.Select(b => b.Label))));
}
