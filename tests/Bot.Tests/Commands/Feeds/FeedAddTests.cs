using Bot.Emulators.Web;

namespace Bot.Tests.Commands.Feeds;

public sealed class FeedAddTests
{
    [Fact]
    public async Task A_feeds_address_is_shown_before_it_is_followed()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));

        var shown = await room.AskAsync($"/feed add {room.At()}");

        Assert.StartsWith("Example World · RSS · about ", shown[0], StringComparison.Ordinal);
        Assert.Equal("* Headline 29 · 10 min ago", shown[1]);
        Assert.Equal("* Headline 28 · 1 h ago", shown[2]);
        Assert.Contains("teasers", shown[4], StringComparison.Ordinal);
        Assert.Contains($"[Add /feed add \"{room.At()}\" yes:yes]", shown[^1], StringComparison.Ordinal);
        Assert.Empty(await room.FollowedAsync());
    }

    [Fact]
    public async Task Once_confirmed_it_is_read_at_once_and_nothing_old_is_posted()
    {
        await using var room = await FeedRoom.OpenAsync();
        room.Play("/feed", Documents.Of(FeedRoom.Feed("Example World", 30)));
        var shown = await room.ReplyAsync($"/feed add {room.At()} folder:World");

        var added = await room.PressAsync(shown, "Add");

        Assert.Equal("Example World is followed here now. I read it: 30 articles, kept as archive.", added[0]);
        Assert.StartsWith("Nothing old is posted.", added[1], StringComparison.Ordinal);
        var followed = Assert.Single(await room.FollowedAsync());
        Assert.Equal(("Example World", "World", false), (followed.Name, followed.Folder, followed.IsFullText));
        Assert.Equal(
            "1. Example World · read just now · about 24 articles a day · last new just now ()",
            (await room.AskAsync("/feed list"))[2]
        );
    }
}
