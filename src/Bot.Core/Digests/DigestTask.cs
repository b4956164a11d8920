using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;

namespace Bot.Core.Digests;

/// <summary>A digest that is to be made.</summary>
/// <param name="Missed">Earlier slots that it stands for.</param>
/// <param name="IsMine">True where this process posts it at once.</param>
public sealed record DigestTask(DigestAppearance Appearance, IReadOnlyList<DigestSlot> Missed, bool IsMine)
{
    public DigestOrder Order => Appearance.Order;

    /// <summary>Null where it is made whatever there is.</summary>
    public NewsGathering? Gathering { get; init; }
}

/// <summary>Whether a digest that comes as it happens comes now.</summary>
/// <param name="PostedToday">How often it came on this local day.</param>
public sealed record NewsGathering(GatherRule Rule, int PostedToday)
{
    /// <returns>
    /// False also where nothing waits, or an archive alone: that is no news, and nothing is written down.
    /// </returns>
    public bool IsReady(DigestCover cover, DateTimeOffset now)
    {
        if (cover.IsArchive)
            return false;
        List<DateTimeOffset> waiting = [.. cover.Stories.SelectMany(s => s.Articles).Select(a => a.FirstSeen)];
        return waiting.Count > 0 && Rule.Decide(now, waiting.Min(), waiting.Max(), PostedToday) == GatherVerdict.Ready;
    }
}
