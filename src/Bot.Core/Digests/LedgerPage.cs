using System.Globalization;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Digests;

/// <summary>The ledger's statements, each for many digests, in the caller's transaction.</summary>
internal sealed class LedgerPage(SqliteTransaction transaction, DateTimeOffset now)
{
    /// <summary>A row for each appearance, and one for each slot that it stands for.</summary>
    /// <returns>Without those whose slot had its row already.</returns>
    public async Task<IReadOnlyDictionary<Destination, long>> EnterAsync(
        IReadOnlyList<PreparedDigest> digests,
        CancellationToken cancellation
    )
    {
        await ExecuteAsync(
            """
            INSERT INTO digest_ledger (destination, digest, local_date, slot, state, created)
            SELECT value ->> 'place', value ->> 'digest', value ->> 'date', value ->> 'slot', value ->> 'state', @now
            FROM json_each(@rows) WHERE 1
            ON CONFLICT DO NOTHING
            """,
            [.. digests.SelectMany(d => d.Missed.Select(s => Entry(d, s.Date, s.Name, "missed", null)))],
            cancellation
        );
        var entries = new List<object>();
        foreach (var digest in digests)
            entries.Add(
                Entry(
                    digest,
                    digest.Appearance.Date,
                    digest.Appearance.Slot?.Name ?? await NextExtraAsync(digest, cancellation),
                    digest.Draft.IsEmpty ? "empty" : "owed",
                    digest.Cover.From
                )
            );
        var rows = await QueryAsync<(string Place, long Row)>(
            """
            INSERT INTO digest_ledger (destination, digest, local_date, slot, state, created, covers_from)
            SELECT value ->> 'place', value ->> 'digest', value ->> 'date', value ->> 'slot', value ->> 'state', @now,
              value ->> 'since'
            FROM json_each(@rows) WHERE 1
            ON CONFLICT DO NOTHING RETURNING destination, id
            """,
            entries,
            cancellation
        );
        return rows.ToDictionary(r => Destination.TryParse(r.Place)!.Value, r => r.Row); // As it was given.
    }

    /// <summary>What each tells, and what is kept from its place.</summary>
    /// <returns>False where another digest has told a later version meanwhile.</returns>
    /// <exception cref="SqliteException">Another digest has told an article meanwhile.</exception>
    public async Task<bool> ConsumeAsync(
        IReadOnlyList<(PreparedDigest Digest, long Row)> entered,
        CancellationToken cancellation
    )
    {
        // In no part of the digest, since nothing of it is posted. Another that hid the same meanwhile has said so. An
        // article that was told before it was edited stays told.
        await ExecuteAsync(
            """
            INSERT INTO digest_articles (destination, article, ledger, part, telling, hidden_by)
            SELECT value ->> 'place', value ->> 'article', value ->> 'row', 0, value ->> 'telling', value ->> 'rule'
            FROM json_each(@rows) WHERE 1
            ON CONFLICT (destination, article) DO UPDATE SET telling = excluded.telling WHERE telling < excluded.telling
            """,
            [
                .. entered.SelectMany(e =>
                    e.Digest.Cover.Hidden.Select(h => new
                    {
                        place = Place(e.Digest),
                        article = h.Article.Id.Value,
                        row = e.Row,
                        telling = h.Article.Telling,
                        rule = h.Rule,
                    })
                ),
            ],
            cancellation
        );
        await ExecuteAsync(
            """
            INSERT INTO digest_articles (destination, article, ledger, part, telling)
            SELECT value ->> 'place', value ->> 'article', value ->> 'row', value ->> 'part', value ->> 'telling'
            FROM json_each(@rows)
            """,
            Consumed(entered, isEdited: false),
            cancellation
        );
        var edited = Consumed(entered, isEdited: true);
        return await ExecuteAsync(
                """
                UPDATE digest_articles
                SET ledger = value ->> 'row', part = value ->> 'part', telling = value ->> 'telling'
                FROM json_each(@rows)
                WHERE destination = value ->> 'place' AND article = value ->> 'article'
                  AND telling < value ->> 'telling'
                """,
                edited,
                cancellation
            ) == edited.Count;
    }

    /// <summary>Where the first digest of a place draws the line to its archive.</summary>
    /// <exception cref="SqliteException">Another first digest has drawn it meanwhile.</exception>
    public Task BeginAsync(IReadOnlyList<(PreparedDigest Digest, long Row)> entered, CancellationToken cancellation) =>
        ExecuteAsync(
            """
            INSERT INTO digest_beginnings (destination, last_article, covers_from)
            SELECT value ->> 'place', value ->> 'last', value ->> 'since' FROM json_each(@rows)
            """,
            [
                .. entered
                    .Where(e => e.Digest is { Cover.IsFirst: true, Draft.IsEmpty: false })
                    .Select(e => new
                    {
                        place = Place(e.Digest),
                        last = e.Digest.Cover.LastArticle,
                        since = StoredInstant.Write(
                            e.Digest.Cover.LeavesSince ?? e.Digest.Cover.From ?? DateTimeOffset.MaxValue
                        ),
                    }),
            ],
            cancellation
        );

    private static IReadOnlyList<object> Consumed(
        IReadOnlyList<(PreparedDigest Digest, long Row)> entered,
        bool isEdited
    ) =>
        [
            .. entered.SelectMany(e =>
                e.Digest.Draft.Consumes.Where(c => c.Article.Edit is not null == isEdited)
                    .Select(c => new
                    {
                        place = Place(e.Digest),
                        article = c.Article.Id.Value,
                        row = e.Row,
                        part = c.Part,
                        telling = c.Article.Telling,
                    })
            ),
        ];

    private static object Entry(
        PreparedDigest digest,
        DateOnly date,
        string slot,
        string state,
        DateTimeOffset? since
    ) =>
        new
        {
            place = Place(digest),
            digest = digest.Appearance.Order.Name,
            date = Written(date),
            slot,
            state,
            since = since is null ? null : StoredInstant.Write(since.Value),
        };

    /// <summary>A digest that was asked for out of turn is the date's "extra 1", "extra 2" …</summary>
    private async Task<string> NextExtraAsync(PreparedDigest digest, CancellationToken cancellation)
    {
        var extras = await transaction.Connection!.ExecuteScalarAsync<int>( // Null only once the transaction is over.
            new CommandDefinition(
                """
                SELECT COUNT(*) FROM digest_ledger
                WHERE destination = @place AND digest = @name AND local_date = @date AND slot LIKE 'extra %'
                """,
                new
                {
                    place = Place(digest),
                    name = digest.Appearance.Order.Name,
                    date = Written(digest.Appearance.Date),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        return string.Create(CultureInfo.InvariantCulture, $"extra {extras + 1}");
    }

    private async Task<int> ExecuteAsync(string sql, IReadOnlyList<object> rows, CancellationToken cancellation) =>
        rows.Count == 0 ? 0 : await transaction.Connection!.ExecuteAsync(Command(sql, rows, cancellation));

    private async Task<IEnumerable<T>> QueryAsync<T>(
        string sql,
        IReadOnlyList<object> rows,
        CancellationToken cancellation
    ) => await transaction.Connection!.QueryAsync<T>(Command(sql, rows, cancellation));

    private CommandDefinition Command(string sql, IReadOnlyList<object> rows, CancellationToken cancellation) =>
        new(
            sql,
            new { rows = JsonSerializer.Serialize(rows), now = StoredInstant.Write(now) },
            transaction,
            cancellationToken: cancellation
        );

    private static string Place(PreparedDigest digest) => digest.Cover.Destination.ToString();

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
