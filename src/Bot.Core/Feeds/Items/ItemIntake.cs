using Bot.Core.Articles;
using Bot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Feeds.Items;

/// <summary>What a feed holds now meets what it has shown before: new items become articles, changed ones new versions.</summary>
public sealed class ItemIntake(Database database, ArticleIntake articles, TimeProvider time)
{
    /// <summary>The newest of a feed; no feed that is read every hour needs more.</summary>
    public const int MostItems = 1000;

    /// <summary>Fewer new ones in place of all others are a quiet feed's turn, not a slip of its program.</summary>
    private const int FewestHeld = 10;

    private const int LettersOfTeaser = 1200;
    private const int WordsOfTeaser = 3;

    /// <param name="settle">Writes what the visit means for the feed itself, in the transaction that files its items.</param>
    public async Task<IntakeReport> TakeAsync(
        Feed feed,
        FeedDocument document,
        Func<SqliteTransaction, IntakeReport, Task> settle,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        var items = Newest(document.Items);
        var signs = ItemSign.Of(items, document.Link);
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = new ItemRows(connection, feed.Id);
        var known = ItemMatch.Find(signs, await rows.KnownAsync(signs, cancellation));
        var named = feed with { Title = document.Title ?? feed.Title };
        var plan = Plan(named, items, signs, known, await rows.CountAsync(FewestHeld, cancellation) == FewestHeld, now);
        var wantsPages = await rows.WantsPagesAsync(cancellation);
        var report = new IntakeReport(
            plan.Count(p => p.IsNew),
            plan.Count(p => !p.IsNew),
            plan.Count(p => p.Fate == ItemFate.Held)
        );
        var settled = report;
        await articles.FileAllAsync(
            connection,
            [.. plan.Where(p => p.Copy is not null).Select(p => (p.Origin, (IReadOnlyList<ArticleCopy>)[p.Copy!]))],
            async transaction =>
            {
                foreach (var taken in plan)
                    await rows.WriteAsync(transaction, taken, IsPageWanted(taken, wantsPages), now);
                await rows.SeenAsync(transaction, known.OfType<KnownItem>(), now);
                await settle(transaction, settled);
            },
            cancellation
        );
        return report;
    }

    /// <summary>By date where the feed gives dates, else in its own order.</summary>
    private static IReadOnlyList<FeedItem> Newest(IReadOnlyList<FeedItem> items) =>
        items.Count <= MostItems
            ? items
            : [.. items.OrderByDescending(i => i.Published ?? DateTimeOffset.MaxValue).Take(MostItems)];

    /// <param name="isRich">True where the feed has shown enough items to be taken for another if all of them are new.</param>
    private static List<TakenItem> Plan(
        Feed feed,
        IReadOnlyList<FeedItem> items,
        IReadOnlyList<ItemSign> signs,
        IReadOnlyList<KnownItem?> known,
        bool isRich,
        DateTimeOffset now
    )
    {
        var isChanged = Enumerable
            .Range(0, items.Count)
            .Select(i => known[i]?.HasSaid(signs[i].Print) != true)
            .ToList();
        if (!isChanged.Contains(true))
            return Rekeyed(signs, known);
        var words = ItemParagraphs.Of(items);
        var fate =
            feed.State == FeedState.New ? ItemFate.Archive
            : isRich && IsHeld(feed, known, now) ? ItemFate.Held
            : ItemFate.Taken;
        var plan = new List<TakenItem>();
        for (var i = 0; i < items.Count; i++)
        {
            if (!isChanged[i])
                continue;
            var copy = ItemCopy.Of(feed, items[i], words[i], now);
            plan.Add(
                known[i] is { } old
                    ? new TakenItem(signs[i], old.Origin, copy, Enum.Parse<ItemFate>(old.Fate, ignoreCase: true), old)
                    : new TakenItem(
                        signs[i],
                        OriginOf(feed.Id, signs[i]),
                        copy,
                        copy is null ? ItemFate.Empty : fate,
                        null
                    )
            );
        }

        return [.. plan, .. Rekeyed(signs, known).Where(r => !plan.Exists(p => p.Sign == r.Sign))];
    }

    /// <summary>Items that say the same under another key, link or title.</summary>
    private static List<TakenItem> Rekeyed(IReadOnlyList<ItemSign> signs, IReadOnlyList<KnownItem?> known) =>
        [
            .. signs
                .Zip(known)
                .Where(p =>
                    p.Second is { } k
                    && k.HasSaid(p.First.Print)
                    && (k.Key != p.First.Key || k.Link != p.First.Link && p.First.Link is not null)
                )
                .Select(p => new TakenItem(
                    p.First,
                    p.Second!.Origin,
                    null,
                    Enum.Parse<ItemFate>(p.Second.Fate, ignoreCase: true),
                    p.Second
                )),
        ];

    /// <summary>
    /// Not one of the items that the feed had is there any more, and many are that it never had: its program was changed,
    /// or the site's. A feed that brings so many in the time since the last visit is read as it is.
    /// </summary>
    private static bool IsHeld(Feed feed, IReadOnlyList<KnownItem?> known, DateTimeOffset now)
    {
        if (known.Count < FewestHeld || known.Any(k => k is not null))
            return false;
        var expected = feed is { ItemGap: { Ticks: > 0 } gap, LastSuccess: { } last } ? (now - last) / gap : 0;
        return expected < known.Count / 2.0;
    }

    /// <summary>A teaser: a headline, or a few sentences of what the page has.</summary>
    private static bool IsPageWanted(TakenItem item, bool wantsPages) =>
        wantsPages
        && item.Copy is { Url: not null } copy
        && (copy.Text.Length < LettersOfTeaser || copy.Text.Split('\n').Length < WordsOfTeaser);

    private static string OriginOf(FeedId feed, ItemSign sign) => $"feed:{feed}:{sign.Key}";
}
