using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>Digests leave out what the filters of their place hide, and say how much that is.</summary>
public sealed class FilteredDigestTests : IDisposable
{
    private static readonly DigestOptions Morning = new()
    {
        Name = "Morning digest",
        At = "07:30",
        Zone = "Europe/Berlin",
        Destination = "discord:1",
    };

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    private static DateTimeOffset MondaySlot => new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_filter_hides_is_counted_and_not_owed_again()
    {
        var room = await OpenAsync();
        await room.FileAsync("Football cup goes to Norland");
        await room.FileAsync("Floods in Spain");
        await room.AskAsync("/filter add football");

        var preview = await AnswerAsync(room, "/digest preview");
        await room.AskAsync("/digest now");
        var posted = PlainText.OfAll(_platform.Shown);
        await room.AskAsync("/filter remove 1");
        var after = await AnswerAsync(room, "/digest preview");

        foreach (var digest in new[] { preview, posted })
        {
            Assert.Contains("1 article from 1 source", digest, StringComparison.Ordinal);
            Assert.Contains("1 hidden by filters: /filter list", digest, StringComparison.Ordinal);
            Assert.DoesNotContain("Football", digest, StringComparison.Ordinal);
        }

        Assert.StartsWith("Nothing new here", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_that_let_in_are_alternatives_and_one_that_hides_beats_them()
    {
        var room = await OpenAsync();
        await room.FileAsync("Football cup goes to Norland");
        await room.FileAsync("Floods in Spain");
        await room.FileAsync("Rates rise in Spain");
        await room.FileAsync("Museum opens in Kastrel");
        await room.AskAsync("/filter add spain include");
        await room.AskAsync("/filter add include football");
        await room.AskAsync("/filter add rates exclude");

        var digest = await AnswerAsync(room, "/digest preview");

        Assert.Contains("Football cup", digest, StringComparison.Ordinal);
        Assert.Contains("Floods in Spain", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Museum", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Rates", digest, StringComparison.Ordinal);
        Assert.Contains("2 hidden by filters", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_is_hidden_the_answer_says_so_and_nothing_is_posted()
    {
        var room = await OpenAsync();
        await room.FileAsync("Football cup goes to Norland");
        await room.AskAsync("/filter add football");

        const string Told =
            "Nothing new here that the filters let through: 1 article is hidden. /filter list shows the filters.";
        Assert.Equal(Told, await AnswerAsync(room, "/digest preview"));
        Assert.Equal(Told, await AnswerAsync(room, "/digest now"));
        Assert.Empty(_platform.Shown);
    }

    [Fact]
    public async Task A_slot_of_which_all_was_hidden_owes_nothing_of_it_later()
    {
        var room = await OpenAsync(Morning);
        await room.RingAsync();
        await room.FileAsync("Football cup goes to Norland");
        await room.AskAsync("/filter add football");
        _time.SetUtcNow(MondaySlot);
        var empty = Assert.IsType<DigestOutcome.NothingToTell>(await room.RingAndDeliverAsync());
        await room.AskAsync("/filter remove football");

        _time.Advance(TimeSpan.FromHours(1));
        await room.FileAsync("Floods in Spain");
        var next = await AnswerAsync(room, "/digest preview");

        Assert.Equal(1, empty.Hidden);
        Assert.Contains("Floods in Spain", next, StringComparison.Ordinal);
        Assert.DoesNotContain("Football", next, StringComparison.Ordinal);
    }

    /// <summary>Nobody there has read what was hidden.</summary>
    [Fact]
    public async Task What_comes_after_a_hidden_article_of_its_story_is_no_update()
    {
        const string Dam =
            "The Karun dam in the north of the country broke on Sunday after a week of rain. At least 12 people died in the village of Bakra. Rescue teams were sent from the capital.";
        const string Later =
            "The Karun dam, which broke on Sunday after a week of rain, had not been inspected for nine years. The number of dead in Bakra rose to 31. Prosecutors arrested the dam's chief engineer on Monday.";
        var room = await OpenAsync();
        await room.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await room.FileAsync("Floods in Spain", source: "The Courier");
        await room.AskAsync("/filter add from:gazette");
        await room.AskAsync("/digest now");
        _time.Advance(TimeSpan.FromHours(4));
        await room.FileAsync("Engineer arrested after dam breaks", text: Later, source: "The Courier");

        var digest = await AnswerAsync(room, "/digest preview");

        Assert.Contains("Engineer arrested", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Update:", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_not_filtered_by_the_rules_of_another()
    {
        var room = await OpenAsync();
        await room.FileAsync("Football cup goes to Norland");
        await room.AskAsync("/filter add football", "discord:2");

        var digest = await AnswerAsync(room, "/digest preview");

        Assert.Contains("Football cup", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_digest_of_an_archive_shows_the_newest_that_are_wanted()
    {
        var room = await OpenAsync();
        await room.FileAsync("Floods in Spain", "2026-10-01");
        for (var i = 0; i < 8; i++)
            await room.FileAsync($"Football {DigestRoom.Headline(i)}", "2026-10-02");
        await room.AskAsync("/filter add football");

        var digest = await AnswerAsync(room, "/digest preview");

        Assert.Contains("Floods in Spain", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Football", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_go_where_their_chat_goes_and_are_forgotten_with_it()
    {
        var room = await OpenAsync();
        await room.AskAsync("/filter add football", "discord:1");
        await room.Get<Core.Delivery.DestinationBook>()
            .MoveAsync(new("discord", "1"), new("discord", "9"), TestContext.Current.CancellationToken);

        Assert.Contains("football", await AnswerAsync(room, "/filter list", "discord:9"), StringComparison.Ordinal);
        Assert.StartsWith("No filters here", await AnswerAsync(room, "/filter list"), StringComparison.Ordinal);

        await room.Get<Core.Commands.Shredder>()
            .ForgetAsync(new("discord", "9"), TestContext.Current.CancellationToken);
        Assert.Equal(0, await room.QueryAsync<int>("SELECT COUNT(*) FROM filters"));
    }

    private static async Task<string> AnswerAsync(DigestRoom room, string line, string place = "discord:1") =>
        string.Join('\n', PlainText.Of(await room.AskAsync(line, place)));

    private Task<DigestRoom> OpenAsync(params DigestOptions[] digests) =>
        DigestRoom.OpenAsync(_folder, _time, digests, _platform);
}
