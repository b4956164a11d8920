using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Filters;
using Bot.Core.Storage;
using Bot.Core.Stories;
using Bot.Core.Topics;

namespace Bot.Core.Digests.Covers;

/// <summary>Finds what destinations have not had yet.</summary>
/// <remarks>
/// By the ledger and not by a clock: an article is told once in each place, however its dates change. It is owed from
/// its first sight on, for a week. A place without a digest is owed what is dated in the last 24 hours, or the newest
/// few where that is nothing; all else that the store has then is archive and never owed there. What a place is told is
/// what its chat sees: the seeds and the feeds that it follows. A feed that is followed anew is owed from then on,
/// though others had it before, and not what it brought at its first visit; the first digest of a place may show what
/// it has.
/// </remarks>
public sealed class CoverReader(
    Database database,
    ArticleStore articles,
    StoryDesk stories,
    FilterDesk filters,
    TopicBook topics,
    TimeProvider time
)
{
    /// <summary>So many of the newest are looked over: who is owed more is told the rest the next time.</summary>
    private const int MostOwed = 2_000;

    /// <summary>So many of an archive are looked through for what the place wants.</summary>
    private const int MostOfArchive = 50;

    /// <summary>Of an event so many of those that were told are looked at for what is new.</summary>
    private const int MostTold = 24;

    /// <summary>Where all that has come is in its story, and what many places see is read once.</summary>
    public async Task<Newsstand> OpenAsync(CancellationToken cancellation)
    {
        await stories.PlaceWaitingAsync(cancellation);
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var reading = connection.BeginTransaction(deferred: true);
        return await NewsstandReader.OpenAsync(reading, time.GetUtcNow(), cancellation);
    }

    public async Task<DigestCover> ReadAsync(DigestOrder order, CancellationToken cancellation) =>
        (await ReadAsync(await OpenAsync(cancellation), [order], cancellation))[0];

    /// <param name="orders">Several of one place are read as if each were alone.</param>
    /// <returns>In the orders' order.</returns>
    public async Task<IReadOnlyList<DigestCover>> ReadAsync(
        Newsstand stand,
        IReadOnlyList<DigestOrder> orders,
        CancellationToken cancellation
    )
    {
        List<Destination> places = [.. orders.Select(o => o.Destination).Distinct()];
        var histories = await HistoriesAsync(stand, places, cancellation);
        var rules = await filters.RulesAsync(places, cancellation);
        var known = await topics.OfAllAsync([.. places.Select(p => p.Chat).Distinct()], cancellation);
        var covers = new List<DigestCover>();
        foreach (var order in orders)
        {
            var place = order.Destination;
            var wishes = new PlaceWishes(
                order.Scope,
                rules.GetValueOrDefault(place, []),
                known.GetValueOrDefault(place.Chat, [])
            );
            var history = histories[place];
            covers.Add(
                await CoverAsync(stand, place, history, wishes, cancellation) with
                {
                    Failing = history.Failing,
                }
            );
        }

        return covers;
    }

    /// <summary>One look at one state of the store.</summary>
    private async Task<IReadOnlyDictionary<Destination, PlaceHistory>> HistoriesAsync(
        Newsstand stand,
        IReadOnlyList<Destination> places,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var reading = connection.BeginTransaction(deferred: true);
        var histories = await HistoryReader.ReadAsync(reading, places, cancellation);
        await NewsstandReader.LayAsync(
            reading,
            stand,
            histories.Values.SelectMany(h => h.Feeds).Select(f => f.Feed),
            cancellation
        );
        await HistoryReader.AddHadAsync(reading, histories, stand.FirstArticle, cancellation);
        await reading.CommitAsync(cancellation);
        return histories;
    }

    private async Task<DigestCover> CoverAsync(
        Newsstand stand,
        Destination place,
        PlaceHistory history,
        PlaceWishes wishes,
        CancellationToken cancellation
    )
    {
        var owed = await InScopeAsync(Owed(stand, history, wishes.Scope), wishes, cancellation);
        var isFirst = history.Beginning is null;
        if (isFirst && owed.Count == 0 && wishes.Scope.Feeds.Count == 0)
            return await ArchiveAsync(stand, place, wishes, cancellation);
        var hidden = await filters.HiddenAsync(wishes.Rules, Ids(owed), cancellation);
        var wanted = hidden.Count == 0 ? owed : [.. owed.Where(o => !hidden.ContainsKey(o.Article.Id))];
        var favoured = await FavouredAsync(wanted, wishes, cancellation);
        return new DigestCover(
            place,
            [
                .. wanted
                    .GroupBy(o => o.Story)
                    .Select(g => new OwedStory(
                        [.. g.Select(o => o.Article)],
                        [.. stand.OfStory(g.Key).Where(history.WasTold).Take(MostTold).Select(a => new ArticleId(a))]
                    )
                    {
                        IsFavoured = g.Any(o => favoured.Contains(o.Article.Id)),
                    }),
            ],
            isFirst ? stand.Opened - DigestReach.First : From(history.Previous, wanted),
            isFirst,
            stand.LastArticle
        )
        {
            Hidden =
            [
                .. owed.Where(o => hidden.ContainsKey(o.Article.Id))
                    .Select(o => new HiddenArticle(o.Article, hidden[o.Article.Id].Written)),
            ],
        };
    }

    /// <summary>What a digest's topics do not take is none of its business: it is neither told nor hidden by it.</summary>
    private async Task<List<(OwedArticle Article, long Story)>> InScopeAsync(
        List<(OwedArticle Article, long Story)> owed,
        PlaceWishes wishes,
        CancellationToken cancellation
    )
    {
        if (wishes.Scope.Topics.Count == 0)
            return owed;
        var taken = await filters.TakenAsync(wishes.RulesOfScope, Ids(owed), cancellation);
        return [.. owed.Where(o => taken.Contains(o.Article.Id))];
    }

    /// <summary>Where a digest has no topics itself, those of its chat say what is looked for first.</summary>
    private Task<IReadOnlySet<ArticleId>> FavouredAsync(
        IReadOnlyList<(OwedArticle Article, long Story)> wanted,
        PlaceWishes wishes,
        CancellationToken cancellation
    ) =>
        filters.TakenAsync(
            wishes.Scope.Topics.Count > 0 ? [] : [.. wishes.Topics.SelectMany(t => t.Rules)],
            Ids(wanted),
            cancellation
        );

    private static IReadOnlyList<ArticleId> Ids(IEnumerable<(OwedArticle Article, long Story)> owed) =>
        [.. owed.Select(o => o.Article.Id)];

    /// <returns>The newest first.</returns>
    private static List<(OwedArticle Article, long Story)> Owed(
        Newsstand stand,
        PlaceHistory history,
        DigestScope scope
    )
    {
        var seen = new HashSet<long>();
        var owed = new List<(OwedArticle Article, long Story)>();
        foreach (var offer in scope.Feeds.Count > 0 ? [] : stand.ForAll ?? [])
            Add(offer);
        foreach (var feed in history.Feeds.Where(f => scope.Feeds.Count == 0 || scope.Feeds.Contains(f.Url)))
        {
            foreach (var shown in stand.Of(feed.Feed))
            {
                if (history.Sees(feed, shown))
                    Add(shown.Offer);
            }
        }

        owed.Sort((a, b) => (b.Article.Listed, b.Article.Id.Value).CompareTo((a.Article.Listed, a.Article.Id.Value)));
        if (owed.Count > MostOwed)
            owed.RemoveRange(MostOwed, owed.Count - MostOwed);
        return owed;

        void Add(Offer offer)
        {
            if (seen.Add(offer.Id) && history.Owed(offer, stand.Opened) is { } article)
                owed.Add((article, offer.Story));
        }
    }

    /// <summary>The newest that the place wants. What it does not want of an archive was never owed, and is not counted.</summary>
    private async Task<DigestCover> ArchiveAsync(
        Newsstand stand,
        Destination destination,
        PlaceWishes wishes,
        CancellationToken cancellation
    )
    {
        var reader = Audience.Of(destination.Chat.ToString());
        var newest = await articles.LatestAsync(reader, MostOfArchive, 0, cancellation);
        IReadOnlyList<ArticleId> ids = [.. newest.Select(a => a.Id)];
        var hidden = await filters.HiddenAsync(wishes.Rules, ids, cancellation);
        var taken =
            wishes.Scope.Topics.Count == 0
                ? ids.ToHashSet()
                : await filters.TakenAsync(wishes.RulesOfScope, ids, cancellation);
        return new DigestCover(
            destination,
            [
                .. newest
                    .Where(a => taken.Contains(a.Id) && !hidden.ContainsKey(a.Id))
                    .Take(DigestReach.NewestOfArchive)
                    .Select(a => new OwedArticle(
                        a.Id,
                        Telling: null,
                        a.Source,
                        a.Published ?? a.FirstSeen,
                        a.FirstSeen,
                        Edit: null
                    ))
                    .Select(a => new OwedStory([a], [])),
            ],
            From: null,
            IsFirst: true,
            stand.LastArticle
        )
        {
            // What is new and not of its topics is owed to the place all the same.
            LeavesSince = wishes.Scope.IsAll ? null : stand.Opened - DigestReach.First,
        };
    }

    /// <summary>Since the last digest there; further back where some had no room in it.</summary>
    private static DateTimeOffset? From(DateTimeOffset? previous, IReadOnlyList<(OwedArticle Article, long Story)> owed)
    {
        var oldest = owed.Where(o => o.Article.Edit is null).Select(o => (DateTimeOffset?)o.Article.FirstSeen).Min();
        return oldest < previous ? oldest : previous ?? oldest;
    }
}
