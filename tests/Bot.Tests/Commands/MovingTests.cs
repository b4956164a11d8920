using System.Globalization;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Commands.Moving;
using Bot.Core.Digests;
using Bot.Core.Feeds.Following;
using Bot.Core.Moving;
using Bot.Core.Places;
using Bot.Core.Texts;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands;

/// <summary><c>/export</c> and <c>/import</c>: what is set and planned goes out as a file and in again.</summary>
public sealed class MovingTests : IAsyncDisposable
{
    private const string Other = "telegram:-6";

    private readonly StoreFolder folder = new();
    private readonly RecordingPlatform platform = new("telegram");
    private readonly FakeTimeProvider time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private DigestRoom? room;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (room is not null)
            await room.DisposeAsync();
        folder.Dispose();
    }

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
    public async Task What_cannot_be_taken_is_named_and_the_rest_is_taken()
    {
        const string file = """
            {"byline":1,"kind":"place","from":"telegram:-5","settings":{"zone":"Mars/Base","language":"klingon","size":"huge","quiet":"always"},
             "feeds":[{"url":"http://127.0.0.1/feed"},{"url":"https://ann:secret@news.example/"},{"url":"gopher://x"},{"url":"https://news.example/good"},null],
             "filters":[{"effect":"exclude","words":"/((a{99}){99}){99}/"},{"effect":"ban"},null],
             "digests":[{"name":"Early","at":"25:99","zone":"UTC"},{"name":"","at":"7:30","zone":"UTC"},{"name":"Fine","at":"7:30","zone":"Europe/Berlin"},
              {"name":"Never","at":"7:30","zone":"UTC","days":"someday"},{"name":"Vast","at":"7:30","zone":"UTC","size":"vast"},null]}
            """;

        var answer = Said(await ImportAsync(file));

        foreach (
            var named in new[]
            {
                "time zone “Mars/Base”: this machine does not know it",
                "language “klingon”",
                "size “huge”",
                "quiet hours “always”",
                "feed “http://127.0.0.1/feed”: no address that I may read",
                "and 5 more",
            }
        )
            Assert.Contains(named, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Contains("feed “https://news.example/”: no address", answer, StringComparison.Ordinal);
        Assert.Contains("news.example/good", await ExportAsync(), StringComparison.Ordinal);
        Assert.Contains("Fine", await ExportAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await ExportAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"every\":\"7h\"", "digest “Wrong”: “7h” does not divide a day, or stands beside times of day")]
    [InlineData("\"at\":\"7:30\",\"every\":\"3h\"", "“3h” does not divide a day, or stands beside times of day")]
    [InlineData("\"every\":\"3h\",\"quiet\":\"always\"", "“always” are no quiet hours, or leave no time for it")]
    [InlineData("\"every\":\"news\",\"late\":\"soon\"", "“soon” says not how late it may come: up to 24h, or never")]
    [InlineData("\"every\":\"news\",\"cap\":99", "“99” is no number of digests a day")]
    [InlineData("\"every\":\"news\",\"gather\":\"7min\"", "“7min” is no time to gather news for")]
    [InlineData("\"at\":\"7:30\",\"language\":\"klingon\"", "“klingon” is no language")]
    [InlineData(
        "\"at\":\"7:30\",\"feeds\":\"https://ann:secret@news.example/\"",
        "“https://news.example/” are no feeds"
    )]
    public async Task A_digest_that_cannot_be_planned_is_named_with_what_is_wrong_in_it(string fields, string answer)
    {
        var said = Said(
            await GiveAsync($$"""{"byline":1,"kind":"place","digests":[{"name":"Wrong","zone":"UTC",{{fields}} }]}""")
        );

        Assert.Contains(answer, said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("The \\\"best\\\" of it")]
    [InlineData("Two\\nlines")]
    public async Task A_digests_name_that_could_not_be_typed_is_named(string name) =>
        Assert.Contains(
            "a name has 1 to 60 letters, on one line and without \"",
            Said(
                await GiveAsync(
                    """{"byline":1,"kind":"place","digests":[{"name":"NAME","at":"7:30","zone":"UTC"}]}""".Replace(
                        "NAME",
                        name,
                        StringComparison.Ordinal
                    )
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Whatever_is_wrong_in_a_digest_has_words(string language)
    {
        var edition = new Phrasebook().In(CultureInfo.GetCultureInfo(language));

        // What is yes or no cannot be wrong.
        var fields = typeof(DigestOptions).GetProperties().Where(p => p.PropertyType != typeof(bool));

        foreach (var field in fields.Select(p => p.Name.ToLowerInvariant()))
            Assert.Contains(
                "VALUE",
                string.Concat(
                    ImportWords
                        .NothingToDo(
                            new UnpackPlan(new Destination("telegram", "-5"))
                            {
                                Problems = [new ImportProblem.Digest("Morning", field, "VALUE")],
                            },
                            edition
                        )
                        .SelectMany(b => PlainText.Of(new Reply([b])))
                ),
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("https://ann:secret@news.example/rss")]
    [InlineData("ann:secret@news.example/rss")]
    [InlineData("ftp://ann:secret@news.example/rss")]
    [InlineData("https://ann:se/cret@news.example/rss")]
    [InlineData("https:/ann:secret@news.example/rss")]
    [InlineData("HTTPS:\\\\ann:secret@news.example/rss")]
    [InlineData("https://ann:secret@@")]
    public async Task A_secret_in_a_feeds_address_is_never_said(string url)
    {
        var answer = Said(await GiveAsync($$"""{"byline":1,"kind":"place","feeds":[{"url":"{{url}}"}] }"""));

        Assert.Contains("no address that I may read", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", answer, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("{\"byline\":2,\"kind\":\"place\"}", "“byline.json” is of version 2, and I know version 1.")]
    [InlineData("{\"name\":\"left-pad\",\"version\":\"1.0\"}", "“byline.json” is JSON of another program.")]
    [InlineData("[1,2,3]", "“byline.json” is JSON of another program.")]
    [InlineData("{\"byline\":1,\"kind\":\"recipe\"}", "“byline.json” is JSON of another program.")]
    [InlineData("{\"byline\":1,\n\"kind\":", "“byline.json” is no JSON: it breaks off or goes wrong in line 2.")]
    [InlineData("not at all", "“byline.json” is no JSON: it breaks off or goes wrong in line 1.")]
    [InlineData("", "“byline.json” is no JSON: it breaks off or goes wrong in line 1.")]
    [InlineData(
        "{\"byline\":1,\"kind\":\"place\",\"digests\":[{\"name\":5}]}",
        "“byline.json” has something at $.digests[0].name that does not belong there."
    )]
    public async Task A_file_that_cannot_be_read_is_answered_with_its_mend(string file, string answer) =>
        Assert.StartsWith(answer, Said(await GiveAsync(file)), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_too_large_is_not_fetched()
    {
        await OpenAsync();
        platform.File = null;

        var answer = await AskAsync("/import", file: new GivenFile("byline.json", 50 << 20, "large"));

        Assert.StartsWith(
            "“byline.json” is larger than 1 MiB, and no file of /export is.",
            Said(answer),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/import", "Send the file with /import as its caption, or answer the file with /import.")]
    [InlineData("/import yes:no", "Nothing was changed.")]
    [InlineData(
        "/import yes:0123",
        "That file is forgotten: I keep it for a day, or until it is answered. Give it again: /import"
    )]
    public async Task Without_a_file_it_is_said_how_one_is_given(string line, string answer) =>
        Assert.Equal(answer, Said(await AskAsync(line)));

    [Fact]
    public async Task A_file_that_was_shown_is_forgotten_with_its_place()
    {
        await SetUpAsync();
        var file = await ExportAsync();
        await AskAsync("/settings zone:tokyo");
        var asked = await GiveAsync(file);

        await AskAsync("/forget yes");

        Assert.StartsWith(
            "That file is forgotten",
            Said(await AskAsync(Button(asked, "Import"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_more_channels_than_a_hundred_nothing_is_taken_and_nobody_is_asked()
    {
        var asked = new HashSet<Destination>();
        await OpenAsync();
        platform.LiesInItsChat = place =>
        {
            asked.Add(place);
            return true;
        };
        var filters = Enumerable
            .Range(1, 130)
            .Select(n => $$"""{"effect":"exclude","words":"word{{n}}","channel":"{{n}}"}""");

        var answer = Said(
            await ImportAsync(
                $$"""{"byline":1,"kind":"place","from":"telegram:-5","filters":[{{string.Join(',', filters)}}]}"""
            )
        );

        Assert.Equal(100, asked.Count);
        Assert.Contains("100 filters", answer, StringComparison.Ordinal);
        Assert.Contains("what is of 30 channels: a file has 100 at most", answer, StringComparison.Ordinal);
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
    public async Task Feeds_that_one_person_may_not_add_any_more_are_named_when_the_file_is_taken()
    {
        var desk = await OpenAsync();
        for (var chat = 1; chat <= FeedBook.MostOfOwner / FeedBook.MostInChat; chat++)
            await desk.Get<FeedBook>()
                .FollowAsync(
                    [
                        .. Enumerable
                            .Range(1, FeedBook.MostInChat)
                            .Select(n => new FollowOrder(
                                new("telegram", $"-{100 + chat}"),
                                new Uri($"https://news.example/{n}"),
                                "telegram:1"
                            )),
                    ],
                    Stop
                );

        var answer = Said(
            await ImportAsync(
                """{"byline":1,"kind":"place","settings":{"size":"long"},"feeds":[{"url":"https://one.example/"},{"url":"https://two.example/"}]}"""
            )
        );

        Assert.DoesNotContain("followed", answer, StringComparison.Ordinal);
        Assert.Contains("2 feeds: one person adds 1,000 at most", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"effect\":\"7\",\"words\":\"sport\"}")]
    [InlineData("{\"effect\":\"1\",\"words\":\"sport\"}")]
    [InlineData("{\"effect\":\"exclude\",\"words\":\"sport\",\"in\":\"1\"}")]
    [InlineData("{\"effect\":\"exclude,include\",\"words\":\"sport\"}")]
    [InlineData("{\"effect\":\"exclude\",\"words\":\"sport\",\"lang\":\"klingon\"}")]
    public async Task A_filter_that_no_command_makes_is_named(string filter)
    {
        var answer = Said(await GiveAsync($$"""{"byline":1,"kind":"place","filters":[{{filter}}]}"""));

        Assert.Contains("filter “sport”: it cannot be read", answer, StringComparison.Ordinal);
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
    public async Task A_file_is_kept_for_a_day_and_until_it_is_answered_or_another_is_given()
    {
        const string Zone = """{"byline":1,"kind":"place","settings":{"zone":"Asia/Tokyo"}}""";
        const string Size = """{"byline":1,"kind":"place","settings":{"size":"long"}}""";
        async Task<bool> IsForgottenAsync(Reply asked) =>
            Said(await AskAsync(Button(asked, "Import")))
                .StartsWith("That file is forgotten", StringComparison.Ordinal);

        var late = await GiveAsync(Zone);
        time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.True(await IsForgottenAsync(late));
        var first = await GiveAsync(Zone);
        var second = await GiveAsync(Size);
        Assert.True(await IsForgottenAsync(first));
        Assert.False(await IsForgottenAsync(second));
        Assert.True(await IsForgottenAsync(second));
        var declined = await GiveAsync(Zone);
        await AskAsync(Button(declined, "Cancel"));
        Assert.True(await IsForgottenAsync(declined));
        Assert.Equal(0, await (await OpenAsync()).QueryAsync<long>("SELECT COUNT(*) FROM imports"));
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

    private async Task SetUpAsync()
    {
        var desk = await OpenAsync();
        await AskAsync("/settings zone:berlin language:en size:short quiet:22-7");
        await AskAsync("/settings zone:lisbon language:auto quiet:none for:here", "telegram:-5/7");
        await desk.Get<FeedBook>()
            .FollowAsync(
                [
                    new FollowOrder(new("telegram", "-5/7"), new Uri("https://harbour.example/feed"), "telegram:1")
                    {
                        Title = "Harbour",
                        Folder = "Sea",
                        IsFullText = true,
                    },
                    new FollowOrder(new("telegram", "-5"), new Uri("https://news.example/rss"), "telegram:1"),
                ],
                Stop
            );
        await AskAsync("/feed pause harbour");
        await AskAsync("/filter add \"peace deal\" in:title as:Talks");
        await AskAsync("/filter add include /strikes?|walkouts?/ lang:en", "telegram:-5/7");
        await desk.FileAsync("Harbour reopens", source: "The Gazette");
        await AskAsync(
            "/filter add include from:\"The Gazette\" by:\"Ann Marlow\" about:Harbour lang:en as:\"Her words\""
        );
        await AskAsync("/filter add \"/no (thanks|way)/\" in:text");
        await AskAsync("/topic add solar in:title as:Energy");
        await AskAsync("/topic add \"/wind (power|farms?)/\" by:\"Ann Marlow\" as:Energy");
        await AskAsync("/topic add \"peace deal\" as:\"The talks\"");
        await AskAsync("/digest add at:07:30 days:mon-fri name:Morning topics:energy,\"the talks\" feeds:harbour");
        await AskAsync("/digest add at:19:00 name:Evening size:long");
        await AskAsync(
            "/digest add every:news cap:5 gather:15min quiet:none lang:de late:never days:mon,wed size:short zone:utc name:Breaking"
        );
        await AskAsync("/digest add every:3h quiet:23-6 late:2h name:Threes");
        await AskAsync("/digest add at:12:00 name:Noon", "telegram:-5/7");
        await AskAsync("/digest pause name:Noon", "telegram:-5/7");
    }

    private async Task<string> ExportAsync(string place = "telegram:-5") => Text(await AskAsync("/export", place));

    private async Task<Reply> ImportAsync(string file, string place = "telegram:-5") =>
        await AskAsync(Button(await GiveAsync(file, place), "Import"), place);

    private async Task<Reply> GiveAsync(string file, string place = "telegram:-5")
    {
        platform.File = Encoding.UTF8.GetBytes(file);
        return await AskAsync("/import", place, new GivenFile("byline.json", platform.File.Length, "a file"));
    }

    private async Task<Reply> AskAsync(string line, string place = "telegram:-5", GivenFile? file = null) =>
        await (await OpenAsync()).AskAsync(line, place, file: file);

    private async Task<DigestRoom> OpenAsync() => room ??= await DigestRoom.OpenAsync(folder, time, [], platform);

    private static string Said(Reply reply) => string.Join('\n', PlainText.Of(reply));

    private static string Text(Reply reply) => Encoding.UTF8.GetString(Assert.Single(reply.Files).Bytes.Span);

    private static string Button(Reply reply, string label) =>
        reply.Blocks.OfType<ButtonBlock>().SelectMany(b => b.Buttons).First(b => b.Label == label).Command;
}
