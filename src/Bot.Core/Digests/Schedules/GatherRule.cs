namespace Bot.Core.Digests.Schedules;

/// <summary>When what has come is told, of a digest that comes as it happens.</summary>
/// <param name="Cap">Digests of news in a local day, at the most: 1 to 24.</param>
/// <param name="Window">So long nothing new must have come: one of <see cref="Windows"/>.</param>
public sealed record GatherRule(int Cap, TimeSpan Window)
{
    public const int LargestCap = 24;

    public static readonly GatherRule Usual = new(6, TimeSpan.FromMinutes(15));

    public static readonly IReadOnlyList<TimeSpan> Windows =
    [
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromMinutes(60),
    ];

    /// <summary>Where something new comes again and again, the oldest waits for so many windows.</summary>
    private const int MostWindows = 4;

    /// <param name="oldestWaiting">When the first of what is owed was first seen.</param>
    /// <param name="newestWaiting">When the last of it was first seen.</param>
    /// <param name="postedToday">Digests of news that the place had on this local day.</param>
    public GatherVerdict Decide(
        DateTimeOffset now,
        DateTimeOffset oldestWaiting,
        DateTimeOffset newestWaiting,
        int postedToday
    ) =>
        postedToday >= Cap ? GatherVerdict.Spent
        // Noted by a clock that ran ahead, it says nothing of how long it has waited.
        : newestWaiting > now + Window ? GatherVerdict.Ready
        : now - newestWaiting >= Window || now - oldestWaiting >= MostWindows * Window ? GatherVerdict.Ready
        : GatherVerdict.Gathering;
}

/// <summary>What becomes of what has been gathered.</summary>
public enum GatherVerdict
{
    /// <summary>It is told now.</summary>
    Ready,

    /// <summary>More of it may come in a moment.</summary>
    Gathering,

    /// <summary>The day's last has been posted: it waits for the next local day.</summary>
    Spent,
}
