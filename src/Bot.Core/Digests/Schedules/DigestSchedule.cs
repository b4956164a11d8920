using Bot.Core.Chat;
using Bot.Core.Places;

namespace Bot.Core.Digests.Schedules;

/// <summary>A digest and when it appears. Pure: what is due follows from two instants alone.</summary>
public sealed record DigestSchedule(DigestOrder Order, Rhythm Rhythm, DigestDays Days)
{
    /// <summary>Null where none are set for the digest itself.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Those of the place, for a digest that has none itself.</summary>
    public QuietHours? QuietAround { get; init; }

    /// <summary>
    /// Those that count: never for times that somebody named, and not the place's where they would leave nothing.
    /// </summary>
    public QuietHours? QuietHere =>
        Rhythm is Rhythm.AtTimes ? null
        : Quiet is not null ? Quiet
        : QuietAround is { } around && Rhythm.Times.Any(t => !around.Contains(t)) ? around
        : null;

    /// <summary>A slot that was missed still runs, late, for so long; zero to 24 hours.</summary>
    public TimeSpan Grace { get; init; } = DigestReach.Grace;

    public string Name => Order.Name;

    public Destination Destination => Order.Destination;

    public TimeZoneInfo Zone => Order.Zone;

    /// <summary>When it appears, in the words of configuration. A schedule with other terms is a new one.</summary>
    public string Terms =>
        QuietHere is { IsNone: false } quiet
            ? $"{Rhythm.Terms} {Days} quiet {quiet} {Zone.Id}"
            : $"{Rhythm.Terms} {Days} {Zone.Id}";

    /// <summary>False where the quiet hours leave nothing of it: such a schedule must not be.</summary>
    public bool HasSlots => Times().Any();

    /// <summary>The slots that fall due after one instant and no later than another, in order.</summary>
    public IEnumerable<DigestSlot> SlotsBetween(DateTimeOffset after, DateTimeOffset until) =>
        SlotsAfter(after).TakeWhile(s => s.Due <= until);

    /// <summary>
    /// The slots to come, in order and without end; several that a clock skips at once fall due in one instant.
    /// </summary>
    public IEnumerable<DigestSlot> SlotsAfter(DateTimeOffset after)
    {
        TimeOnly[] times = [.. Times()];
        if (times.Length == 0)
            yield break;
        // A skipped time runs late, on the next date at the most: the date before may still be due.
        var date = DateOnly.FromDateTime(LocalClock.Shows(Zone, after.UtcDateTime)).AddDays(-1);
        for (; ; date = date.AddDays(1))
        {
            if (!Days.Contains(date.DayOfWeek) || !LocalClock.HasDate(Zone, date))
                continue;
            foreach (var time in times)
            {
                var due = LocalClock.FirstInstant(Zone, date.ToDateTime(time));
                if (due > after)
                    yield return new DigestSlot(date, time, due);
            }
        }
    }

    public DigestSlot Next(DateTimeOffset after) => SlotsAfter(after).First();

    /// <summary>When readers may be told that it comes next; null where the news decide.</summary>
    public DateTimeOffset? Foretold(DateTimeOffset after) => Rhythm is Rhythm.AsNews ? null : Next(after).Due;

    /// <summary>True where a slot that is due is on time, or late by less than the grace.</summary>
    public bool StillRuns(DigestSlot slot, DateTimeOffset now) =>
        now - slot.Due < Grace || now - slot.Due <= DigestReach.OnTime;

    private IEnumerable<TimeOnly> Times() =>
        QuietHere is { } quiet ? Rhythm.Times.Where(t => !quiet.Contains(t)) : Rhythm.Times;
}
