using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Discord.Rendering;
using Bot.Emulators.Web;
using Bot.Telegram.Rendering;
using Bot.Terminal;
using Bot.Tests.Discord.Rendering;
using Bot.Tests.Snapshots;
using Bot.Tests.Telegram.Rendering;

namespace Bot.Tests.Commands.Feeds;

/// <summary>A conversation about feeds on every platform, to be read as prose. A changed snapshot is a changed product.</summary>
public sealed class FeedSnapshots
{
    private static readonly string[] Lines =
    [
        "/feed",
        "/feed packs",
        "/feed add",
        "/feed add http://news.example/",
        "/feed add http://news.example/world/rss.xml folder:World",
        "/feed add http://news.example/world/rss.xml folder:World yes:yes",
        "/feed add http://news.example/world/rss.xml",
        "/feed add http://news.example/europe/rss.xml folder:World text:full yes:yes",
        "/feed add http://gone.example/feed yes:yes",
        "/feed add ftp://news.example/feed",
        "/feed import http://news.example/mine.opml",
        "/feed list",
        "/feed pause example",
        "/feed pause europe",
        "/feed pause zeppelin",
        "/feed text world full",
        "/feed remove world",
        "/feed test http://news.example/odd",
        "LATER",
        "/feed health",
        "/feed list",
        "/feed why http://news.example/stories/29",
        "/feed why http://news.example/stories/99",
        "/feed export",
        "/feed zeppelin",
    ];

    [Fact]
    public Task In_the_terminal() =>
        MatchAsync(
            "feeds-terminal",
            "en",
            (reply, edition) =>
                TerminalRenderer.ToText(reply, new TerminalDress(80, IsTerminal: false, HasColour: false), edition)
        );

    [Fact]
    public Task In_German() =>
        MatchAsync(
            "feeds-german",
            "de",
            (reply, edition) =>
                TerminalRenderer.ToText(reply, new TerminalDress(80, IsTerminal: false, HasColour: false), edition)
        );

    [Fact]
    public Task In_Discord() =>
        MatchAsync(
            "feeds-discord",
            "en",
            (reply, edition) =>
            {
                var messages = DiscordRenderer.Render(reply, edition, name => name is "feed" or "digest");
                DiscordRules.Hold(messages);
                return DiscordMarkup.Of(messages);
            }
        );

    [Fact]
    public Task In_Telegram() =>
        MatchAsync(
            "feeds-telegram",
            "en",
            (reply, edition) =>
            {
                var messages = TelegramRenderer.Render(reply, edition);
                TelegramRules.Hold(messages);
                return TelegramMarkup.Of(messages);
            }
        );

    private static async Task MatchAsync(string name, string language, Func<Reply, Edition, string> show)
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play(
                "/",
                Documents.PageWithFeeds(
                    ("application/rss+xml", "/world/rss.xml"),
                    ("application/rss+xml", "/europe/rss.xml")
                )
            )
            .Play("/world/rss.xml", Documents.Of(FeedRoom.Feed("Example World", 30)))
            .Play("/europe/rss.xml", Documents.Of(FeedRoom.Feed("Example Europe", 3, first: 100)))
            .Play(
                "/odd",
                Documents.Of("<rss><channel><title>Odd</title><item><title>One</title></item></channel></rss>")
            )
            .Play("/feed", Refusals.Of(410), "gone.example")
            .Play(
                "/mine.opml",
                Documents.Of(
                    $"""
                    <opml version="2.0"><body><outline text="A" xmlUrl="{room.At("/world/rss.xml")}"/>
                    <outline text="Ours" xmlUrl="http://news.example/ours"/></body></opml>
                    """,
                    "text/x-opml"
                )
            );
        var asker = FeedRoom.Editor with { Language = CultureInfo.GetCultureInfo(language) };
        var edition = room.Desk.Get<Phrasebook>().In(asker.Language);
        var shown = new List<string>();
        foreach (var line in Lines)
        {
            if (line == "LATER")
            {
                room.Play("/world/rss.xml", Refusals.Of(503));
                await room.VisitAllAsync(TimeSpan.FromHours(1));
                continue;
            }

            var typed = line.Replace(".example/", $".example:{room.Web.Port}/", StringComparison.Ordinal);
            var reply = await room.ReplyAsync(line.Contains("why", StringComparison.Ordinal) ? line : typed, asker);
            shown.Add($"{line}\n{show(reply, edition)}");
        }

        Snapshot.Match(string.Join('\n', shown).Replace($":{room.Web.Port}", "", StringComparison.Ordinal), name);
    }
}
