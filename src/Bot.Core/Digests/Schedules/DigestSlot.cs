using System.Globalization;

namespace Bot.Core.Digests.Schedules;

/// <summary>One appearance of a digest, named by the local calendar and not by an instant: a repeated hour is one slot.</summary>
/// <param name="Date">The local date.</param>
/// <param name="At">The local time that was wished for; where a clock skips it, <paramref name="Due"/> is later.</param>
/// <param name="Due">The first instant at which the local clock shows that time or a later one. UTC.</param>
public readonly record struct DigestSlot(DateOnly Date, TimeOnly At, DateTimeOffset Due)
{
    /// <summary>As the ledger keeps it.</summary>
    public string Name => At.ToString("HH:mm", CultureInfo.InvariantCulture);
}
