using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Places.Zones;

namespace Bot.Core.Digests;

/// <summary>A row of <c>digests</c> as it is read.</summary>
internal sealed record DigestRow(
    long Id,
    string Destination,
    string Name,
    string At,
    string? Every,
    string Days,
    string Zone,
    string? Quiet,
    string Size,
    long? Grace,
    long? Cap,
    long? Gather,
    string? Language,
    string? Topics,
    string? Feeds,
    long Threaded,
    string? Paused,
    string MadeBy,
    string? QuietHere,
    string? QuietAround
)
{
    /// <returns>Null where this machine does not know the zone, or this version not how it comes.</returns>
    public DigestSchedule? ToSchedule(Destination destination)
    {
        if (
            ZoneNames.TryFind(Zone) is not { } zone
            || ReadRhythm() is not { } rhythm
            || DigestDays.TryParse(Days) is not { } days
            || !Enum.TryParse<ReadingSize>(Size, ignoreCase: true, out var size)
        )
            return null;
        var schedule = new DigestSchedule(
            new DigestOrder(Name, destination, zone, size)
            {
                Language = Language is null ? null : CultureInfo.GetCultureInfo(Language),
                IsThreaded = Threaded != 0,
                Scope = new DigestScope { Topics = Topics?.Split('\n') ?? [], Feeds = Feeds?.Split('\n') ?? [] },
            },
            rhythm,
            days
        )
        {
            Quiet = Quiet is null ? null : QuietHours.TryParse(Quiet),
            QuietAround = (QuietHere ?? QuietAround) is { } around ? QuietHours.TryParse(around) : null,
            Grace = Grace is { } minutes ? TimeSpan.FromMinutes(minutes) : DigestReach.Grace,
        };
        return schedule.HasSlots ? schedule : null;
    }

    private Rhythm? ReadRhythm()
    {
        if (Every is null)
            return ClockTime.TryParseAll(At) is { } times ? new Rhythm.AtTimes(times) : null;
        return (RhythmWords.Read(Every) as RhythmReading.Found)?.Rhythm switch
        {
            Rhythm.AsNews { Rule: var usual } => new Rhythm.AsNews(
                new GatherRule(
                    (int)(Cap ?? usual.Cap),
                    Gather is { } minutes ? TimeSpan.FromMinutes(minutes) : usual.Window
                )
            ),
            var rhythm => rhythm,
        };
    }
}

/// <summary>A schedule as a row of <c>digests</c> is written.</summary>
internal sealed record DigestValues(DigestSchedule Schedule)
{
    public long? Id { get; init; }

    public string? MadeBy { get; init; }

    public string? Now { get; init; }

    public string Destination => Schedule.Destination.ToString();

    public string Name => Schedule.Name;

    public string Key => Schedule.Name.ToUpperInvariant();

    public string At => Schedule.Rhythm is Rhythm.AtTimes times ? times.Terms : "";

    public string? Every => RhythmWords.Written(Schedule.Rhythm);

    public string Days => Schedule.Days.ToString();

    public string Zone => Schedule.Zone.Id;

    public string? Quiet => Schedule.Quiet?.ToString();

    public string Size => Schedule.Order.Size.ToString().ToLowerInvariant();

    public long? Grace => Schedule.Grace == DigestReach.Grace ? null : (long)Schedule.Grace.TotalMinutes;

    public long? Cap => (Schedule.Rhythm as Rhythm.AsNews)?.Rule.Cap;

    public long? Gather => (long?)(Schedule.Rhythm as Rhythm.AsNews)?.Rule.Window.TotalMinutes;

    public string? Language => Schedule.Order.Language?.Name;

    public bool Threaded => Schedule.Order.IsThreaded;

    public string? Topics => Lines(Schedule.Order.Scope.Topics);

    public string? Feeds => Lines(Schedule.Order.Scope.Feeds);

    private static string? Lines(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join('\n', names);
}
