using System.Text;
using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Core.Places;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands;

/// <summary>What is set and planned goes out as a file and in again.</summary>
public sealed class MovingTests : MovingDesk
{
    [Fact]
    public async Task What_is_exported_forgotten_and_imported_is_exported_the_same()
    {
        await SetUpAsync();
        var before = await ExportAsync();
        foreach (
            var field in new[]
            {
                "\"every\": \"news\"",
                "\"cap\": 5",
                "\"gather\": \"15min\"",
                "\"quiet\": \"none\"",
                "\"language\": \"de\"",
                "\"late\": \"never\"",
                "\"days\": \"mon,wed\"",
                "\"every\": \"3h\"",
                "\"sources\"",
                "\"by\": \"Ann Marlow\"",
                "\"about\": \"Harbour\"",
                "\"in\": \"text\"",
            }
        )
            Assert.Contains(field, before, StringComparison.Ordinal);

        await AskAsync("/forget yes");
        Assert.DoesNotContain("harbour", await ExportAsync(), StringComparison.Ordinal);
        await ImportAsync(before);

        Assert.Equal(before, await ExportAsync());
    }

    [Fact]
    public async Task An_import_says_what_it_would_change_and_changes_nothing_before_somebody_says_yes()
    {
        await SetUpAsync();
        var file = await ExportAsync();
        await AskAsync("/forget yes");
        var forgotten = await ExportAsync();

        var answer = PlainText.Of(await GiveAsync(file));

        Assert.Contains(
            answer,
            l => l.Contains("settings: time zone, language, size and quiet hours", StringComparison.Ordinal)
        );
        Assert.Contains(answer, l => l.Contains("2 feeds followed: news.example, Harbour", StringComparison.Ordinal));
        Assert.Contains(answer, l => l.Contains("5 digests planned", StringComparison.Ordinal));
        Assert.Contains(answer, l => l.Contains("[Import /import yes:", StringComparison.Ordinal));
        Assert.Equal(forgotten, await ExportAsync());
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await SetUpAsync();
        var file = await ExportAsync();

        var answer = Said(await GiveAsync(file));

        Assert.StartsWith("All of it is here already. Nothing was changed.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_was_cut_off_is_finished_by_the_same_file()
    {
        await SetUpAsync();
        var file = await ExportAsync();
        await AskAsync("/digest remove name:Evening");
        await AskAsync("/filter remove 3");

        await ImportAsync(file);

        Assert.Equal(file, await ExportAsync());
    }

    [Fact]
    public async Task What_was_set_otherwise_is_given_along_as_a_file_before_it_is_replaced()
    {
        await SetUpAsync();
        var file = await ExportAsync();
        await AskAsync("/settings zone:tokyo");
        await AskAsync("/digest remove name:Evening");
        await AskAsync("/digest add at:20:00 zone:tokyo name:Evening");
        var between = await ExportAsync();

        var asked = await GiveAsync(file);
        await AskAsync(Button(asked, "Import"));
        Assert.Equal(file, await ExportAsync());

        Assert.Equal(between, Text(asked));
        await ImportAsync(Text(asked));
        Assert.Equal(between, await ExportAsync());
    }

    [Fact]
    public async Task In_another_place_what_was_of_channels_comes_to_where_it_is_imported()
    {
        await SetUpAsync();
        var file = await ExportAsync();

        var answer = Said(await ImportAsync(file, "telegram:-6/9"));

        Assert.Contains("it is of another place", answer, StringComparison.Ordinal);
        var moved = await ExportAsync(Other);
        Assert.Contains("\"from\": \"telegram:-6\"", moved, StringComparison.Ordinal);
        Assert.DoesNotContain("\"channel\": \"7\"", moved, StringComparison.Ordinal);
        Assert.Contains("\"channel\": \"9\"", moved, StringComparison.Ordinal);
        Assert.StartsWith(
            "All of it is here already.",
            Said(await GiveAsync(file, "telegram:-6/9")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_persons_own_chat_is_exported_without_their_name()
    {
        var desk = await OpenAsync();
        await desk.Get<DoorBook>()
            .JoinedAsync(new("telegram", "7"), "Ann Marlow", PlaceKind.Private, null, "Ann Marlow", Stop);
        await AskAsync("/settings zone:tokyo", "telegram:7");
        await desk.Get<FeedBook>()
            .FollowAsync([new FollowOrder(new("telegram", "7"), new("https://news.example/"), "telegram:7")], Stop);

        foreach (var line in new[] { "/export", "/feed export" })
        {
            var file = Assert.Single((await AskAsync(line, "telegram:7")).Files);
            Assert.DoesNotContain("marlow", file.Name, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Marlow", Encoding.UTF8.GetString(file.Bytes.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_digest_that_is_planned_otherwise_stays_the_same_one_and_is_paused_or_goes_on_as_the_file_says()
    {
        await SetUpAsync();
        var desk = await OpenAsync();
        var running = await ExportAsync();
        await AskAsync("/digest pause name:Evening");
        var paused = await ExportAsync();
        var row = await desk.QueryAsync<long>("SELECT id FROM digests WHERE name = 'Evening'");
        await AskAsync("/digest edit name:Evening at:20:00");

        await ImportAsync(running.Replace("\"Evening\"", "\"EVENING\"", StringComparison.Ordinal));
        var went = await ExportAsync();
        await ImportAsync(paused);

        Assert.Equal(running.Replace("\"Evening\"", "\"EVENING\"", StringComparison.Ordinal), went);
        Assert.Equal(paused, await ExportAsync());
        Assert.Equal(row, await desk.QueryAsync<long>("SELECT id FROM digests WHERE name = 'Evening'"));
    }

    [Fact]
    public async Task A_name_that_a_file_has_twice_is_planned_once_however_it_is_written()
    {
        await ImportAsync(
            """{"byline":1,"kind":"place","digests":[{"name":"Early","at":"7:30","zone":"UTC"},{"name":"EARLY","at":"8:30","zone":"UTC"}]}"""
        );

        Assert.DoesNotContain("EARLY", await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filters_language_is_known_however_it_is_written()
    {
        await ImportAsync("""{"byline":1,"kind":"place","filters":[{"effect":"Include","lang":"DE"}]}""");

        Assert.Contains("\"lang\": \"de\"", await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_pattern_that_a_command_takes_comes_back()
    {
        await AskAsync($"/filter add /{new string('a', 200)}/");
        var before = await ExportAsync();

        await AskAsync("/forget yes");
        await ImportAsync(before);

        Assert.Contains(new string('a', 200), before, StringComparison.Ordinal);
        Assert.Equal(before, await ExportAsync());
    }

    [Fact]
    public async Task What_this_machine_does_not_know_a_zone_for_goes_out_as_it_is_written_or_is_named()
    {
        var desk = await OpenAsync();
        await AskAsync("/settings zone:tokyo");
        await AskAsync("/digest add at:07:30 name:Martian");
        await desk.QueryAsync<long>("UPDATE digests SET zone = 'Mars/Base'; UPDATE places SET zone = 'Mars/Base'");
        time.Advance(TimeSpan.FromMinutes(1));

        var answer = await AskAsync("/export");

        Assert.Contains("\"zone\": \"Mars/Base\"", Text(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("Martian", Text(answer), StringComparison.Ordinal);
        Assert.Contains("“Martian” is not in it", Said(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_neither_export_nor_import()
    {
        var desk = await OpenAsync();

        foreach (var line in new[] { "/export", "/import" })
            Assert.StartsWith(
                $"Only people who may manage this place can use {line}.",
                Said(await desk.AskAsync(line, Standing.Reader, "telegram:-5")),
                StringComparison.Ordinal
            );
    }
}
