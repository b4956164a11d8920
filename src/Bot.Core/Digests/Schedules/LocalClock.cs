namespace Bot.Core.Digests.Schedules;

/// <summary>What the clocks of a zone show, and when.</summary>
internal static class LocalClock
{
    /// <summary>
    /// The first instant at which the zone's clocks show the local time or a later one: the first pass of a repeated
    /// hour, the end of a gap for a time that clocks skip. Exact to the minute.
    /// </summary>
    public static DateTimeOffset FirstInstant(TimeZoneInfo zone, DateTime local)
    {
        // Clocks are never more than a day from UTC, so a change that matters lies between these two.
        var utc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var before = zone.GetUtcOffset(utc.AddDays(-1));
        var after = zone.GetUtcOffset(utc.AddDays(1));
        var (early, late) = (utc - Max(before, after), utc - Min(before, after));
        if (Shows(zone, early) == local)
            return new DateTimeOffset(early);
        if (Shows(zone, late) == local && (late == early || Shows(zone, late.AddMinutes(-1)) < local))
            return new DateTimeOffset(late);

        // A gap, or a rarer change of two offsets: the clock's way over the local time is found by halving.
        var (low, high) = (early.AddHours(-1), late.AddHours(1));
        while (high - low > TimeSpan.FromMinutes(1))
        {
            var middle = low.AddMinutes(Math.Floor((high - low).TotalMinutes / 2));
            if (Shows(zone, middle) >= local)
                high = middle;
            else
                low = middle;
        }

        return new DateTimeOffset(high);
    }

    /// <summary>False where the zone's calendar left the date out, as Samoa did when it crossed the date line.</summary>
    public static bool HasDate(TimeZoneInfo zone, DateOnly date) =>
        FirstInstant(zone, date.ToDateTime(default)) < FirstInstant(zone, date.AddDays(1).ToDateTime(default));

    public static DateTime Shows(TimeZoneInfo zone, DateTime utc) => utc + zone.GetUtcOffset(utc);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
