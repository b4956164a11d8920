using System.ComponentModel.DataAnnotations;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;

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
            Topics = "energy, South Sea",
            Feeds = "https://news.example/rss https://other.example/feed",
        };

        var schedule = options.ToSchedule();

        Assert.Empty(Findings(options));
        Assert.Equal("07:30 mon-fri Europe/Berlin", schedule.Terms);
        Assert.Equal(new Destination("telegram", "-1001/7"), schedule.Destination);
        Assert.Equal(ReadingSize.Full, schedule.Order.Size);
        Assert.Equal(["energy", "South Sea"], schedule.Order.Scope.Topics);
        Assert.Equal(["https://news.example/rss", "https://other.example/feed"], schedule.Order.Scope.Feeds);
    }

    [Fact]
    public void A_name_and_a_time_are_enough()
    {
        var schedule = new DigestOptions { Name = "News", At = "18:00" }.ToSchedule();

        Assert.Equal("18:00 daily UTC", schedule.Terms);
        Assert.Equal(Destination.Terminal, schedule.Destination);
        Assert.Equal(ReadingSize.Normal, schedule.Order.Size);
    }

    [Theory]
    [InlineData("Name", "", "a digest needs a name; write “Morning digest”")]
    [InlineData("At", "25:00", "“25:00” is no time of day; write hours and minutes as 07:30")]
    [InlineData("At", "half past seven", "“half past seven” is no time of day; write hours and minutes as 07:30")]
    [InlineData("At", "07:30,25:00", "“07:30,25:00” is no time of day; write hours and minutes as 07:30")]
    [InlineData("Every", "3h", "a digest comes at times or every so often; leave At or Every out")]
    [InlineData("Quiet", "at night", "“at night” are no hours; write 22:00-07:00")]
    [InlineData("Late", "25h", "“25h” is no grace; write 0 to 24 hours as 6h, or never")]
    [InlineData("Cap", 25, "25 is no cap; write 1 to 24")]
    [InlineData("Gather", "2h", "“2h” is no time to gather for; write 5min, 10min, 15min, 30min or 60min")]
    [InlineData("Language", "klingonish", "“klingonish” is no language; write a tag as de")]
    [InlineData("Topics", "energy,all", "“energy,all” are no topics; write their names as energy,sport")]
    [InlineData("Feeds", "BBC", "“BBC” are no feeds; write their addresses, a blank between two")]
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
    public void A_wrong_value_is_named_with_its_mend(string key, object value, string finding)
    {
        var options = new DigestOptions { Name = "News", At = "07:30" };
        typeof(DigestOptions).GetProperty(key)!.SetValue(options, value);

        var found = Assert.Single(Findings(options));
        Assert.Equal(finding, found.ErrorMessage);
        Assert.Equal([key], found.MemberNames);
    }

    [Theory]
    [InlineData("5h", "", "“5h” does not divide a day; write 30min, 1h, 2h, 3h, 4h, 6h, 8h, 12h, news")]
    [InlineData("12h", "23-13", "23:00-13:00 leaves no time for every 12h; make it shorter")]
    public void A_rhythm_that_cannot_be_is_named_with_its_mend(string every, string quiet, string finding) =>
        Assert.Equal(
            finding,
            Assert
                .Single(
                    Findings(
                        new DigestOptions
                        {
                            Name = "News",
                            Every = every,
                            Quiet = quiet,
                        }
                    )
                )
                .ErrorMessage
        );

    [Fact]
    public void A_digest_of_the_configuration_may_come_as_one_of_a_chat()
    {
        var options = new DigestOptions
        {
            Name = "News",
            Every = "news",
            Quiet = "22-7",
            Late = "never",
            Cap = 3,
            Gather = "30 min",
            Language = "de",
        };

        var schedule = options.ToSchedule();

        Assert.Empty(Findings(options));
        Assert.Equal("every news daily quiet 22:00-07:00 UTC", schedule.Terms);
        Assert.Equal(new Rhythm.AsNews(new GatherRule(3, TimeSpan.FromMinutes(30))), schedule.Rhythm);
        Assert.Equal(TimeSpan.Zero, schedule.Grace);
        Assert.Equal("de", schedule.Order.Language?.Name);
        Assert.Equal(
            "07:30,18:00 daily UTC",
            new DigestOptions { Name = "News", At = "18:00, 7:30" }
                .ToSchedule()
                .Terms
        );
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
