using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Places.Zones;
using CsCheck;

namespace Bot.Tests.Places;

public sealed class ZoneNamesTests
{
    private static readonly string[] Scraps =
    [
        "7",
        "30",
        ":",
        ".",
        "pm",
        "a",
        "noon",
        " ",
        "-",
        ",",
        "mon",
        "fri",
        "daily",
        "Europe/",
        "Berlin",
        "UTC",
        "+",
        "..",
        "/",
        "\\",
        "\0",
        "\ud800",
        "\u202e",
        "é",
        "new",
        "york",
        "７",
        "٣",
        "CET",
        "zone",
        "\n",
        "–",
    ];

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData(" Berlin ", "Europe/Berlin")]
    [InlineData("Germany", "Europe/Berlin")]
    [InlineData("münchen", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("New-York", "America/New_York")]
    [InlineData("San Francisco", "America/Los_Angeles")]
    [InlineData("buenos aires", "America/Argentina/Buenos_Aires")]
    [InlineData("UK", "Europe/London")]
    [InlineData("japan", "Asia/Tokyo")]
    [InlineData("Trinidad and Tobago", "America/Port_of_Spain")]
    [InlineData("utc", "UTC")]
    [InlineData("Asia/Calcutta", "Asia/Calcutta")]
    public void A_zone_is_found_by_what_people_call_it(string written, string zone) =>
        Assert.Equal(zone, Assert.IsType<ZoneReading.Found>(ZoneNames.Read(written)).Zone.Id);

    [Theory]
    [InlineData("CET", "Europe/Berlin")]
    [InlineData("pst", "America/Los_Angeles")]
    [InlineData("GMT", "Europe/London")]
    [InlineData("GMT+1", null)]
    [InlineData("utc -5", null)]
    [InlineData("+02:00", null)]
    public void What_names_a_time_and_no_place_is_refused(string written, string? example) =>
        Assert.Equal(example, Assert.IsType<ZoneReading.NoPlace>(ZoneNames.Read(written)).Example);

    [Theory]
    [InlineData("berln", "Europe/Berlin")]
    [InlineData("Amerika/New_York", "America/New_York")]
    [InlineData("at home, by the sea", null)]
    [InlineData("../../etc/passwd", null)]
    [InlineData("", null)]
    public void A_slip_is_answered_with_what_is_near(string written, string? nearest) =>
        Assert.Equal(nearest, Assert.IsType<ZoneReading.Unknown>(ZoneNames.Read(written)).Nearest);

    [Fact]
    public void Every_zone_that_is_carried_is_one_that_the_system_knows()
    {
        var unknown = ZoneNames
            .StartingWith("")
            .Concat(ZoneNames.StartingWith("").Select(z => ZoneNames.Nearest(z)!))
            .Where(z => ZoneNames.TryFind(z) is null);

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("names.tsv")]
    [InlineData("abbreviations.tsv")]
    public void Every_name_leads_to_a_zone_that_the_system_knows(string file)
    {
        using var stream = typeof(ZoneNames).Assembly.GetManifestResourceStream($"Bot.Core.Places.Zones.{file}")!;
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'));

        Assert.DoesNotContain(rows.SelectMany(r => r[1].Split(' ')), z => ZoneNames.TryFind(z) is null);
    }

    [Theory]
    [InlineData("07:30", "07:30")]
    [InlineData("7.30", "07:30")]
    [InlineData("0730", "07:30")]
    [InlineData("730", "07:30")]
    [InlineData("7h30", "07:30")]
    [InlineData("7", "07:00")]
    [InlineData("19 Uhr", "19:00")]
    [InlineData("7am", "07:00")]
    [InlineData("7:30 PM", "19:30")]
    [InlineData("12am", "00:00")]
    [InlineData("12 p.m.", "12:00")]
    [InlineData("noon", "12:00")]
    [InlineData("midnight", "00:00")]
    [InlineData("24:00", null)]
    [InlineData("13pm", null)]
    [InlineData("0am", null)]
    [InlineData("7:60", null)]
    [InlineData("７:30", null)]
    [InlineData("7:3", null)]
    [InlineData("", null)]
    public void A_time_is_read_as_people_write_it(string written, string? time) =>
        Assert.Equal(time, ClockTime.TryParse(written)?.ToString("HH:mm", null));

    [Fact]
    public void Whatever_is_typed_as_a_time_a_zone_or_days_is_read_or_refused() =>
        Gen.Int[0, Scraps.Length - 1]
            .Array[0, 12]
            .Select(at => string.Concat(at.Select(i => Scraps[i])))
            .Sample(written =>
            {
                _ = ZoneNames.Read(written);
                _ = ZoneNames.IsBeginning(written);
                _ = ClockTime.TryParse(written);
                return DigestDays.TryParse(written) is not { } days || DigestDays.TryParse(days.ToString()) == days;
            });
}
