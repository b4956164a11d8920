using System.Text;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Packs;
using Bot.Core.Feeds.Reading;
using Bot.Core.Texts;
using Bot.Emulators.Web;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands.Feeds;

public sealed class FeedListTests
{
    private const string Opml = """
        <?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="World"><outline type="rss" text="One" xmlUrl="http://news.example/one"/>
        <outline type="rss" text="Two" xmlUrl="http://news.example/two"/></outline>
        <outline type="rss" text="Odd" xmlUrl="mailto:ann@example.org"/>
        </body></opml>
        """;

    [Theory]
    [InlineData("import")]
    [InlineData("add")]
    public async Task A_list_says_how_many_it_has_and_is_followed_with_one_press(string wish)
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/mine.opml", Documents.Of(Opml, "text/x-opml"));

        var shown = await room.ReplyAsync($"/feed {wish} {room.At("/mine.opml")}");

        Assert.Equal("news.example: 2 feeds.", PlainText.Of(shown)[0]);
        var told = await room.PressAsync(shown, "Import 2");
        Assert.StartsWith("2 feeds are followed here now.", told[0], StringComparison.Ordinal);
        Assert.Equal(
            [("One", "World"), ("Two", "World")],
            (await room.FollowedAsync()).Select(f => (f.Name, f.Folder))
        );
        Assert.StartsWith(
            "news.example: all 2 feeds are followed here already.",
            (await room.AskAsync($"/feed import {room.At("/mine.opml")}"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_wished_with_a_list_is_wished_by_its_button_too()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/mine.opml", Documents.Of(Opml, "text/x-opml"));

        await room.PressAsync(
            await room.ReplyAsync($"/feed import {room.At("/mine.opml")} folder:Mine text:full"),
            "Import 2"
        );

        Assert.All(await room.FollowedAsync(), f => Assert.Equal(("Mine", true), (f.Folder, f.IsFullText)));
    }

    [Fact]
    public async Task A_pack_is_shown_and_followed_with_one_press()
    {
        await using var room = await FeedRoom.OpenAsync();

        var packs = await room.AskAsync("/feed packs", Newsroom.Reader);
        Assert.Contains(
            packs,
            l => l.StartsWith("World news, English · BBC News, The Guardian", StringComparison.Ordinal)
        );

        var shown = await room.ReplyAsync("/feed add pack:world");
        await room.PressAsync(shown, "Import 7");

        Assert.All(await room.FollowedAsync(), f => Assert.Equal("World news, English", f.Folder));
        Assert.Equal(7, (await room.FollowedAsync()).Count);
        Assert.Empty(room.Web.Visits);
    }

    [Fact]
    public void Packs_have_web_addresses_names_and_languages()
    {
        var packs = new FeedPacks().All;

        Assert.Superset(new HashSet<string> { "en", "de", "fr", "es" }, packs.Select(p => p.Language).ToHashSet());
        Assert.All(packs, p => Assert.InRange(p.Feeds.Count, 5, 10));
        Assert.All(packs.SelectMany(p => p.Feeds), f => Assert.Equal("https", f.Url.Scheme));
        Assert.Equal(
            packs.SelectMany(p => p.Feeds).Count(),
            packs.SelectMany(p => p.Feeds).Select(f => f.Url).Distinct().Count()
        );
    }

    [Fact]
    public async Task What_is_exported_is_read_again_as_it_was()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/mine.opml", Documents.Of(Opml, "text/x-opml"));
        await room.PressAsync(await room.ReplyAsync($"/feed import {room.At("/mine.opml")}"), "Import 2");
        var followed = await room.FollowedAsync();

        var opml = FeedList.ToOpml(followed, "A <b> & \u0001 c", room.Time.GetUtcNow());

        var read = Assert.IsType<FeedReading.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(opml), new FeedSource()));
        Assert.Equal(
            followed.Select(f => (f.Name, f.Feed.Url.AbsoluteUri, (string?)f.Folder)),
            read.Document.Feeds.Select(f => (f.Title ?? "", f.FeedUrl, f.Category))
        );
    }

    [Fact]
    public async Task An_export_is_a_file_that_its_reply_keeps_and_that_says_how_else_to_get_it()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 3)));
        await room.FollowAsync();
        await room.AskAsync($"/feed add {room.At()} yes:yes", place: Destination.Terminal);

        Assert.Contains(
            await room.AskAsync("/feed export", place: Destination.Terminal),
            l => l.StartsWith("As a file: bot export", StringComparison.Ordinal)
        );
        var kept = Reply.FromJson((await room.ReplyAsync("/feed export")).ToJson());
        Assert.Contains("text=\"Example World\"", Words(Assert.Single(kept.Files)), StringComparison.Ordinal);
        Assert.Contains(
            "A file cannot be sent here; whoever runs me gets it with bot export --place discord:1 feeds.opml",
            PlainText.Of(kept.WithoutFiles())
        );
    }

    [Theory]
    [InlineData("/feed remove exa")]
    [InlineData("/feed remove name:exa")]
    public async Task A_feed_is_offered_while_its_name_is_typed(string line)
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 3)));
        await room.FollowAsync();

        var (_, words) = await room
            .Desk.Get<LineCompletion>()
            .CompleteAsync(
                line,
                Newsroom.Place,
                room.Desk.Get<Phrasebook>().In(Newsroom.Reader.Language),
                TestContext.Current.CancellationToken
            );

        Assert.Equal(["\"Example World\""], words);
    }

    private static string Words(FileBlock file) => Encoding.UTF8.GetString(file.Bytes.Span);
}
