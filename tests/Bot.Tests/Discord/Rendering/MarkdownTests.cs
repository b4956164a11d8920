using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Discord.Rendering;

namespace Bot.Tests.Discord.Rendering;

/// <summary>How an article's words are sent so that they read as it has them; ⁀ is a word joiner.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("*a* _b_ ~~c~~ ||d|| `e`", @"\*a\* \_b\_ \~\~c\~\~ \|\|d\|\| \`e\`")]
    [InlineData("# a", @"\# a")]
    [InlineData("-# a", @"\-# a")]
    [InlineData("> a", @"\> a")]
    [InlineData("- a", @"\- a")]
    [InlineData("1. a", @"1\. a")]
    [InlineData("12) a", @"12\) a")]
    [InlineData("1.5 million, 2 - 1 > 0, C# and -5", "1.5 million, 2 - 1 > 0, C# and -5")]
    [InlineData("-5 degrees", "-5 degrees")]
    [InlineData("<@1> <#2> <t:0:R> </a:1> <:a:1>", @"\<@1> \<#2> \<t:0:R> \</a:1> \<\:a:1>")]
    [InlineData("[a](https://x.yz)", @"\[a\]\(<https://x.yz>)")]
    [InlineData("@everyone @here @ann", "@⁀everyone @⁀here @ann")]
    [InlineData("at 07:30:15 :smile:", @"at 07:30:15 \:smile:")]
    [InlineData("https://x.yz/_a_*b*.", "https://x.yz/_a_*b*.")]
    [InlineData("(https://x.yz/a_(b)) or", "(<https://x.yz/a_(b)>) or")]
    [InlineData("<https://x.yz>", @"\<<https://x.yz>>")]
    [InlineData("https:// and tg://x", @"https\:// and tg\://x")]
    [InlineData(@"a\*b", @"a\\\*b")]
    public void Nothing_is_read_into_words(string words, string expected) =>
        Assert.Equal(expected, Sent(new Plain(words)));

    [Fact]
    public void Only_a_lines_beginning_begins_a_list() =>
        Assert.Equal("a\n\\- b\n**1. c** 2. d", Sent(new Plain("a\n- b\n"), new Strong("1. c"), new Plain(" 2. d")));

    [Fact]
    public void Dress_has_no_blanks_inside_its_ends_and_ends_with_its_line() =>
        Assert.Equal("a **b**\n**c** d", Sent(new Plain("a"), new Strong(" b \n c "), new Plain("d")));

    [Fact]
    public void An_address_before_a_change_of_dress_ends_there() =>
        Assert.Equal("<https://x.yz/a>**b**", Sent(new Plain("https://x.yz/a"), new Strong("b")));

    [Fact]
    public void A_link_leads_where_it_says()
    {
        var target = new Uri("https://x.yz/a_(b)");

        Assert.Equal(@"[a \_ b](https://x.yz/a_%28b%29)", Sent(new WebLink("a _ b", target)));
        Assert.Equal("https://x.yz", Sent(new WebLink("https://x.yz", target)));
        Assert.Equal(@"\[a\]", Sent(new WebLink("[a]", target)));
    }

    [Fact]
    public void A_link_ends_where_it_ends_whatever_brackets_come_after_it() =>
        Assert.Equal(
            @"[a](https://x.yz/) b\]\(c)",
            Sent(new WebLink("a", new Uri("https://x.yz")), new Plain(" b](c)"))
        );

    [Fact]
    public void An_address_does_not_end_what_is_bold() =>
        Assert.Equal(@"**https\://x.yz/\*\* b**", Sent(new Strong("https://x.yz/** b")));

    [Fact]
    public void A_command_is_as_it_is_typed()
    {
        Assert.Equal("`/search *a* @everyone`", Sent(new CommandHint("/search *a* @everyone")));
        Assert.Equal(@"/search \`a", Sent(new CommandHint("/search `a")));
    }

    private static string Sent(params IReadOnlyList<Inline> words) =>
        Assert
            .Single(
                DiscordRenderer.Render(
                    new Reply([new ParagraphBlock(words)]),
                    new Phrasebook().In(CultureInfo.GetCultureInfo("en")),
                    _ => false
                )
            )
            .Embed.Description!.Replace('\u2060', '⁀');
}
