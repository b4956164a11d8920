using System.Globalization;
using Bot.Core.Articles;

namespace Bot.Core.Feeds.Items;

/// <summary>Decides what of a feed's items is new, what has changed, and what is made of it.</summary>
/// <param name="feed">As it was before this visit, with the title that it has now.</param>
/// <param name="isRich">True where it has shown enough items to be taken for another if all of them are new.</param>
/// <param name="wantsPages">True where somebody who follows it wants whole articles.</param>
/// <param name="room">So many new ones are taken; others wait until they are shown again.</param>
internal sealed class ItemPlan(Feed feed, bool isRich, bool wantsPages, int room, DateTimeOffset now, Random random)
{
    /// <summary>Fewer new ones in place of all others are a quiet feed's turn, not a slip of its program.</summary>
    public const int FewestHeld = 10;

    /// <param name="known">For each item the one that it was before; null where it is new.</param>
    /// <returns>Items to be written down; those that are as they were are left out.</returns>
    public IReadOnlyList<TakenItem> Of(
        IReadOnlyList<FeedItem> items,
        IReadOnlyList<ItemSign> signs,
        IReadOnlyList<KnownItem?> known
    )
    {
        var isChanged = signs.Zip(known, (sign, old) => old?.HasSaid(sign.Print) != true).ToList();
        // To see what its items share, the whole feed is read as soon as one of them is new.
        var words = isChanged.Contains(true) ? ItemParagraphs.Of(items) : [];
        var fate = FateOfNew(known);
        var plan = new List<TakenItem>();
        var left = room;
        for (var i = 0; i < items.Count; i++)
        {
            if (isChanged[i] && known[i] is null && left-- <= 0)
                continue;
            if (isChanged[i])
                plan.Add(
                    known[i] is { } old
                        ? Changed(signs[i], old, ItemCopy.Of(feed, items[i], words[i], now))
                        : New(signs[i], ItemCopy.Of(feed, items[i], words[i], now), fate)
                );
            else if (
                known[i] is { } same
                && (same.Key != signs[i].Key || signs[i].Link is { } link && link != same.Link)
            )
                plan.Add(new TakenItem(signs[i], same.Origin, null, FateOf(same), same));
        }

        return plan;
    }

    private TakenItem New(ItemSign sign, ArticleCopy? copy, ItemFate fate) =>
        new(sign, NewOrigin(), copy, copy is null ? ItemFate.Empty : fate, null)
        {
            IsChanged = true,
            // An archive is not read page by page.
            TeaserLetters = fate == ItemFate.Taken && IsTeaser(copy) ? copy?.Text.Length : null,
        };

    /// <summary>Not from the item's key: a key may pass to another item, while the first is still filed under its origin.</summary>
    private string NewOrigin() =>
        string.Create(CultureInfo.InvariantCulture, $"feed:{feed.Id}:{random.NextInt64():x}{random.NextInt64():x}");

    private TakenItem Changed(ItemSign sign, KnownItem old, ArticleCopy? copy)
    {
        // The whole text stays until the page was read again: a teaser in its place would be a change that is none.
        var isPageWanted = FateOf(old) == ItemFate.Taken && IsTeaser(copy);
        var isFiled = !isPageWanted || old.Is_whole == 0;
        return new TakenItem(sign, old.Origin, isFiled ? copy : null, FateOf(old), old)
        {
            IsChanged = true,
            TeaserLetters = isPageWanted ? copy?.Text.Length : null,
        };
    }

    private ItemFate FateOfNew(IReadOnlyList<KnownItem?> known) =>
        feed.State == FeedState.New ? ItemFate.Archive
        : isRich && IsOther(known) ? ItemFate.Held
        : ItemFate.Taken;

    /// <summary>
    /// Not one of the items that the feed had is there any more, and many are that it never had: its program was changed,
    /// or the site's. A feed that brings so many in the time since the last visit is read as it is.
    /// </summary>
    private bool IsOther(IReadOnlyList<KnownItem?> known)
    {
        if (known.Count < FewestHeld || known.Any(k => k is not null))
            return false;
        var expected = feed is { ItemGap: { Ticks: > 0 } gap, LastSuccess: { } last } ? (now - last) / gap : 0;
        return expected < known.Count / 2.0;
    }

    private bool IsTeaser(ArticleCopy? copy) => wantsPages && copy is { Url: not null } && Teaser.Is(copy.Text);

    private static ItemFate FateOf(KnownItem item) => Enum.Parse<ItemFate>(item.Fate, ignoreCase: true);
}
