using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Digests;

/// <summary>Finds what a destination has not had yet.</summary>
/// <remarks>
/// By the ledger and not by a clock: an article is told once in each place, however its dates change. It is owed from
/// its first sight on, for a week. A place without a digest is owed what is dated in the last 24 hours, or the newest
/// few where that is nothing; all else that the store has then is archive and never owed there. What a place is told is
/// what its chat sees: the seeds and the feeds that it follows.
/// </remarks>
public sealed class CoverReader(Database database, ArticleStore articles, TimeProvider time)
{
    /// <summary>
    /// Begun at what the place sees, not at all that came in a week for everybody. A feed that is followed anew is owed
    /// from then on, though others had it before, and not what it brought at its first visit; the first digest of a place
    /// may show what it has.
    /// </summary>
    private const string Owed = $"""
        FROM (
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
        WHERE a.withdrawn_at IS NULL
          AND a.first_seen >= @reach
          AND CASE WHEN b.destination IS NULL THEN a.listed_at >= @first
                   ELSE a.id > b.last_article OR a.listed_at >= b.covers_from END
          AND NOT EXISTS (SELECT 1 FROM digest_articles d WHERE d.destination = @destination AND d.article = a.id)
        """;

    /// <param name="page">How many articles at the most.</param>
    public async Task<DigestCover> ReadAsync(Destination destination, int page, CancellationToken cancellation)
    {
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
            page,
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
        var ids = await connection.QueryAsync<long>(
            new CommandDefinition(
                $"SELECT a.id {Owed} ORDER BY a.listed_at DESC, a.id DESC LIMIT @page",
                values,
                reading,
                cancellationToken: cancellation
            )
        );
        var count = await connection.ExecuteScalarAsync<int>(
            new CommandDefinition($"SELECT COUNT(*) {Owed}", values, reading, cancellationToken: cancellation)
        );
        await reading.CommitAsync(cancellation);

        var isFirst = state.Begun == 0;
        if (isFirst && count == 0)
            return new DigestCover(
                destination,
                await articles.LatestAsync(reader, Math.Min(page, DigestReach.NewestOfArchive), 0, cancellation),
                0,
                From: null,
                isFirst,
                state.Last
            );
        var owed = new List<Article>();
        foreach (var id in ids)
        {
            if (await articles.FindAsync(new ArticleId(id), Audience.Desk, cancellation) is { } article)
                owed.Add(article);
        }

        return new DigestCover(
            destination,
            owed,
            count - owed.Count,
            isFirst ? now - DigestReach.First : From(state.Previous, owed),
            isFirst,
            state.Last
        );
    }

    /// <summary>Since the last digest there; further back where some had no room in it.</summary>
    private static DateTimeOffset? From(string? previous, List<Article> owed)
    {
        var last = previous is null ? null : (DateTimeOffset?)StoredInstant.Read(previous);
        var oldest = owed.Select(a => (DateTimeOffset?)a.FirstSeen).Min();
        return oldest < last ? oldest : last ?? oldest;
    }
}
