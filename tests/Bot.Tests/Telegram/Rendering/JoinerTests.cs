using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Telegram.Rendering;

namespace Bot.Tests.Telegram.Rendering;

/// <summary>Where a word joiner stands (⁀) and where none is needed.</summary>
public sealed class JoinerTests
{
    [Theory]
    [InlineData("@durov said", "@⁀durov said")]
    [InlineData("(@durov) ＠name", "(@⁀durov) ＠⁀name")]
    [InlineData("a@b.example", "a@b.example")]
    [InlineData("#Budget #東京 ＃タグ", "#⁀Budget #⁀東京 ＃⁀タグ")]
    [InlineData("C# and a#b", "C# and a#b")]
    [InlineData("$EUR, $5 and US$A", "$⁀EUR, $5 and US$A")]
    [InlineData("/start or (/stop)", "/⁀start or (/⁀stop)")]
    [InlineData("12/2025, 1/2, and/or, //x", "12/2025, 1/2, and/or, //x")]
    [InlineData("https://example.org/@x/#y?z=/q", "https://example.org/@x/#y?z=/q")]
    [InlineData("http://@durov", "http://@⁀durov")]
    public void A_joiner_stands_only_where_something_would_be_found(string words, string expected) =>
        Assert.Equal(expected, Sent(new Plain(words)));

    [Fact]
    public void Words_that_meet_at_a_change_of_dress_are_kept_apart_too() =>
        Assert.Equal("by @⁀durov", Sent(new Plain("by @"), new Strong("durov")));

    [Fact]
    public void A_command_of_ours_stays_one_whatever_stands_after_it()
    {
        Assert.Equal("Try /help", Sent(new Plain("Try "), new CommandHint("/help")));
        Assert.Equal("/help⁀@⁀other_bot", Sent(new CommandHint("/help"), new Plain("@other_bot")));
    }

    [Fact]
    public void What_is_to_be_copied_is_as_it_is_typed() =>
        Assert.Equal("/search #tag @name", Sent(new CommandHint("/search #tag @name")));

    private static string Sent(params IReadOnlyList<Inline> words) =>
        Assert
            .Single(
                TelegramRenderer.Render(
                    new Reply([new ParagraphBlock(words)]),
                    new Phrasebook().In(CultureInfo.GetCultureInfo("en"))
                )
            )
            .Text.Replace('\u2060', '⁀');
}
