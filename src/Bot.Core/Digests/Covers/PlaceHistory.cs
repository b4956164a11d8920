using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;

namespace Bot.Core.Digests.Covers;

/// <summary>What a place sees, and what it has had of what is on offer.</summary>
internal sealed class PlaceHistory
{
    private readonly Dictionary<long, Had> had = [];

    /// <summary>Null where it has had no digest.</summary>
    public PlaceBeginning? Beginning { get; init; }

    /// <summary>When its last digest was made.</summary>
    public DateTimeOffset? Previous { get; init; }

    public IReadOnlyList<FollowedFeed> Feeds { get; init; } = [];

    /// <summary>Of the feeds that are to be read; null where all can be.</summary>
    public FailingFeeds? Failing =>
        Feeds.Where(f => f.Paused is null).Select(f => f.FailingSince).OfType<DateTimeOffset>().ToList()
            is { Count: > 0 } since
            ? new FailingFeeds(since.Count, since.Min())
            : null;

    public void Add(long article, long? telling, bool isHidden) => had[article] = new Had(telling, isHidden);

    public bool WasTold(long article) => had.TryGetValue(article, out var it) && !it.IsHidden;

    /// <returns>Whether the feed has shown it to this place, in its own time.</returns>
    public bool Sees(FollowedFeed feed, Shown shown) =>
        !(shown.At > feed.Paused) && (Beginning is null || (shown.IsTaken && shown.At >= feed.Added));

    /// <returns>Null where it had it, or it is archive here.</returns>
    public OwedArticle? Owed(Offer offer, DateTimeOffset now)
    {
        if (
            Beginning is { } begun
                ? offer.Id <= begun.LastArticle && offer.AsNew.Listed < begun.From
                : offer.AsNew.Listed < now - DigestReach.First
        )
            return null;
        if (!had.TryGetValue(offer.Id, out var before))
            return offer.AsNew;
        return !before.IsHidden && before.Telling < offer.AsEdited?.Telling ? offer.AsEdited : null;
    }

    /// <param name="Telling">Which version it was; null where nobody noted it.</param>
    private readonly record struct Had(long? Telling, bool IsHidden);
}

/// <summary>Where a place's digests began.</summary>
/// <param name="LastArticle">Up to here all is archive, save what is dated since <paramref name="From"/>.</param>
internal sealed record PlaceBeginning(long LastArticle, DateTimeOffset From);

/// <param name="Url">As the store writes it.</param>
/// <param name="Paused">Null where it is read.</param>
/// <param name="FailingSince">Null where it can be read, or failed once.</param>
internal sealed record FollowedFeed(
    long Feed,
    string Url,
    DateTimeOffset Added,
    DateTimeOffset? Paused,
    DateTimeOffset? FailingSince
);
