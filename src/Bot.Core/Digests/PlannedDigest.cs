using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;

namespace Bot.Core.Digests;

/// <summary>A digest that is planned, and by whom.</summary>
/// <param name="Id">Its row in the store; null where the operator's configuration plans it, which alone can change it.</param>
/// <param name="PausedSince">Null where it runs.</param>
public sealed record PlannedDigest(long? Id, DigestSchedule Schedule, DateTimeOffset? PausedSince)
{
    /// <summary>Who planned it: the platform and its id of the person. Null where the configuration does.</summary>
    public string? MadeBy { get; init; }

    public string Name => Schedule.Name;

    public Destination Destination => Schedule.Destination;

    public bool IsPaused => PausedSince is not null;

    public bool IsConfigured => Id is null;

    public bool IsCalled(string name) => Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>When it comes next; null while it is paused, and where the news decide.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => IsPaused ? null : Schedule.Foretold(after);
}

/// <summary>A digest of the store that cannot run here: this machine does not know its time zone (any more).</summary>
public sealed record StrandedDigest(long Id, Destination Destination, string Name, string Zone);

/// <summary>All digests as they were at one moment.</summary>
public sealed record DigestPlan(IReadOnlyList<PlannedDigest> Digests, IReadOnlyList<StrandedDigest> Stranded)
{
    /// <summary>Those of one place.</summary>
    public DigestPlan At(Destination place) =>
        new([.. Digests.Where(d => d.Destination == place)], [.. Stranded.Where(d => d.Destination == place)]);
}
