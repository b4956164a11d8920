using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Telegram.Rendering;
using Bot.Tests.Typesetting;
using CsCheck;

namespace Bot.Tests.Telegram.Rendering;

/// <summary>What holds for every reply.</summary>
public sealed class TelegramRendererProperties
{
    private static readonly Edition English = new Phrasebook().In(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void Every_message_is_one_that_Telegram_takes_and_finds_nothing_in() =>
        RandomReplies.Any.Sample(
            reply =>
            {
                TelegramRules.Hold(TelegramRenderer.Render(reply, English));
                TelegramRules.Hold(TelegramRenderer.RenderTurned(reply, English, "post"));
            },
            iter: Fuzz.Replies,
            print: Print
        );

    [Fact]
    public void The_pages_say_all_that_the_reply_says_in_its_order_and_no_more() =>
        RandomReplies.Any.Sample(
            reply =>
            {
                var pages = TelegramRenderer.Render(reply, English);

                Assert.Equal(
                    SaidLetters.Of(RandomReplies.Said(reply)),
                    SaidLetters.Of(pages.Select(p => p.Text == "…" && p.Entities.Count == 0 ? "" : p.Text))
                );
            },
            iter: Fuzz.Replies,
            print: Print
        );

    [Fact]
    public void The_same_reply_is_always_the_same_messages() =>
        RandomReplies.Any.Sample(
            reply =>
                Assert.Equal(
                    SendBody.ToJson(TelegramRenderer.Render(reply, English)),
                    SendBody.ToJson(TelegramRenderer.Render(reply with { }, English))
                ),
            iter: Math.Min(Fuzz.Replies, 1_000),
            print: Print
        );

    [Fact]
    public void An_articles_words_are_only_joined() =>
        RandomReplies.Text.Sample(
            text =>
            {
                var words = WhiteSpace.Fold(string.Concat(ControlCharacters.Without(text).EnumerateRunes()));
                var pages = TelegramRenderer.Render(
                    new Reply([new ParagraphBlock([new Verbatim(words, default)])]),
                    English
                );

                var sent = string.Concat(pages.Select(p => p.Text));

                if (string.IsNullOrWhiteSpace(TelegramRules.Seen(words)))
                    Assert.Equal("…", sent);
                else if (pages.Count == 1)
                    Assert.Equal(WithoutJoiners(words).Trim(), WithoutJoiners(sent).Trim());
                else
                    // A page of nothing that can be seen is left out.
                    Assert.Equal(WithoutBlanks(TelegramRules.Seen(words)), WithoutBlanks(TelegramRules.Seen(sent)));
            },
            iter: Fuzz.Replies
        );

    private static string WithoutJoiners(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Print(Reply reply)
    {
        var text = reply.ToJson();
        return text.Length < 4_000 ? text : text[..4_000];
    }
}
