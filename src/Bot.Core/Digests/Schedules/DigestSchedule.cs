using System.Globalization;
using Bot.Core.Chat;

namespace Bot.Core.Digests.Schedules;

/// <summary>A digest and when it appears. Pure: what is due follows from two instants alone.</summary>
public sealed record DigestSchedule(DigestOrder Order, TimeOnly At, DigestDays Days)
{
    public string Name => Order.Name;

    public Destination Destination => Order.Destination;

    public TimeZoneInfo Zone => Order.Zone;

    /// <summary>When it appears, in the words of configuration. A schedule with other terms is a new one.</summary>
    public string Terms => string.Create(CultureInfo.InvariantCulture, $"{At:HH:mm} {Days} {Zone.Id}");

    /// <summary>The slots that fall due after one instant and no later than another, in order.</summary>
    public IEnumerable<DigestSlot> SlotsBetween(DateTimeOffset after, DateTimeOffset until) =>
        SlotsAfter(after).TakeWhile(s => s.Due <= until);

    /// <summary>The slots to come, in order and without end.</summary>
    public IEnumerable<DigestSlot> SlotsAfter(DateTimeOffset after)
    {
        // A skipped time runs late, on the next date at the most: the date before may still be due.
        var date = DateOnly.FromDateTime(LocalClock.Shows(Zone, after.UtcDateTime)).AddDays(-1);
        for (; ; date = date.AddDays(1))
        {
            if (!Days.Contains(date.DayOfWeek) || !LocalClock.HasDate(Zone, date))
                continue;
            var due = LocalClock.FirstInstant(Zone, date.ToDateTime(At));
            if (due > after)
                yield return new DigestSlot(date, At, due);
        }
    }

    public DigestSlot Next(DateTimeOffset after) => SlotsAfter(after).First();
}
