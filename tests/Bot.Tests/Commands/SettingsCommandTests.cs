using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands;

public sealed class SettingsCommandTests : IAsyncDisposable
{
    /// <summary>German, as far as a test needs it.</summary>
    private const string German = """
        {"digest.title":"{digest}, {date}","digest.date":"dddd, d. MMMM yyyy","settings.title":"Einstellungen hier",
         "digest.none-planned":"Hier ist nichts geplant: {add}, {now}","typed.command-unknown":"{typed} kenne ich nicht. {help}",
         "digest.name-morning":"Morgenausgabe"}
        """;

    private readonly StoreFolder _folder = new();
    private readonly RecordingPlatform _platform = new("telegram");
    private readonly FakeTimeProvider _time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private DigestRoom? _room;

    public async ValueTask DisposeAsync()
    {
        if (_room is not null)
            await _room.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task They_show_what_is_set_and_how_to_change_it()
    {
        Assert.Equal(
            """
            # Settings here
            Time zone | none yet; the first digest sets it | /settings zone:Europe/Berlin
            Language | each reader's own | /settings language:de
            Size | normal | /settings size:short
            Quiet hours | none | /settings quiet:22-7
            (A digest keeps the time zone that it was planned with: /digest list)
            [Deutsch /settings language:de] [English /settings language:en] [Digests /digest list] [Change … /help settings]
            """,
            await AskAsync("/settings")
        );
        Assert.Contains(
            "Time zone | Asia/Tokyo, where it is 21:00",
            await AskAsync("/settings zone:tokyo"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task In_a_place_with_a_language_everything_is_said_in_it()
    {
        Assert.StartsWith("# Einstellungen hier", await AskAsync("/settings language:de"), StringComparison.Ordinal);

        Assert.StartsWith("Hier ist nichts geplant:", await AskAsync("/digest list"), StringComparison.Ordinal);
        Assert.StartsWith("/xyzzy kenne ich nicht.", await AskAsync("/xyzzy"), StringComparison.Ordinal);
        Assert.StartsWith("Hier ist nichts", await AskAsync("/digest list", "telegram:-5/3"), StringComparison.Ordinal);
        Assert.StartsWith(
            "No digest is planned",
            await AskAsync("/digest list", "telegram:-6"),
            StringComparison.Ordinal
        );
        await AskAsync("/settings language:auto");
        Assert.StartsWith("No digest is planned", await AskAsync("/digest list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_is_in_the_language_of_its_place_whoever_reads_it()
    {
        var room = await OpenAsync();
        await room.FileAsync("Floods in Spain");
        await AskAsync("/settings language:de zone:berlin");
        await AskAsync("/digest add at:07:30");
        await AskAsync("/digest now");

        Assert.StartsWith(
            "# Morgenausgabe, Freitag, 27. November 2026",
            PlainText.OfAll(_platform.Shown),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/settings zone:CET", "“CET” says nothing of summer time.")]
    [InlineData("/settings zone:berln", "I know no time zone “berln”. Did you mean /settings zone:Europe/Berlin?")]
    [InlineData("/settings language:klingon", "“language” cannot be “klingon”. It is one of: de, en, auto, default.")]
    [InlineData("/settings quiet:25-7", "“25-7” is no stretch of hours. Write /settings quiet:22-7, or none.")]
    [InlineData("/settings quiet:always for:here", "“always” is no stretch of hours.")]
    [InlineData("/settings roles:@News", "There are no roles here: whoever administers this chat may set all of it")]
    [InlineData("/settings channel:@nobody", "I find no place “@nobody” that I am in.")]
    public async Task What_is_wrong_is_answered_with_its_mend(string line, string answer) =>
        Assert.StartsWith(answer, await AskAsync(line), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_set_for_a_topic_alone_holds_there_and_is_shown_as_its_own()
    {
        await AskAsync("/settings zone:berlin language:en size:long quiet:22-7");
        await AskAsync("/settings zone:tokyo quiet:none language:de for:here", "telegram:-5/7");

        var there = await AskAsync("/settings", "telegram:-5/7");
        var around = await AskAsync("/settings");
        await AskAsync("/settings language:default", "telegram:-5/7");
        var again = await AskAsync("/settings", "telegram:-5/7");

        Assert.StartsWith("# Einstellungen hier", there, StringComparison.Ordinal);
        Assert.Contains(
            "Time zone | Europe/Berlin, where it is 13:00 | /settings zone:",
            around,
            StringComparison.Ordinal
        );
        Assert.Contains("Quiet hours | 22:00-07:00 | /settings quiet:22-7", around, StringComparison.Ordinal);
        Assert.Contains(
            "Time zone | Asia/Tokyo, where it is 21:00 · of this topic alone | /settings zone:default for:here",
            again,
            StringComparison.Ordinal
        );
        Assert.Contains("Language | English · of the group | /settings language:de", again, StringComparison.Ordinal);
        Assert.Contains("Size | long · of the group | /settings size:short", again, StringComparison.Ordinal);
        Assert.Contains("Quiet hours | none · of this topic alone", again, StringComparison.Ordinal);
        Assert.Contains(
            "(For this place alone: /settings zone:Europe/Berlin for:here.",
            again,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_topic_has_of_its_own_is_changed_where_it_is()
    {
        await AskAsync("/settings size:long");
        await AskAsync("/settings size:normal for:here", "telegram:-5/7");

        var there = await AskAsync("/settings size:short", "telegram:-5/7");

        Assert.Contains("Size | short · of this topic alone", there, StringComparison.Ordinal);
        Assert.Contains("Size | long", await AskAsync("/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_one_setting_sets_none_of_them()
    {
        await AskAsync("/settings zone:tokyo size:long quiet:25-7");

        Assert.Contains("Time zone | none yet", await AskAsync("/settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/settings quiet:22-7")]
    [InlineData("/settings quiet:22:00 - 07:00")]
    [InlineData("/settings quiet 22.00-7h")]
    [InlineData("/settings quiet:\"22:00 to 07:00\"")]
    [InlineData("/settings zone:berlin quiet:22 bis 7 for:all")]
    public async Task Quiet_hours_are_read_as_people_write_them(string line) =>
        Assert.Contains("Quiet hours | 22:00-07:00", await AskAsync(line), StringComparison.Ordinal);

    [Fact]
    public async Task Digests_take_the_size_of_the_place_where_nobody_says_another()
    {
        var room = await OpenAsync();
        await AskAsync("/settings zone:berlin size:long");
        await AskAsync("/settings size:short for:here", "telegram:-5/7");
        await AskAsync("/digest add at:07:30");
        await AskAsync("/digest add at:07:30", "telegram:-5/7");
        await AskAsync("/digest add at:19:00 size:normal", "telegram:-5/7");

        Assert.Equal(
            "full brief normal",
            await room.QueryAsync<string>("SELECT group_concat(size, ' ' ORDER BY id) FROM digests")
        );
    }

    [Fact]
    public async Task Another_place_is_set_from_a_private_chat_in_the_askers_own_language()
    {
        _platform.Finds = _ => new PlaceLookup.Found(new("telegram", "-100"), "News desk");

        var answer = await AskAsync("/settings zone:tokyo language:de channel:@news", "telegram:42");

        Assert.StartsWith("# Settings of News desk", answer, StringComparison.Ordinal);
        Assert.Contains("/settings language:en channel:telegram:-100", answer, StringComparison.Ordinal);
        Assert.StartsWith(
            "# Einstellungen hier",
            await AskAsync("/settings", "telegram:-100"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/digest add zone:new y", "America/New_York")]
    [InlineData("/digest add zone:Ber", "Europe/Berlin")]
    [InlineData("/settings zone:Asia/To", "Asia/Tokyo")]
    public async Task A_zone_that_is_being_typed_is_completed(string line, string zone)
    {
        var room = await OpenAsync();

        var (start, words) = await room.Get<LineCompletion>()
            .CompleteAsync(
                line,
                Destination.Terminal,
                room.Get<Phrasebook>().In(CultureInfo.GetCultureInfo("en")),
                TestContext.Current.CancellationToken
            );

        Assert.Contains(zone, words);
        Assert.Equal("zone:", line[(start - 5)..start]);
    }

    private async Task<DigestRoom> OpenAsync() =>
        _room ??= await DigestRoom.OpenAsync(
            _folder,
            _time,
            [],
            new Phrasebook([("en", English()), ("de", German)]),
            _platform
        );

    private async Task<string> AskAsync(string line, string place = "telegram:-5") =>
        string.Join('\n', PlainText.Of(await (await OpenAsync()).AskAsync(line, place)));

    private static string English()
    {
        var core = typeof(Phrasebook).Assembly;
        using var reader = new StreamReader(core.GetManifestResourceStream("Bot.Core.Texts.en.json")!);
        return reader.ReadToEnd();
    }
}
