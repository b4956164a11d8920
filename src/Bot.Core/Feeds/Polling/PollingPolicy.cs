namespace Bot.Core.Feeds.Polling;

/// <summary>When a feed is visited next. Pure: the same visit gives the same answer.</summary>
public static class PollingPolicy
{
    /// <summary>No feed is asked for more often.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>None is forgotten for longer, unless its host asks for it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>A host may ask for so much and no more.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromDays(2);

    /// <summary>Of a feed whose pace nobody knows.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <summary>The busiest feeds.</summary>
    public static readonly TimeSpan ShortestOwn = TimeSpan.FromMinutes(10);

    /// <summary>The sleepiest: one that wakes up is heard the same day.</summary>
    private static readonly TimeSpan LongestOwn = TimeSpan.FromHours(6);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortestLimited = TimeSpan.FromHours(1);

    /// <summary>Of the wait: feeds that were added together part. To either side where the wait is ours, longer alone where it was asked for.</summary>
    private const double Jitter = 0.1;

    private const int HoursOfWeek = 7 * 24;
    private const int MostDoublings = 12;

    /// <summary>After a visit that went well: what it asks for, or half of the time between two of its items.</summary>
    /// <param name="asked">The longer of what its headers and its own words ask for; null where they ask for nothing.</param>
    /// <param name="chance">From 0 to 1: where in the jitter's span.</param>
    public static DateTimeOffset After(
        DateTimeOffset now,
        TimeSpan? itemGap,
        TimeSpan? asked,
        FeedRhythm rhythm,
        double chance
    )
    {
        var own = itemGap is { } gap ? Clamp(gap / 2, ShortestOwn, LongestOwn) : Usual;
        var wait = own * (1 - Jitter + 2 * Jitter * chance);
        if (asked is { } least)
        {
            var late = (least < Longest ? least : Longest) * (1 + Jitter * chance);
            wait = late > wait ? late : wait;
        }

        return AfterQuiet(now + wait, rhythm, chance);
    }

    /// <summary>After a visit that failed: what the host asks for, else twice the last wait.</summary>
    /// <param name="failures">In a row, this one included.</param>
    /// <param name="isLimited">True where the host turned us away for coming too often, or may have.</param>
    public static DateTimeOffset AfterFailure(
        DateTimeOffset now,
        int failures,
        TimeSpan? retryAfter,
        bool isLimited,
        double chance
    )
    {
        var doubled =
            (isLimited ? ShortestLimited : FirstBackoff) * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        var wait = retryAfter is { Ticks: > 0 } wished
            ? Clamp(wished, TimeSpan.FromMinutes(1), LongestAsked)
            : Clamp(doubled, Shortest, Longest);
        // Never before the host asked for.
        return now + wait * (1 + Jitter * chance);
    }

    /// <summary>The first hour that the feed does not ask to be left alone in.</summary>
    private static DateTimeOffset AfterQuiet(DateTimeOffset next, FeedRhythm rhythm, double chance)
    {
        for (var hour = 0; hour < HoursOfWeek && rhythm.IsQuiet(next); hour++)
        {
            var start = new DateTimeOffset(next.UtcDateTime.Date.AddHours(next.UtcDateTime.Hour + 1), TimeSpan.Zero);
            next = start + Shortest * chance;
        }

        return next;
    }

    private static TimeSpan Clamp(TimeSpan wait, TimeSpan least, TimeSpan most) =>
        wait < least ? least
        : wait > most ? most
        : wait;
}
