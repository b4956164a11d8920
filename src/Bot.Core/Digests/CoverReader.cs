using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Filters;
using Bot.Core.Storage;
using Bot.Core.Stories;
using Dapper;

namespace Bot.Core.Digests;

/// <summary>Finds what a destination has not had yet.</summary>
/// <remarks>
/// By the ledger and not by a clock: an article is told once in each place, however its dates change. It is owed from
/// its first sight on, for a week. A place without a digest is owed what is dated in the last 24 hours, or the newest
/// few where that is nothing; all else that the store has then is archive and never owed there. What a place is told is
/// what its chat sees: the seeds and the feeds that it follows.
/// </remarks>
public sealed class CoverReader(
    Database database,
    ArticleStore articles,
    StoryDesk stories,
    FilterDesk filters,
    TimeProvider time
)
{
    /// <summary>
    /// Begun at what the place sees, not at all that came in a week for everybody. A feed that is followed anew is owed
    /// from then on, though others had it before, and not what it brought at its first visit; the first digest of a place
    /// may show what it has.
    /// </summary>
    private const string Owed = $"""
        SELECT a.id, a.source, a.listed_at, a.first_seen, t.seq, t.story, t.news, d.telling AS had FROM (
          SELECT a.id FROM articles a INDEXED BY articles_seeds_seen WHERE {Sieve.IsSeed} AND a.withdrawn_at IS NULL AND a.first_seen >= @reach
          UNION
          SELECT i.article FROM follows f CROSS JOIN feed_items i ON i.feed = f.feed AND i.article IS NOT NULL
          WHERE f.chat = @chat AND {Sieve.IsOpen} AND i.first_seen >= @reach
            AND (i.first_seen >= f.added AND i.fate = 'taken'
                 OR NOT EXISTS (SELECT 1 FROM digest_beginnings WHERE destination = @destination))
          UNION
          SELECT t.article FROM twins t WHERE substr(t.origin, 1, 5) <> 'feed:'
        ) seen
        CROSS JOIN articles a ON a.id = seen.id
        LEFT JOIN digest_beginnings b ON b.destination = @destination
        LEFT JOIN digest_articles d ON d.destination = @destination AND d.article = a.id
        LEFT JOIN story_tellings t ON t.seq = (SELECT MAX(seq) FROM story_tellings WHERE article = a.id)
        WHERE a.withdrawn_at IS NULL
          AND a.first_seen >= @reach
          AND CASE WHEN b.destination IS NULL THEN a.listed_at >= @first
                   ELSE a.id > b.last_article OR a.listed_at >= b.covers_from END
          AND (d.article IS NULL OR d.hidden_by IS NULL AND t.relation = 'edited' AND t.seq > d.telling)
        ORDER BY a.listed_at DESC, a.id DESC LIMIT @most
        """;

    /// <summary>So many of the newest are looked over: who is owed more is told the rest the next time.</summary>
    private const int MostOwed = 2_000;

    /// <summary>So many of an archive are looked through for what the place wants.</summary>
    private const int MostOfArchive = 50;

    /// <summary>Of an event so many of those that were told are looked at for what is new.</summary>
    private const int MostTold = 24;

    public async Task<DigestCover> ReadAsync(Destination destination, CancellationToken cancellation)
    {
        await stories.PlaceWaitingAsync(cancellation);
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await using var reading = connection.BeginTransaction(deferred: true); // One look at one state of the store.
        var now = time.GetUtcNow();
        var reader = Audience.Of(destination.Chat.ToString());
        var values = new
        {
            chat = reader.Chat,
            destination = destination.ToString(),
            reach = StoredInstant.Write(now - DigestReach.Longest),
            first = StoredInstant.Write(now - DigestReach.First),
            most = MostOwed,
        };
        var state = await connection.QuerySingleAsync<(long Last, long Begun, string? Previous)>(
            new CommandDefinition(
                """
                SELECT (SELECT COALESCE(MAX(id), 0) FROM articles),
                       EXISTS (SELECT 1 FROM digest_beginnings WHERE destination = @destination),
                       (SELECT MAX(created) FROM digest_ledger WHERE destination = @destination AND state <> 'missed')
                """,
                values,
                reading,
                cancellationToken: cancellation
            )
        );
        var owed = (
            await connection.QueryAsync<OwedRow>(
                new CommandDefinition(Owed, values, reading, cancellationToken: cancellation)
            )
        ).AsList();
        var told = (
            await connection.QueryAsync<(long Story, long Article)>(
                new CommandDefinition(
                    """
                    SELECT DISTINCT t.story, t.article
                    FROM story_tellings t JOIN digest_articles d ON d.destination = @destination AND d.article = t.article
                      AND d.hidden_by IS NULL
                    WHERE t.story IN @numbers ORDER BY t.article DESC
                    """,
                    new { destination = destination.ToString(), numbers = owed.Select(o => o.Story).Distinct() },
                    reading,
                    cancellationToken: cancellation
                )
            )
        ).ToLookup(t => t.Story, t => new ArticleId(t.Article));
        await reading.CommitAsync(cancellation);

        var isFirst = state.Begun == 0;
        if (isFirst && owed.Count == 0)
            return await ArchiveAsync(destination, reader, state.Last, cancellation);
        var hidden = await filters.HiddenAsync(destination, [.. owed.Select(o => new ArticleId(o.Id))], cancellation);
        var wanted = owed.Where(o => !hidden.ContainsKey(new ArticleId(o.Id))).ToList();
        return new DigestCover(
            destination,
            [
                .. wanted
                    .GroupBy(o => o.Story ?? -o.Id)
                    .Select(g => new OwedStory([.. g.Select(o => o.ToArticle())], [.. told[g.Key].Take(MostTold)])),
            ],
            isFirst ? now - DigestReach.First : From(state.Previous, wanted),
            isFirst,
            state.Last
        )
        {
            Hidden =
            [
                .. owed.Select(o => o.ToArticle())
                    .Where(a => hidden.ContainsKey(a.Id))
                    .Select(a => new HiddenArticle(a, hidden[a.Id].Written)),
            ],
        };
    }

    /// <summary>The newest that the place wants. What it does not want of an archive was never owed, and is not counted.</summary>
    private async Task<DigestCover> ArchiveAsync(
        Destination destination,
        Audience reader,
        long last,
        CancellationToken cancellation
    )
    {
        var newest = await articles.LatestAsync(reader, MostOfArchive, 0, cancellation);
        var hidden = await filters.HiddenAsync(destination, [.. newest.Select(a => a.Id)], cancellation);
        return new DigestCover(
            destination,
            [
                .. newest
                    .Where(a => !hidden.ContainsKey(a.Id))
                    .Take(DigestReach.NewestOfArchive)
                    .Select(a => new OwedArticle(a.Id, Telling: null, a.Source, a.Published ?? a.FirstSeen, Edit: null))
                    .Select(a => new OwedStory([a], [])),
            ],
            From: null,
            IsFirst: true,
            last
        );
    }

    /// <summary>Since the last digest there; further back where some had no room in it.</summary>
    private static DateTimeOffset? From(string? previous, List<OwedRow> owed)
    {
        var last = previous is null ? null : (DateTimeOffset?)StoredInstant.Read(previous);
        var oldest = owed.Where(o => o.Had is null)
            .Select(o => (DateTimeOffset?)StoredInstant.Read(o.First_seen))
            .Min();
        return oldest < last ? oldest : last ?? oldest;
    }

    /// <param name="Story">Null where it is in none.</param>
    /// <param name="Had">The version that the destination had; null where it had none.</param>
    private sealed record OwedRow(
        long Id,
        string Source,
        string Listed_at,
        string First_seen,
        long? Seq,
        long? Story,
        string? News,
        long? Had
    )
    {
        public OwedArticle ToArticle() =>
            new(
                new ArticleId(Id),
                Seq,
                Source,
                StoredInstant.Read(Listed_at),
                Had is null ? null : StorySpans.Read(News ?? "")
            );
    }
}
