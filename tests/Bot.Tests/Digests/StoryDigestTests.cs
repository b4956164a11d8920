using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>Digests tell stories: what several outlets say of one event, once, and later what is new.</summary>
public sealed class StoryDigestTests : IDisposable
{
    private const string Dam =
        "The Karun dam in the north of the country broke on Sunday after a week of rain. At least 12 people died in the village of Bakra. “We heard the water before we saw it,” said Leila Hosseini, the mayor of Bakra. Rescue teams were sent from the capital.";

    private const string DamElsewhere =
        "At least 12 people were killed when the Karun dam broke after a week of rain. The village of Bakra was flooded within minutes on Sunday. Engineers had warned of cracks in the Karun dam in spring, according to a report by the water ministry.";

    private const string DamLater =
        "The Karun dam, which broke on Sunday after a week of rain, had not been inspected for nine years. The number of dead in Bakra rose to 31. Prosecutors arrested the dam's chief engineer, Farid Nouri, on Monday evening.";

    private const string Bank =
        "The central bank of Norland raised its main interest rate to 4.5 percent on Sunday. Inflation had reached a record in October. Analysts had expected a smaller step from governor Ines Falk.";

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_two_outlets_tell_is_one_story_with_both()
    {
        var room = await OpenAsync();
        await room.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await room.FileAsync("Twelve dead as Karun dam breaks", text: DamElsewhere, source: "The Courier");
        await room.FileAsync("Norland raises rates", text: Bank, source: "The Courier");

        var digest = await NowAsync(room);

        Assert.Contains("3 articles in 2 stories from 2 sources", digest, StringComparison.Ordinal);
        Assert.Contains("2 sources: ", digest, StringComparison.Ordinal);
        Assert.Contains("(The Gazette)", digest, StringComparison.Ordinal);
        Assert.Single(Lines(digest), l => l.Contains("12 people", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quotation_that_begins_within_a_sentence_does_not_stand_alone()
    {
        var room = await OpenAsync();
        await room.FileAsync(
            "Dam breaks in the north",
            text: $"{Dam[..Dam.IndexOf('“', StringComparison.Ordinal)]}Engineers had warned of the wall. Of one of them Leila Hosseini, the mayor of Bakra, spoke on Monday. “… who sits there all night and tells nobody what he has seen in the wall, we call that a lie,” Hosseini said."
        );

        Assert.DoesNotContain("> “", await NowAsync(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_comes_again_with_what_is_new_alone()
    {
        var room = await OpenAsync();
        await room.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await NowAsync(room);
        _time.Advance(TimeSpan.FromHours(24));
        await room.FileAsync("Engineer arrested after dam breaks", text: DamLater, source: "The Gazette");

        var update = await NowAsync(room);

        Assert.Contains("Update: Engineer arrested after dam breaks", update, StringComparison.Ordinal);
        Assert.Contains("rose to 31", update, StringComparison.Ordinal);
        Assert.DoesNotContain("Rescue teams", update, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_repeats_is_no_news()
    {
        var room = await OpenAsync();
        await room.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await room.FileAsync("Norland raises rates", text: Bank, source: "The Courier");
        await NowAsync(room);
        _time.Advance(TimeSpan.FromHours(24));
        await room.FileAsync("Dam in the north breaks", text: $"{Dam} ", source: "The Herald");

        Assert.StartsWith("Nothing new here", await AnswerAsync(room, "/digest now"), StringComparison.Ordinal);
    }

    /// <summary>Another place's reader has had nothing of it: to them it is all new.</summary>
    [Fact]
    public async Task What_is_new_depends_on_what_the_place_was_told()
    {
        var room = await OpenAsync();
        await room.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await NowAsync(room);
        _time.Advance(TimeSpan.FromHours(10));
        await room.FileAsync("Engineer arrested after dam breaks", text: DamLater, source: "The Gazette");

        var elsewhere = await NowAsync(room, "discord:2");

        Assert.DoesNotContain("Update:", elsewhere, StringComparison.Ordinal);
        Assert.Contains("2 articles in 1 story from 1 source", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_go_on_after_a_restart()
    {
        var first = await OpenAsync();
        await first.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await NowAsync(first);
        _time.Advance(TimeSpan.FromHours(24));

        var room = await OpenAsync();
        await room.FileAsync("Engineer arrested after dam breaks", text: DamLater, source: "The Gazette");

        Assert.Contains("Update: ", await NowAsync(room), StringComparison.Ordinal);
        Assert.Equal(1, await room.QueryAsync<int>("SELECT COUNT(DISTINCT story) FROM story_tellings"));
    }

    [Fact]
    public async Task What_was_told_comes_again_where_an_edit_says_something_new_and_else_not()
    {
        var room = await OpenAsync();
        await room.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette", origin: "dam.txt");
        await NowAsync(room);
        _time.Advance(TimeSpan.FromHours(2));
        await room.FileAsync(
            "Dam breaks in the north",
            text: Dam.Replace(" after a week of rain", "", StringComparison.Ordinal),
            source: "The Gazette",
            origin: "dam.txt"
        );
        var nothing = await NowAsync(room);
        await room.FileAsync(
            "Dam breaks in the north",
            text: $"{Dam} Prosecutors arrested the chief engineer, Farid Nouri, on Monday evening.",
            source: "The Gazette",
            origin: "dam.txt"
        );
        var edited = await NowAsync(room);
        var again = await NowAsync(room);

        Assert.StartsWith("Nothing new here", nothing, StringComparison.Ordinal);
        Assert.Contains("Update: Dam breaks in the north", edited, StringComparison.Ordinal);
        Assert.Contains("Farid Nouri", edited, StringComparison.Ordinal);
        Assert.DoesNotContain("12 people", edited, StringComparison.Ordinal);
        Assert.StartsWith("Nothing new here", again, StringComparison.Ordinal);
    }

    /// <summary>As after an upgrade whose clusterer keeps its state otherwise.</summary>
    [Fact]
    public async Task Where_the_form_of_stories_has_changed_what_was_told_is_not_told_again_and_stories_go_on()
    {
        var first = await OpenAsync();
        await first.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await NowAsync(first);
        await first.QueryAsync<int>("UPDATE stories SET version = 0; UPDATE story_counts SET version = 0");
        _time.Advance(TimeSpan.FromHours(24));

        var room = await OpenAsync();
        await room.FileAsync("Norland raises rates", text: Bank, source: "The Courier");
        var bank = await NowAsync(room);
        await room.FileAsync("Engineer arrested after dam breaks", text: DamLater, source: "The Gazette");
        var update = await NowAsync(room);

        Assert.DoesNotContain("Bakra", bank, StringComparison.Ordinal);
        Assert.Contains("Update: Engineer arrested after dam breaks", update, StringComparison.Ordinal);
    }

    /// <summary>Each of two processes puts what it finds to the stories that the other has made.</summary>
    [Fact]
    public async Task Two_processes_make_the_same_stories()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await one.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await one.AskAsync("/digest preview");
        await other.FileAsync("Norland raises rates", text: Bank, source: "The Courier");
        await other.FileAsync("Twelve dead as Karun dam breaks", text: DamElsewhere, source: "The Courier");
        await other.AskAsync("/digest preview");
        await one.FileAsync("Engineer arrested after dam breaks", text: DamLater, source: "The Gazette");
        await one.AskAsync("/digest preview");

        var dam = await one.QueryAsync<string>(
            "SELECT group_concat(article) FROM (SELECT article FROM story_tellings WHERE story = 1 ORDER BY seq)"
        );
        Assert.Equal("1,3,4", dam);
    }

    [Fact]
    public async Task A_story_shows_how_it_grew()
    {
        var room = await OpenAsync();
        await room.FileAsync("Dam breaks in the north", text: Dam, source: "The Gazette");
        await room.FileAsync("Norland raises rates", text: Bank, source: "The Courier");
        await room.FileAsync("Engineer arrested after dam breaks", text: DamLater, source: "The Gazette");

        var story = await AnswerAsync(room, "/story dam breaks in the north");
        var alone = await AnswerAsync(room, "/story norland");

        Assert.Contains("2 articles from 1 source", story, StringComparison.Ordinal);
        Assert.Contains("rose to 31", story, StringComparison.Ordinal);
        Assert.Contains("an update", story, StringComparison.Ordinal);
        Assert.Contains("No other article that I have here tells of this.", alone, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n');

    /// <summary>What is posted now, as it was previewed.</summary>
    private static async Task<string> NowAsync(DigestRoom room, string place = "discord:1")
    {
        var preview = await AnswerAsync(room, "/digest preview", place);
        await room.AskAsync("/digest now", place);
        return preview;
    }

    private static async Task<string> AnswerAsync(DigestRoom room, string line, string place = "discord:1") =>
        string.Join('\n', PlainText.Of(await room.AskAsync(line, place)));

    private Task<DigestRoom> OpenAsync() => DigestRoom.OpenAsync(_folder, _time, [], _platform);
}
