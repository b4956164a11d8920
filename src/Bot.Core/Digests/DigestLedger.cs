using System.Data.Common;
using System.Globalization;
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
    /// From when on the digest's slots are owed: since it was first seen with these terms, so that a new digest does not
    /// begin with what would have been.
    /// </summary>
    /// <returns>Null where it was removed meanwhile: then nothing is owed, and nothing of it is written down.</returns>
    public async Task<DateTimeOffset?> OwedSinceAsync(PlannedDigest digest, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var since = await connection.ExecuteScalarAsync<string?>(
            new CommandDefinition(
                // A beginning in the future was noted by a clock that was set back since.
                """
                INSERT INTO digest_terms (destination, digest, terms, since)
                SELECT @destination, @Name, @terms, @now
                WHERE @Id IS NULL OR EXISTS (SELECT 1 FROM digests WHERE id = @Id)
                ON CONFLICT (destination, digest) DO UPDATE SET terms = excluded.terms, since = excluded.since
                WHERE terms <> excluded.terms OR since > excluded.since;
                SELECT since FROM digest_terms WHERE destination = @destination AND digest = @Name
                  AND (@Id IS NULL OR EXISTS (SELECT 1 FROM digests WHERE id = @Id));
                """,
                new
                {
                    digest.Id,
                    digest.Name,
                    destination = digest.Destination.ToString(),
                    terms = digest.Schedule.Terms,
                    now = StoredInstant.Write(time.GetUtcNow()),
                },
                cancellationToken: cancellation
            )
        );
        return since is null ? null : StoredInstant.Read(since);
    }

    /// <summary>Those of the slots that have no row yet.</summary>
    public async Task<IReadOnlyList<DigestSlot>> OpenAsync(
        DigestSchedule schedule,
        IReadOnlyList<DigestSlot> slots,
        CancellationToken cancellation
    )
    {
        if (slots.Count == 0)
            return [];
        await using var connection = await database.OpenAsync(cancellation);
        var had = await connection.QueryAsync<(string Date, string Slot)>(
            new CommandDefinition(
                """
                SELECT local_date, slot FROM digest_ledger
                WHERE destination = @destination AND digest = @digest AND local_date >= @first
                """,
                new
                {
                    destination = schedule.Destination.ToString(),
                    digest = schedule.Name,
                    first = Written(slots[0].Date),
                },
                cancellationToken: cancellation
            )
        );
        var rows = had.ToHashSet();
        return [.. slots.Where(s => !rows.Contains((Written(s.Date), s.Name)))];
    }

    /// <summary>
    /// Writes down in one transaction that the digest is owed, what it consumes and what is to be posted.
    /// </summary>
    /// <param name="missed">Earlier slots that this one stands for.</param>
    /// <param name="isMine">True where this process posts it at once.</param>
    public async Task<OweOutcome> OweAsync(
        DigestAppearance appearance,
        DigestCover cover,
        DigestDraft draft,
        IReadOnlyList<DigestSlot> missed,
        bool isMine,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await PassOverAsync(transaction, appearance.Order, missed, cancellation);
            if (await EnterAsync(transaction, appearance, "owed", cover.From, cancellation) is not { } row)
                return new OweOutcome.WasThere();
            await BeginAsync(transaction, cover, cancellation);
            if (!await ConsumeAsync(transaction, cover.Destination, draft.Consumes, row, cancellation))
                return new OweOutcome.Overtaken();
            await HideAsync(transaction, cover, row, cancellation);
            var batch = await outbox.EnqueueAsync(
                transaction,
                cover.Destination,
                draft.Parts,
                row,
                isMine,
                cancellation
            );
            await transaction.CommitAsync(cancellation);
            bell.Ring();
            return new OweOutcome.Owed(batch);
        }
        catch (SqliteException taken) when (taken.SqliteErrorCode == BrokenConstraint)
        {
            return new OweOutcome.Overtaken();
        }
    }

    /// <summary>Writes down that there was nothing to tell, and what was hidden.</summary>
    /// <returns>False where the slot had its row already.</returns>
    public async Task<bool> SkipAsync(
        DigestAppearance appearance,
        DigestCover cover,
        IReadOnlyList<DigestSlot> missed,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await PassOverAsync(transaction, appearance.Order, missed, cancellation);
        var row = await EnterAsync(transaction, appearance, "empty", cover.From, cancellation);
        if (row is { } entered)
            await HideAsync(transaction, cover, entered, cancellation);
        await transaction.CommitAsync(cancellation);
        return row is not null;
    }

    /// <summary>Owes again what a part would have told that was kept back because its article had changed meanwhile.</summary>
    public async Task<int> ReleaseUntrueAsync(Destination destination, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
            new CommandDefinition(
                """
                DELETE FROM digest_articles
                WHERE destination = @destination
                  AND EXISTS (
                    SELECT 1 FROM outbox o
                    WHERE o.state = 'untrue' AND o.ledger = digest_articles.ledger AND o.part = digest_articles.part
                  )
                """,
                new { destination = destination.ToString() },
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
        foreach (var edited in new[] { false, true })
        {
            var these = consumes.Where(c => c.Article.Edit is not null == edited).ToList();
            var written = await transaction.Connection!.ExecuteAsync(
                new CommandDefinition(
                    edited
                        ? "UPDATE digest_articles SET ledger = @row, part = @part, telling = @telling WHERE destination = @destination AND article = @article AND telling < @telling"
                        : "INSERT INTO digest_articles (destination, article, ledger, part, telling) VALUES (@destination, @article, @row, @part, @telling)",
                    these.Select(c => new
                    {
                        destination = destination.ToString(),
                        article = c.Article.Id.Value,
                        row,
                        part = c.Part,
                        telling = c.Article.Telling,
                    }),
                    transaction,
                    cancellationToken: cancellation
                )
            );
            if (written < these.Count)
                return false;
        }

        return true;
    }

    /// <summary>
    /// In no part of the digest, since nothing of it is posted. Another that hid the same meanwhile has said so. An
    /// article that was told before it was edited stays told.
    /// </summary>
    private static Task<int> HideAsync(
        DbTransaction transaction,
        DigestCover cover,
        long row,
        CancellationToken cancellation
    ) =>
        transaction.Connection!.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO digest_articles (destination, article, ledger, part, telling, hidden_by)
                VALUES (@destination, @article, @row, 0, @telling, @rule)
                ON CONFLICT (destination, article) DO UPDATE SET telling = excluded.telling WHERE telling < excluded.telling
                """,
                cover.Hidden.Select(h => new
                {
                    destination = cover.Destination.ToString(),
                    article = h.Article.Id.Value,
                    row,
                    telling = h.Article.Telling,
                    rule = h.Rule,
                }),
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
                        from = StoredInstant.Write(cover.From ?? DateTimeOffset.MaxValue),
                    },
                    transaction,
                    cancellationToken: cancellation
                )
            );

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
