using Bot.Core.Feeds.Items;

namespace Bot.Core.Feeds.Finding;

/// <summary>What is to be known of a feed's items before one relies on them: counts of what they have and lack.</summary>
/// <param name="Dated">Items with a date.</param>
/// <param name="Future">Those whose date is yet to come.</param>
/// <param name="Oldest">The oldest date; null where there is none.</param>
/// <param name="WithoutId">Items that are known again by their link, title or words alone.</param>
/// <param name="SharedIds">Items that have their id in common with another.</param>
/// <param name="WithoutLink">Items that lead nowhere.</param>
/// <param name="SharedLinks">Items that have their link in common with another.</param>
/// <param name="Repeated">Items that say what another says.</param>
public sealed record FeedExam(
    int Items,
    int Dated,
    int Future,
    DateTimeOffset? Oldest,
    DateTimeOffset? Newest,
    int WithoutId,
    int SharedIds,
    int WithoutLink,
    int SharedLinks,
    int Repeated
)
{
    public static FeedExam Of(FeedDocument document, DateTimeOffset now)
    {
        var items = document.Items;
        var dates = items.Select(i => i.Published).OfType<DateTimeOffset>().ToList();
        var links = items.Select(i => WebLink.Canonical(i.Link)).ToList();
        return new FeedExam(
            items.Count,
            dates.Count,
            dates.Count(d => d > now),
            dates.Count > 0 ? dates.Min() : null,
            dates.Count > 0 ? dates.Max() : null,
            items.Count(i => i.Id is null),
            Shared(items.Select(i => i.Id)),
            links.Count(l => l is null),
            Shared(links),
            Shared(ItemSign.Of(items, document.Link).Select(s => s.Print))
        );
    }

    /// <summary>How many have a value that another has too.</summary>
    private static int Shared(IEnumerable<string?> values) =>
        values.OfType<string>().GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1).Sum(g => g.Count());
}
