using Bot.Core.Chat;
using Bot.Core.Digests.Writing;
using Bot.Core.Feeds;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Feeds;

/// <summary>How feeds are spoken of: their pace, their age.</summary>
public sealed class FeedWords(PlaceBook places, TimeProvider time)
{
    private const int DaysInWeek = 7;

    /// <summary>From so many articles a day on, tens are near enough.</summary>
    private const int RoundedFrom = 30;

    /// <summary>"Sunday 07:30" by the place's clock.</summary>
    public async Task<string> WhenAsync(
        DateTimeOffset instant,
        Destination place,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var zone = await places.ZoneOfAsync(place, cancellation) ?? time.LocalTimeZone;
        return DigestTime.Say(instant, time.GetUtcNow(), zone, edition);
    }

    /// <summary>"12 min ago"; the day, where that is long ago.</summary>
    public string Ago(DateTimeOffset instant, Edition edition) =>
        (time.GetUtcNow() - instant) switch
        {
            { TotalMinutes: < 1 } => edition.Say("feed.ago-now"),
            { TotalHours: < 1 } past => edition.Say("feed.ago-minutes", ("count", (int)past.TotalMinutes)),
            { TotalDays: < 1 } past => edition.Say("feed.ago-hours", ("count", (int)past.TotalHours)),
            { TotalDays: < 2 * DaysInWeek } past => edition.Say("feed.ago-days", ("count", (int)past.TotalDays)),
            _ => edition.Day(instant),
        };

    /// <summary>"in 12 min"</summary>
    public string In(DateTimeOffset instant, Edition edition) =>
        (instant - time.GetUtcNow()) switch
        {
            { TotalMinutes: < 1 } => edition.Say("feed.in-now"),
            { TotalHours: < 1 } wait => edition.Say("feed.in-minutes", ("count", (int)Math.Ceiling(wait.TotalMinutes))),
            { TotalDays: < 1 } wait => edition.Say("feed.in-hours", ("count", (int)Math.Round(wait.TotalHours))),
            var wait => edition.Say("feed.in-days", ("count", (int)Math.Round(wait.TotalDays))),
        };

    /// <summary>"about 40 articles a day"; by the week where that is less than one.</summary>
    public static string Pace(double perDay, Edition edition) =>
        perDay switch
        {
            >= RoundedFrom => edition.Say("feed.pace-day", ("count", (int)Math.Round(perDay / 10) * 10)),
            >= 1 => edition.Say("feed.pace-day", ("count", (int)Math.Round(perDay))),
            >= 1.0 / DaysInWeek => edition.Say("feed.pace-week", ("count", (int)Math.Round(perDay * DaysInWeek))),
            _ => edition.Say("feed.pace-seldom"),
        };

    public static string Format(FeedFormat format) =>
        format switch
        {
            FeedFormat.Rss => "RSS",
            FeedFormat.Atom => "Atom",
            FeedFormat.Rdf => "RSS 1.0",
            FeedFormat.Json => "JSON Feed",
            FeedFormat.Opml => "OPML",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
        };
}
