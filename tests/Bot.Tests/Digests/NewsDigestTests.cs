using System.Globalization;
using Bot.Core.Digests;

namespace Bot.Tests.Digests;

/// <summary>A digest that comes as it happens: what is gathered, how often a day, and when it is quiet.</summary>
public sealed class NewsDigestTests : DigestMorning
{
    private static readonly DigestOptions News = new()
    {
        Name = "News",
        Every = "news",
        Cap = 2,
        Quiet = "22:00-07:00",
        Zone = "UTC",
        Destination = "discord:1",
    };

    [Fact]
    public async Task A_story_waits_until_nothing_more_comes_and_is_told_once()
    {
        var room = await OpenAtAsync("11:00");
        await FileAsync(room, "11:02", "Floods in Spain");

        Assert.Equal(0, await PostedAtAsync(room, "11:15"));
        Assert.Equal(1, await PostedAtAsync(room, "11:30"));
        Assert.Equal(1, await PostedAtAsync(room, "11:45"));
        Assert.Equal(1, await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_ledger"));
    }

    [Fact]
    public async Task What_is_there_already_is_no_news()
    {
        var room = await OpenAtAsync("11:00");
        await room.FileAsync("Old news from Spain", published: "2025-11-02");

        Assert.Equal(0, await PostedAtAsync(room, "11:30"));
        await FileAsync(room, "11:32", "Floods in Portugal");

        Assert.Equal(1, await PostedAtAsync(room, "12:00"));
        Assert.DoesNotContain("Old news", PlainText.OfAll(_platform.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_something_comes_again_and_again_the_first_is_told_within_four_windows()
    {
        var room = await OpenAtAsync("11:00");
        await FileAsync(room, "11:05", DigestRoom.Headline(1));
        foreach (
            var (at, ring, number) in new[] { ("11:14", "11:15", 2), ("11:29", "11:30", 3), ("11:44", "11:45", 4) }
        )
        {
            await FileAsync(room, at, DigestRoom.Headline(number));
            Assert.Equal(0, await PostedAtAsync(room, ring));
        }

        await FileAsync(room, "12:14", DigestRoom.Headline(5));
        Assert.Equal(1, await PostedAtAsync(room, "12:15"));
    }

    [Fact]
    public async Task A_day_has_no_more_of_them_than_its_cap_and_the_rest_comes_on_the_next()
    {
        var room = await OpenAtAsync("11:00");
        foreach (var (hour, number) in new[] { (12, 1), (13, 2), (14, 3) })
        {
            await FileAsync(room, $"{hour}:00", DigestRoom.Headline(number));
            await PostedAtAsync(room, $"{hour}:30");
        }

        Assert.Equal(2, _platform.Shown.Count);
        _time.SetUtcNow(new(_time.GetUtcNow().Date.AddDays(1), TimeSpan.Zero));
        Assert.Equal(3, await PostedAtAsync(room, "07:00"));
    }

    [Fact]
    public async Task In_quiet_hours_nothing_comes_whoever_rings()
    {
        var room = await OpenAtAsync("21:00");
        await FileAsync(room, "21:50", "Floods in Spain");

        Assert.Equal(0, await PostedAtAsync(room, "22:15"));
        Assert.Equal(0, await PostedAtAsync(room, "23:59"));
        _time.SetUtcNow(new(_time.GetUtcNow().Date.AddDays(1), TimeSpan.Zero));
        Assert.Equal(0, await PostedAtAsync(room, "06:59"));
        Assert.Equal(1, await PostedAtAsync(room, "07:00"));
    }

    /// <summary>A process that knows its digest.</summary>
    private async Task<DigestRoom> OpenAtAsync(string at)
    {
        SetTime(at);
        var room = await OpenAsync(News);
        await room.RingAsync();
        return room;
    }

    private async Task FileAsync(DigestRoom room, string at, string headline)
    {
        SetTime(at);
        await room.FileAsync(headline);
    }

    /// <returns>How many were posted until then.</returns>
    private async Task<int> PostedAtAsync(DigestRoom room, string at)
    {
        SetTime(at);
        await room.RingAndDeliverAsync();
        return _platform.Shown.Count;
    }

    private void SetTime(string at) =>
        _time.SetUtcNow(
            new DateTimeOffset(_time.GetUtcNow().Date, TimeSpan.Zero) + TimeSpan.Parse(at, CultureInfo.InvariantCulture)
        );
}
