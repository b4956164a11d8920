using Bot.Core.Articles;
using Bot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Feeds.Items;

/// <summary>What a feed holds now meets what it has shown before: new items become articles, changed ones new versions.</summary>
public sealed class ItemIntake(Database database, ArticleIntake articles, TimeProvider time, Random random)
{
    /// <summary>The newest of a feed; no feed that is read every hour needs more.</summary>
    public const int MostItems = 1000;

    /// <summary>New ones within a day; more is a machine's talk, and would fill the store.</summary>
    private const int MostNewInDay = 1000;

    /// <summary>An item that its feed has not shown for so long is forgotten, and what was filed of it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <param name="feed">As it was before this visit.</param>
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
        var plan = new ItemPlan(
            feed with
            {
                Title = document.Title ?? feed.Title,
            },
            isRich: await rows.CountAsync(ItemPlan.FewestHeld, cancellation) == ItemPlan.FewestHeld,
            wantsPages: await rows.WantsPagesAsync(cancellation),
            room: MostNewInDay - await rows.CountSinceAsync(now.AddDays(-1), MostNewInDay, cancellation),
            now,
            random
        ).Of(items, signs, known);
        var report = IntakeReport.Of(plan);
        await articles.FileAllAsync(
            connection,
            [.. plan.Where(p => p.Copy is not null).Select(p => (p.Origin, (IReadOnlyList<ArticleCopy>)[p.Copy!]))],
            async transaction =>
            {
                foreach (var taken in plan)
                    await rows.WriteAsync(transaction, taken, now);
                await rows.SeenAsync(transaction, known.OfType<KnownItem>(), now);
                await rows.ForgetAsync(transaction, now - Kept);
                await settle(transaction, report);
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
}
