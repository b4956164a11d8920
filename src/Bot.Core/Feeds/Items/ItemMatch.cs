namespace Bot.Core.Feeds.Items;

/// <summary>Finds which of a feed's items are old acquaintances: by key, then by link, then by title and day.</summary>
internal static class ItemMatch
{
    /// <param name="known">Those of the feed that share a key, a link or a title with one of the signs.</param>
    /// <returns>For each sign in its order the item that it is; null where it is new. No item is two signs'.</returns>
    public static IReadOnlyList<KnownItem?> Find(IReadOnlyList<ItemSign> signs, IReadOnlyList<KnownItem> known)
    {
        var found = new KnownItem?[signs.Count];
        var free = known.ToDictionary(k => k.Key, StringComparer.Ordinal);
        Pair(s => s.Key, k => k.Key);
        Pair(s => s.Link, k => k.Link);
        Pair(s => s.Titled, k => k.Titled);
        return found;

        void Pair(Func<ItemSign, string?> wanted, Func<KnownItem, string?> has)
        {
            var waiting = free
                .Values.Where(k => has(k) is not null)
                // What stands for two of the feed's items tells none of them.
                .GroupBy(k => has(k)!, StringComparer.Ordinal) // Those without were left out.
                .Where(g => g.Count() == 1)
                .ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
            for (var i = 0; i < signs.Count; i++)
            {
                if (found[i] is not null || wanted(signs[i]) is not { } value || !waiting.Remove(value, out var item))
                    continue;
                found[i] = item;
                free.Remove(item.Key);
            }
        }
    }
}
