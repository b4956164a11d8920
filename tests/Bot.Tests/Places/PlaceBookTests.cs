using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Places;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Places;

public sealed class PlaceBookTests : IDisposable
{
    private static readonly Destination Group = new("telegram", "-5");
    private static readonly Destination Topic = new("telegram", "-5/7");
    private static readonly Destination Ann = new("telegram", "42");

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_chat_is_welcomed_once_however_often_it_lets_us_in()
    {
        var book = await OpenAsync();
        var doors = await DoorsAsync(book);

        Assert.True(await doors.JoinedAsync(Group, "Newsroom", PlaceKind.Group, Ann, "Ann", Cancellation));
        await doors.LeftAsync(Group, Cancellation);
        Assert.False(await doors.JoinedAsync(Topic, "Newsroom 2", PlaceKind.Group, null, "", Cancellation));

        var place = await book.FindAsync(Topic, Cancellation);
        Assert.Equal(("Newsroom 2", "Ann", Group), (place!.Title, place.OwnerName, place.Place));
        Assert.Equal(Ann, await book.OwnerOfAsync(Topic, Cancellation));
        Assert.True(await doors.JoinedAsync(Ann, "Ann", PlaceKind.Private, Ann, "Ann", Cancellation));
    }

    [Fact]
    public async Task What_is_set_for_a_chat_holds_in_its_topics_and_outlives_a_leave()
    {
        var book = await OpenAsync();
        var doors = await DoorsAsync(book);
        await book.SetZoneAsync(Topic, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), Cancellation);
        await book.ChangeAsync(Group, s => s with { Language = PlaceLanguage.Named("de") }, Cancellation);

        await doors.LeftAsync(Group, Cancellation);
        await doors.JoinedAsync(Group, "Newsroom", PlaceKind.Group, Ann, "Ann", Cancellation);

        Assert.Equal("Asia/Tokyo", (await book.ZoneOfAsync(Group, Cancellation))?.Id);
        Assert.Equal("de", (await book.LanguageOfAsync(Topic, Cancellation))?.Name);
        Assert.Null(await book.FindAsync(Ann, Cancellation));
    }

    [Fact]
    public async Task A_topic_has_its_own_over_what_its_chat_has()
    {
        var book = await OpenAsync();
        await book.ChangeAsync(
            Group,
            s =>
                s with
                {
                    Size = ReadingSize.Full,
                    Quiet = QuietHours.TryParse("22-7"),
                    Language = PlaceLanguage.Named("de"),
                },
            Cancellation
        );
        await book.ChangeAsync(
            Topic,
            s => s with { Size = ReadingSize.Brief, Quiet = QuietHours.None, Language = PlaceLanguage.Own },
            Cancellation
        );

        Assert.Equal(ReadingSize.Brief, await book.SizeOfAsync(Topic, Cancellation));
        Assert.Equal(ReadingSize.Full, await book.SizeOfAsync(Group, Cancellation));
        Assert.Equal(QuietHours.None, (await book.SettingsOfAsync(Topic, Cancellation)).Quiet);
        Assert.Equal("22:00-07:00", (await book.SettingsOfAsync(Group, Cancellation)).Quiet?.ToString());
        Assert.Null(await book.LanguageOfAsync(Topic, Cancellation));
        Assert.Equal("de", (await book.LanguageOfAsync(new("telegram", "-5/8"), Cancellation))?.Name);
        Assert.Equal([Topic], (await book.WithinAsync(Group, Cancellation)).Select(p => p.Place));
    }

    [Theory]
    [InlineData("22-7", "23:59", true)]
    [InlineData("22-7", "22:00", true)]
    [InlineData("22-7", "07:00", false)]
    [InlineData("22:30–24", "23:59", true)]
    [InlineData("22:30–24", "00:00", false)]
    [InlineData("9 to 17", "12:00", true)]
    [InlineData("none", "12:00", false)]
    public void Quiet_hours_go_over_midnight(string hours, string time, bool isQuiet) =>
        Assert.Equal(isQuiet, QuietHours.TryParse(hours)!.Contains(TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7-7")]
    [InlineData("25-7")]
    [InlineData("22:61-7")]
    [InlineData("tonight")]
    public void What_is_no_stretch_of_hours_is_none(string written) => Assert.Null(QuietHours.TryParse(written));

    [Fact]
    public async Task What_another_process_sets_is_seen_within_a_minute_and_what_this_one_sets_at_once()
    {
        var (book, other) = (await OpenAsync(), await OpenAsync());
        Assert.Null(await book.LanguageOfAsync(Group, Cancellation));

        await other.ChangeAsync(Group, s => s with { Language = PlaceLanguage.Named("de") }, Cancellation);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("de", (await book.LanguageOfAsync(Group, Cancellation))?.Name);

        await book.ChangeAsync(Group, s => s with { Language = null }, Cancellation);
        Assert.Null(await book.LanguageOfAsync(Group, Cancellation));
    }

    private async Task<DoorBook> DoorsAsync(PlaceBook book) => new(await _folder.MigrateAsync(), book, _time);

    private async Task<PlaceBook> OpenAsync() => new(await _folder.MigrateAsync(), _time);
}
