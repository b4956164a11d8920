using System.Collections.Frozen;
using Bot.Core.Chat;
using Bot.Core.Digests.Writing;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Feeds;

/// <summary>How feeds are spoken of: their pace, their age, their faults.</summary>
public sealed class FeedWords(PlaceBook places, TimeProvider time)
{
    private static readonly FrozenSet<string> Known = Enum.GetNames<FetchFault>()
        .Concat(Enum.GetNames<FeedFault>())
        .ToFrozenSet(StringComparer.Ordinal);

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

    /// <summary>What went wrong, in a sentence.</summary>
    /// <param name="fault">The name of a fault of the fetch or of the feed; of another version of the program perhaps.</param>
    public static string Fault(string? fault, string host, Edition edition) =>
        edition.Say($"feed.fault-{Key(fault)}", ("host", host));

    /// <summary>What can be done about it, in a sentence.</summary>
    public static string Mend(string? fault, Edition edition) => edition.Say($"feed.mend-{Key(fault)}");

    /// <summary>"TooSlow" is "too-slow"; a test holds that the phrasebook has each.</summary>
    private static string Key(string? fault) =>
        fault is not null && Known.Contains(fault)
            ? string.Concat(
                fault.Select(
                    (c, i) => char.IsAsciiLetterUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"
                )
            )
            : "other";
}
