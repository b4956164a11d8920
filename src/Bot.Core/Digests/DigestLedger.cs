using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Digests;

/// <summary>
/// What has been owed to each destination, one row an appearance: whatever rings, twice or never or on two machines,
/// the row's key lets a digest come once.
/// </summary>
public sealed class DigestLedger(Database database, Outbox outbox, DeliveryBell bell, TimeProvider time)
{
    /// <summary>SQLITE_CONSTRAINT.</summary>
    private const int BrokenConstraint = 19;

    /// <summary>
    /// Writes down that the digests are owed, what each consumes and what is to be posted, or that there was nothing to
    /// tell: all in one transaction, and each as if it were alone. One of several places is no matter to the others.
    /// </summary>
    /// <returns>In the digests' order.</returns>
    public async Task<IReadOnlyList<OweOutcome>> OweAsync(
        IReadOnlyList<PreparedDigest> digests,
        CancellationToken cancellation
    )
    {
        const string Alone = "alone";
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var outcomes = new List<OweOutcome>();
        foreach (var digest in digests)
        {
            transaction.Save(Alone);
            var outcome = await OweAsync(transaction, digest, cancellation);
            if (outcome is OweOutcome.WasThere or OweOutcome.Overtaken)
                transaction.Rollback(Alone);
            transaction.Release(Alone);
            outcomes.Add(outcome);
        }

        await transaction.CommitAsync(cancellation);
        if (outcomes.Exists(o => o is OweOutcome.Owed))
            bell.Ring();
        return outcomes;
    }

    private async Task<OweOutcome> OweAsync(
        DbTransaction transaction,
        PreparedDigest digest,
        CancellationToken cancellation
    )
    {
        var (appearance, cover, draft) = (digest.Appearance, digest.Cover, digest.Draft);
        try
        {
            await PassOverAsync(transaction, appearance.Order, digest.Missed, cancellation);
            if (
                await EnterAsync(transaction, appearance, draft.IsEmpty ? "empty" : "owed", cover.From, cancellation)
                is not { } row
            )
                return new OweOutcome.WasThere();
            await HideAsync(transaction, cover, row, cancellation);
            if (!await ConsumeAsync(transaction, cover.Destination, draft.Consumes, row, cancellation))
                return new OweOutcome.Overtaken();
            if (draft.IsEmpty)
                return new OweOutcome.Empty();
            await BeginAsync(transaction, cover, cancellation);
            return new OweOutcome.Owed(
                await outbox.EnqueueAsync(transaction, cover.Destination, draft.Parts, row, digest.IsMine, cancellation)
            );
        }
        catch (SqliteException taken) when (taken.SqliteErrorCode == BrokenConstraint)
        {
            return new OweOutcome.Overtaken();
        }
    }

    /// <summary>Owes again what parts would have told that were kept back because their articles had changed meanwhile.</summary>
    public async Task<int> ReleaseUntrueAsync(IReadOnlyCollection<Destination> places, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
            new CommandDefinition(
                // Twice, as the index of those in trouble has it.
                """
                DELETE FROM digest_articles WHERE (ledger, part) IN (
                  SELECT ledger, part FROM outbox
                  WHERE state IN ('unknown', 'failed', 'untrue') AND state = 'untrue' AND ledger IS NOT NULL
                    AND destination IN (SELECT value FROM json_each(@places))
                )
                """,
                new { places = JsonSerializer.Serialize(places.Select(p => p.ToString())) },
                cancellationToken: cancellation
            )
        );
    }

    /// <returns>False where another digest has told a later version meanwhile.</returns>
    /// <exception cref="SqliteException">Another digest has told an article meanwhile.</exception>
    private static async Task<bool> ConsumeAsync(
        DbTransaction transaction,
        Destination destination,
        IReadOnlyList<(OwedArticle Article, int Part)> consumes,
        long row,
        CancellationToken cancellation
    )
    {
        var isTold = await WriteAsync(
            """
            INSERT INTO digest_articles (destination, article, ledger, part, telling)
            SELECT @destination, value ->> 'article', @row, value ->> 'part', value ->> 'telling' FROM json_each(@articles)
            """,
            consumes.Where(c => c.Article.Edit is null)
        );
        return isTold
            && await WriteAsync(
                """
                UPDATE digest_articles SET ledger = @row, part = value ->> 'part', telling = value ->> 'telling'
                FROM json_each(@articles)
                WHERE destination = @destination AND article = value ->> 'article' AND telling < value ->> 'telling'
                """,
                consumes.Where(c => c.Article.Edit is not null)
            );

        async Task<bool> WriteAsync(string sql, IEnumerable<(OwedArticle Article, int Part)> some)
        {
            var these = some.Select(c => new
                {
                    article = c.Article.Id.Value,
                    part = c.Part,
                    telling = c.Article.Telling,
                })
                .ToList();
            return these.Count == 0
                || await ExecuteAsync(transaction, sql, destination, JsonSerializer.Serialize(these), row, cancellation)
                    == these.Count;
        }
    }

    /// <summary>
    /// In no part of the digest, since nothing of it is posted. Another that hid the same meanwhile has said so. An
    /// article that was told before it was edited stays told.
    /// </summary>
    private static async Task HideAsync(
        DbTransaction transaction,
        DigestCover cover,
        long row,
        CancellationToken cancellation
    )
    {
        if (cover.Hidden.Count == 0)
            return;
        await ExecuteAsync(
            transaction,
            """
            INSERT INTO digest_articles (destination, article, ledger, part, telling, hidden_by)
            SELECT @destination, value ->> 'article', @row, 0, value ->> 'telling', value ->> 'rule'
            FROM json_each(@articles) WHERE 1
            ON CONFLICT (destination, article) DO UPDATE SET telling = excluded.telling WHERE telling < excluded.telling
            """,
            cover.Destination,
            JsonSerializer.Serialize(
                cover.Hidden.Select(h => new
                {
                    article = h.Article.Id.Value,
                    telling = h.Article.Telling,
                    rule = h.Rule,
                })
            ),
            row,
            cancellation
        );
    }

    private static Task<int> ExecuteAsync(
        DbTransaction transaction,
        string sql,
        Destination destination,
        string articles,
        long row,
        CancellationToken cancellation
    ) =>
        transaction.Connection!.ExecuteAsync( // Null only once the transaction is over.
            new CommandDefinition(
                sql,
                new
                {
                    destination = destination.ToString(),
                    articles,
                    row,
                },
                transaction,
                cancellationToken: cancellation
            )
        );

    private async Task<long?> EnterAsync(
        DbTransaction transaction,
        DigestAppearance appearance,
        string state,
        DateTimeOffset? from,
        CancellationToken cancellation
    )
    {
        var (order, date) = (appearance.Order, Written(appearance.Date));
        var slot = appearance.Slot?.Name ?? await NextExtraAsync(transaction, order, date, cancellation);
        return await transaction.Connection!.ExecuteScalarAsync<long?>(
            new CommandDefinition(
                """
                INSERT INTO digest_ledger (destination, digest, local_date, slot, state, created, covers_from)
                VALUES (@destination, @digest, @date, @slot, @state, @now, @from)
                ON CONFLICT DO NOTHING RETURNING id
                """,
                new
                {
                    destination = order.Destination.ToString(),
                    digest = order.Name,
                    date,
                    slot,
                    state,
                    now = StoredInstant.Write(time.GetUtcNow()),
                    from = from is null ? null : StoredInstant.Write(from.Value),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>A digest that was asked for out of turn is the date's "extra 1", "extra 2" …</summary>
    private static async Task<string> NextExtraAsync(
        DbTransaction transaction,
        DigestOrder order,
        string date,
        CancellationToken cancellation
    )
    {
        var extras = await transaction.Connection!.ExecuteScalarAsync<int>(
            new CommandDefinition(
                """
                SELECT COUNT(*) FROM digest_ledger
                WHERE destination = @destination AND digest = @digest AND local_date = @date AND slot LIKE 'extra %'
                """,
                new
                {
                    destination = order.Destination.ToString(),
                    digest = order.Name,
                    date,
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        return string.Create(CultureInfo.InvariantCulture, $"extra {extras + 1}");
    }

    private async Task PassOverAsync(
        DbTransaction transaction,
        DigestOrder order,
        IReadOnlyList<DigestSlot> missed,
        CancellationToken cancellation
    )
    {
        foreach (var slot in missed)
            await EnterAsync(
                transaction,
                new DigestAppearance(order, slot.Date, slot, IsLate: false, Next: null),
                "missed",
                null,
                cancellation
            );
    }

    private static Task BeginAsync(DbTransaction transaction, DigestCover cover, CancellationToken cancellation) =>
        !cover.IsFirst
            ? Task.CompletedTask
            : transaction.Connection!.ExecuteAsync(
                new CommandDefinition(
                    """
                    INSERT INTO digest_beginnings (destination, last_article, covers_from)
                    VALUES (@destination, @last, @from)
                    """,
                    new
                    {
                        destination = cover.Destination.ToString(),
                        last = cover.LastArticle,
                        from = StoredInstant.Write(cover.LeavesSince ?? cover.From ?? DateTimeOffset.MaxValue),
                    },
                    transaction,
                    cancellationToken: cancellation
                )
            );

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
