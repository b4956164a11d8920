using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Discord.Rendering;
using Bot.Tests.Typesetting;
using CsCheck;

namespace Bot.Tests.Discord.Rendering;

/// <summary>What holds for every reply.</summary>
public sealed class DiscordRendererProperties
{
    private static readonly Edition English = new Phrasebook().In(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void Every_message_is_one_that_Discord_takes_and_reads_nothing_into() =>
        RandomReplies.Any.Sample(
            reply =>
            {
                DiscordRules.Hold(Rendered(reply));
                DiscordRules.Hold(DiscordRenderer.RenderTurned(reply, English, IsPrivate, "post"));
            },
            iter: Fuzz.Replies,
            print: Print
        );

    [Fact]
    public void The_pages_show_all_that_the_reply_says_in_its_order_and_no_more() =>
        RandomReplies.Any.Sample(
            reply => Assert.Equal(SaidLetters.Of(RandomReplies.Said(reply)), Letters(Read(reply))),
            iter: Fuzz.Replies,
            print: Print
        );

    [Fact]
    public void What_is_dressed_is_what_the_reply_dresses() =>
        RandomReplies.Any.Sample(
            reply =>
            {
                var read = Read(reply);
                var said = reply.Blocks.SelectMany(DressedWords.Of).ToList();
                foreach (
                    var dress in new[]
                    {
                        Shown.Heading,
                        Shown.Small,
                        Shown.Quote,
                        Shown.Bold,
                        Shown.Code,
                        Shown.MaskedLink,
                    }
                )
                    Assert.Equal(
                        $"{dress}: {Letters(said.Where(r => r.As.HasFlag(dress)))}",
                        $"{dress}: {Letters(read.Where(r => r.As.HasFlag(dress)))}"
                    );
            },
            iter: Fuzz.Replies,
            print: Print
        );

    [Fact]
    public void The_same_reply_is_always_the_same_messages() =>
        RandomReplies.Any.Sample(
            reply => Assert.Equal(DiscordBody.ToJson(Rendered(reply)), DiscordBody.ToJson(Rendered(reply with { }))),
            iter: Math.Min(Fuzz.Replies, 1_000),
            print: Print
        );

    private static IReadOnlyList<DiscordMessage> Rendered(Reply reply) =>
        DiscordRenderer.Render(reply, English, IsPrivate);

    /// <summary>Title and text as readers see them; a title is a heading that is nothing else.</summary>
    private static List<ShownRun> Read(Reply reply) =>
        [
            .. Rendered(reply)
                .SelectMany(m =>
                    MarkdownReader
                        .Read(m.Embed.Title ?? "")
                        .Select(r => r with { As = r.As | Shown.Heading })
                        .Concat(MarkdownReader.Read(m.Embed.Description ?? ""))
                ),
        ];

    private static string Letters(IEnumerable<ShownRun> runs) =>
        SaidLetters.Of([string.Concat(runs.Select(r => r.Text))]);

    private static bool IsPrivate(string command) => command is "settings" or "digest";

    private static string Print(Reply reply)
    {
        var text = reply.ToJson();
        return text.Length < 4_000 ? text : text[..4_000];
    }
}
