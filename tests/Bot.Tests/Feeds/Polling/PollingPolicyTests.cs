using Bot.Core.Feeds;
using Bot.Core.Feeds.Polling;

namespace Bot.Tests.Feeds.Polling;

public sealed class PollingPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, 30)]
    [InlineData(1, null, 10)]
    [InlineData(60, null, 30)]
    [InlineData(60, 45, 47.25)]
    [InlineData(60, 10, 30)]
    [InlineData(100_000, null, 360)]
    [InlineData(60, 100_000, 1512)]
    public void A_feed_is_visited_as_often_as_it_has_news_and_not_more_often_than_it_asks(
        int? gapMinutes,
        int? askedMinutes,
        double minutes
    )
    {
        var next = PollingPolicy.After(Now, Minutes(gapMinutes), Minutes(askedMinutes), FeedRhythm.None, chance: 0.5);

        Assert.Equal(Now.AddMinutes(minutes), next);
    }

    [Theory]
    [InlineData(1, null, false, 5)]
    [InlineData(2, null, false, 10)]
    [InlineData(5, null, false, 80)]
    [InlineData(40, null, false, 1440)]
    [InlineData(1, null, true, 60)]
    [InlineData(3, null, true, 240)]
    [InlineData(1, 7, true, 7)]
    [InlineData(1, 1_000_000, false, 2880)]
    public void After_failures_it_is_left_alone_twice_as_long_or_as_its_host_asks(
        int failures,
        int? askedMinutes,
        bool isLimited,
        int minutes
    )
    {
        var next = PollingPolicy.AfterFailure(Now, failures, Minutes(askedMinutes), isLimited, chance: 0);

        Assert.Equal(Now.AddMinutes(minutes), next);
    }

    [Fact]
    public void Whatever_it_says_the_wait_stays_within_bounds()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var rhythm = new FeedRhythm(null, random.Next(1 << 24), random.Next(1 << 7));
            var next = PollingPolicy.After(Now, Any(random), Any(random), rhythm, random.NextDouble());
            var failed = PollingPolicy.AfterFailure(
                Now,
                random.Next(1, 1000),
                Any(random),
                i % 2 == 0,
                random.NextDouble()
            );

            Assert.InRange(next - Now, PollingPolicy.Shortest, TimeSpan.FromHours(24 * 1.1 + 7 * 24 + 1));
            Assert.InRange(failed - Now, TimeSpan.FromMinutes(1), PollingPolicy.LongestAsked * 1.1);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(600)]
    public void It_is_never_visited_before_the_time_that_it_asks_for(int askedMinutes)
    {
        for (var chance = 0.0; chance <= 1; chance += 0.1)
            Assert.True(
                PollingPolicy.After(Now, null, Minutes(askedMinutes), FeedRhythm.None, chance)
                    >= Now.AddMinutes(askedMinutes)
            );
    }

    [Fact]
    public void Days_on_end_are_kept_too()
    {
        // The clock stands on a Monday at noon: quiet until Saturday.
        var next = PollingPolicy.After(Now, null, null, new FeedRhythm(null, 0, 0b0111110), chance: 0);

        Assert.Equal(new DateTimeOffset(2026, 3, 7, 0, 0, 0, TimeSpan.Zero), next);
    }

    [Fact]
    public void Its_quiet_hours_are_kept()
    {
        var night = new FeedRhythm(null, 1 << 12 | 1 << 13, 0);

        var next = PollingPolicy.After(Now, TimeSpan.FromMinutes(20), null, night, chance: 0);

        Assert.Equal(Now.AddHours(2), next);
    }

    [Fact]
    public void Feeds_that_were_added_together_part()
    {
        var chances = Enumerable.Range(0, 11).Select(i => i / 10.0);

        var visits = chances.Select(c => PollingPolicy.After(Now, null, null, FeedRhythm.None, c)).Distinct();

        Assert.Equal(11, visits.Count());
    }

    private static TimeSpan? Minutes(int? minutes) => minutes is { } m ? TimeSpan.FromMinutes(m) : null;

    private static TimeSpan? Any(Random random) =>
        random.Next(4) switch
        {
            0 => null,
            1 => TimeSpan.FromSeconds(random.Next(-1000, 1000)),
            _ => TimeSpan.FromMinutes(random.Next(0, 1_000_000)),
        };
}
