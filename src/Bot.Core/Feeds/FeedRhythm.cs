namespace Bot.Core.Feeds;

/// <summary>How often a feed asks to be read.</summary>
/// <param name="Least">The time between two visits: RSS's ttl, or what the syndication module's period and frequency come to.</param>
/// <param name="QuietHours">RSS's skipHours, as bits 0 to 23, in UTC.</param>
/// <param name="QuietDays">RSS's skipDays, as bits 0 (Sunday) to 6, in UTC.</param>
public sealed record FeedRhythm(TimeSpan? Least, int QuietHours, int QuietDays)
{
    public static readonly FeedRhythm None = new(null, 0, 0);

    /// <summary>True where the feed asks not to be read in that hour; one that asks for silence always is not believed.</summary>
    public bool IsQuiet(DateTimeOffset at) =>
        QuietHours != EveryHour && (QuietHours >> at.UtcDateTime.Hour & 1) != 0
        || QuietDays != EveryDay && (QuietDays >> (int)at.UtcDateTime.DayOfWeek & 1) != 0;

    private const int EveryHour = (1 << 24) - 1;
    private const int EveryDay = (1 << 7) - 1;
}
