using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Discord.Api.Wire;
using Bot.Discord.Rendering;

namespace Bot.Tests.Discord.Rendering;

/// <summary>What becomes a title, where long replies are cut, and what hangs under each page.</summary>
public sealed class DiscordPageTests
{
    private static readonly Edition English = new Phrasebook().In(CultureInfo.GetCultureInfo("en"));

    private static readonly HeadingBlock Title = new([new Strong("5 quotations"), new Plain(" · Bridge")]);

    private static readonly ButtonBlock End = new([new("Read", "/read #1"), new("Who", "/who #1")]);

    [Fact]
    public void The_first_heading_is_the_title_and_later_ones_stand_in_the_text()
    {
        var page = Assert.Single(Render(Title, Paragraph(9), new HeadingBlock([new Strong("Later")]), Paragraph(9)));

        Assert.Equal("5 quotations · Bridge", page.Embed.Title);
        Assert.Equal("wwwwwwwww\n### Later\nwwwwwwwww", page.Embed.Description);
    }

    [Fact]
    public void A_heading_that_a_title_cannot_hold_stands_in_the_text()
    {
        var page = Assert.Single(Render(new HeadingBlock([new Plain(new string('*', 129))])));

        Assert.Null(page.Embed.Title);
        Assert.StartsWith("### \\*", page.Embed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_alone_is_a_message()
    {
        var page = Assert.Single(Render(Title));

        Assert.Null(page.Embed.Description);
    }

    [Fact]
    public void Nothing_at_all_is_a_message_too() => Assert.Equal("…", Assert.Single(Render()).Embed.Description);

    [Fact]
    public void A_refusal_is_seen_by_its_colour()
    {
        var reply = new Reply([Paragraph(9)]);

        var colours = new[] { reply, reply with { IsRefusal = true } }.Select(r =>
            DiscordRenderer.Render(r, English, IsPrivate)[0].Embed.Color
        );

        Assert.Equal(2, colours.Distinct().Count());
    }

    [Fact]
    public void A_long_reply_becomes_pages_of_about_one_length()
    {
        var pages = Render([Title, .. Enumerable.Repeat(Paragraph(400), 8)]);

        Assert.Equal(2, pages.Count);
        Assert.All(pages, p => Assert.InRange(p.Embed.Description!.Length, 1_200, 2_400));
        Assert.Equal(["5 quotations · Bridge", null], pages.Select(p => p.Embed.Title));
    }

    [Fact]
    public void Signs_that_are_escaped_weigh_double()
    {
        var pages = Render(new ParagraphBlock([new Plain(new string('*', 20_000))]));

        Assert.All(pages, p => Assert.InRange(p.Embed.Description!.Length, 2_000, 4_096));
    }

    [Fact]
    public void A_quotation_that_runs_over_a_page_goes_on_as_one()
    {
        var sentence = $"{new string('w', 97)} e. ";
        var pages = Render(
            new QuoteBlock([new Strong(string.Concat(Enumerable.Repeat(sentence, 60)))], [new Small("paragraph 1")])
        );

        Assert.True(pages.Count > 1);
        Assert.All(pages, p => Assert.StartsWith("> **w", p.Embed.Description, StringComparison.Ordinal));
        Assert.All(pages.SkipLast(1), p => Assert.EndsWith("e.**", p.Embed.Description, StringComparison.Ordinal));
        Assert.EndsWith("e.**\n> -# paragraph 1", pages[^1].Embed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_at_the_end_hang_under_the_last_message()
    {
        var pages = Render(Paragraph(2_000), Paragraph(2_000), End);

        Assert.Equal(["", "Read Who"], pages.Select(Rows));
    }

    [Fact]
    public void Pages_that_are_turned_have_title_pager_and_all_buttons_of_the_whole()
    {
        var reply = new Reply([Title, Paragraph(2_000), Paragraph(2_000), Paragraph(2_000), End]);

        var pages = DiscordRenderer.RenderTurned(reply, English, IsPrivate, "post");

        DiscordRules.Hold(pages);
        Assert.All(pages, p => Assert.Equal("5 quotations · Bridge", p.Embed.Title));
        Assert.Equal(
            ["(‹) (1 of 3) › | Read Who", "‹ (2 of 3) › | Read Who", "‹ (3 of 3) (›) | Read Who"],
            pages.Select(Rows)
        );
        Assert.All(
            Pressed(pages[1]).Take(3).Zip([1, 2, 3]),
            p => Assert.Equal(new ButtonAction.Turn("post", p.Second), Action(pages[1], p.First))
        );
    }

    [Fact]
    public void One_page_needs_no_pager() =>
        Assert.Equal(
            "Read Who",
            Rows(DiscordRenderer.RenderTurned(new Reply([Paragraph(9), End]), English, IsPrivate, "post")[0])
        );

    [Fact]
    public void A_digests_stories_are_opened_from_one_list()
    {
        var page = Assert.Single(
            Render([Title, .. Enumerable.Range(1, 9).SelectMany(Story), new ButtonBlock([new("Digests", "/digest")])])
        );

        var list = Assert.IsType<TextSelect>(Assert.Single(page.Rows[0].Components));
        Assert.Equal("Open a story …", list.Placeholder);
        Assert.Equal(9, list.Options.Count);
        Assert.Equal("3 · Headline 3", list.Options[2].Label);
        Assert.Equal(new ButtonAction.Ask("/summary #3", false), Action(page, list.Options[2].Value));
        Assert.Equal("Digests", Rows(page with { Rows = [.. page.Rows.Skip(1)] }));
    }

    [Fact]
    public void Many_people_are_chosen_from_a_list_and_few_are_pressed()
    {
        ReplyButton[] people = [.. Enumerable.Range(1, 6).Select(i => new ReplyButton($"Person {i}", $"/who #1 {i}"))];

        Assert.Equal("Choose a person … 6 | Read", Rows(Render(Paragraph(9), Row(people, End.Buttons[0]))[0]));
        Assert.Equal(
            "Person 1 Person 2 Person 3 Person 4 Person 5 | Read",
            Rows(Render(Paragraph(9), Row(people[..5], End.Buttons[0]))[0])
        );
    }

    [Fact]
    public void Many_articles_are_chosen_by_their_headlines()
    {
        var page = Assert.Single(
            Render(
                new NumberedBlock([
                    .. Enumerable.Range(1, 10).Select(i => new NumberedItem(i, [new Strong($"Headline {i}")], [])),
                ]),
                new ButtonBlock([.. Enumerable.Range(1, 10).Select(i => new ReplyButton($"{i}", $"/summary #{i}"))])
            )
        );

        var list = Assert.IsType<TextSelect>(Assert.Single(page.Rows[0].Components));
        Assert.Equal("Open an article …", list.Placeholder);
        Assert.Equal("10 · Headline 10", list.Options[9].Label);
    }

    [Fact]
    public void More_buttons_than_rows_become_lists_and_never_more_than_five_rows()
    {
        ButtonBlock row = new([.. Enumerable.Range(1, 40).Select(i => new ReplyButton("Word", $"/c{i} x"))]);

        Assert.Equal("Choose … 25 | Choose … 15", Rows(Render(Paragraph(9), row)[0]));
        Assert.Equal(5, Render(Paragraph(9), row, row, row, row)[0].Rows.Count);
    }

    [Fact]
    public void The_same_button_twice_has_two_custom_ids_and_one_action()
    {
        var page = Assert.Single(Render(Paragraph(9), Row([End.Buttons[0], End.Buttons[0]])));

        var action = Assert.Single(page.Actions);
        Assert.Equal([$"n{action.Key}", $"n{action.Key}~1"], Pressed(page));
    }

    [Fact]
    public void A_button_that_opens_a_form_has_no_action_to_keep()
    {
        var page = Assert.Single(
            Render(Paragraph(9), Row([new ReplyButton("Add", "/digest add") { Form = "digest add" }]))
        );

        Assert.Equal(["fdigest add"], Pressed(page));
        Assert.Empty(page.Actions);
    }

    [Fact]
    public void A_long_label_is_cut_between_letters()
    {
        var family = "👩‍👩‍👧‍👦";
        var page = Assert.Single(
            Render(Paragraph(9), Row([new ReplyButton(string.Concat(Enumerable.Repeat(family, 9)), "/who x")]))
        );

        Assert.Equal($"{family}{family}{family}…", Rows(page));
    }

    private static IEnumerable<ReplyBlock> Story(int number) =>
        [
            new NumberedBlock([new NumberedItem(number, [new Strong($"Headline {number}")], [new Small("today")])]),
            Paragraph(100),
            new ButtonBlock([new("Summary", $"/summary #{number}"), new("Quotes", $"/quotes #{number}")]),
        ];

    private static ButtonBlock Row(IEnumerable<ReplyButton> alike, params IEnumerable<ReplyButton> others) =>
        new([.. alike, .. others]);

    private static ParagraphBlock Paragraph(int letters) => new([new Plain(new string('w', letters))]);

    private static IReadOnlyList<DiscordMessage> Render(params IReadOnlyList<ReplyBlock> blocks)
    {
        var pages = DiscordRenderer.Render(new Reply(blocks), English, IsPrivate);
        DiscordRules.Hold(pages);
        return pages;
    }

    private static bool IsPrivate(string command) => command is "settings" or "digest";

    private static List<string> Pressed(DiscordMessage page) => [.. DiscordRules.Ids(page.Rows)];

    private static ButtonAction Action(DiscordMessage page, string id) =>
        page.Actions.Single(a => a.Key == PressId.TryParse(id)!.Key);

    private static string Rows(DiscordMessage page) =>
        string.Join(" | ", page.Rows.Select(row => string.Join(' ', row.Components.Select(Shown))));

    private static string Shown(Component component) =>
        component switch
        {
            Button { Disabled: true } idle => $"({idle.Label})",
            Button button => button.Label!,
            TextSelect list => $"{list.Placeholder} {list.Options.Count}",
            _ => "?",
        };
}
