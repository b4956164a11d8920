using System.ComponentModel.DataAnnotations;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;

namespace Bot.Tests.Digests;

public sealed class DigestOptionsTests
{
    [Fact]
    public void A_digest_is_read_as_it_is_written()
    {
        var options = new DigestOptions
        {
            Name = "Morning digest",
            At = "7:30",
            Days = "Mon-Fri",
            Zone = "Europe/Berlin",
            Destination = "telegram:-1001/7",
            Size = "Long",
        };

        var schedule = options.ToSchedule();

        Assert.Empty(Findings(options));
        Assert.Equal("07:30 mon-fri Europe/Berlin", schedule.Terms);
        Assert.Equal(new Destination("telegram", "-1001/7"), schedule.Destination);
        Assert.Equal(DigestSize.Full, schedule.Order.Size);
    }

    [Fact]
    public void A_name_and_a_time_are_enough()
    {
        var schedule = new DigestOptions { Name = "News", At = "18:00" }.ToSchedule();

        Assert.Equal("18:00 daily UTC", schedule.Terms);
        Assert.Equal(Destination.Terminal, schedule.Destination);
        Assert.Equal(DigestSize.Normal, schedule.Order.Size);
    }

    [Theory]
    [InlineData("Name", "", "a digest needs a name; write “Morning digest”")]
    [InlineData("At", "25:00", "“25:00” is no time of day; write hours and minutes as 07:30")]
    [InlineData("At", "half past seven", "“half past seven” is no time of day; write hours and minutes as 07:30")]
    [InlineData("Days", "mon-", "“mon-” is no choice of days; write daily, mon-fri or mon,wed,sat")]
    [InlineData("Days", "weekly", "“weekly” is no choice of days; write daily, mon-fri or mon,wed,sat")]
    [InlineData("Zone", "Europe/Berln", "“Europe/Berln” is no time zone; write Europe/Berlin")]
    [InlineData("Zone", "new york", "“new york” is no time zone; write America/New_York")]
    [InlineData(
        "Zone",
        "at home, by the sea",
        "“at home, by the sea” is no time zone; write an IANA name as Europe/Berlin"
    )]
    [InlineData(
        "Destination",
        "slack:1",
        "“slack:1” is no destination; write terminal, discord:CHANNEL or telegram:CHAT[/TOPIC]"
    )]
    [InlineData(
        "Destination",
        "discord:",
        "“discord:” is no destination; write terminal, discord:CHANNEL or telegram:CHAT[/TOPIC]"
    )]
    [InlineData("Size", "1", "“1” is no size; write short, normal or long")]
    public void A_wrong_value_is_named_with_its_mend(string key, string value, string finding)
    {
        var options = new DigestOptions { Name = "News", At = "07:30" };
        typeof(DigestOptions).GetProperty(key)!.SetValue(options, value);

        var found = Assert.Single(Findings(options));
        Assert.Equal(finding, found.ErrorMessage);
        Assert.Equal([key], found.MemberNames);
    }

    [Theory]
    [InlineData("daily", "daily")]
    [InlineData("mon-sun", "daily")]
    [InlineData("MON, Wednesday ,sat", "mon,wed,sat")]
    [InlineData("fri-mon", "mon,fri-sun")]
    [InlineData("sat,sun", "sat-sun")]
    [InlineData("mon-wed,fri,mon", "mon-wed,fri")]
    public void Days_are_written_as_people_do(string written, string days) =>
        Assert.Equal(days, DigestDays.TryParse(written)?.ToString());

    private static List<ValidationResult> Findings(DigestOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results;
    }
}
