namespace Bot.Core.Feeds.Polling;

/// <summary>How far apart a feed's items come.</summary>
internal static class ItemGaps
{
    private const int MostLookedAt = 20;
    private const int Fewest = 3;

    /// <returns>The middle one of the gaps between its newest items, or the time since the newest where that is longer than it tells; null where too few have a date.</returns>
    public static TimeSpan? Of(IEnumerable<FeedItem> items, DateTimeOffset now)
    {
        var dates = items
            .Select(i => i.Published)
            .OfType<DateTimeOffset>()
            .Where(d => d <= now)
            .OrderDescending()
            .Take(MostLookedAt)
            .ToList();
        if (dates.Count < Fewest)
            return null;
        var gaps = dates.Zip(dates.Skip(1), (later, earlier) => later - earlier).Order().ToList();
        var middle = gaps[gaps.Count / 2];
        var silence = (now - dates[0]) / 4;
        return silence > middle ? silence : middle;
    }
}
