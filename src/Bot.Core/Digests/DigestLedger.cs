using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Delivery;
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
    /// <summary>SQLITE_CONSTRAINT_PRIMARYKEY: the tables that are told of once have no other.</summary>
    private const int RowIsThere = 1555;

    private const string Alone = "alone";

    /// <summary>What an armful changes is written once, at its end. Whoever opens the connection next has the usual room.</summary>
    private const string Roomy = "PRAGMA cache_size = -16384";

    /// <summary>
    /// Writes down that the digests are owed, what each consumes and what is to be posted, or that there was nothing to
    /// tell: all in one transaction, and each as if it were alone.
    /// </summary>
    /// <param name="digests">Of each place one at the most.</param>
    /// <returns>In the digests' order.</returns>
    public async Task<IReadOnlyList<OweOutcome>> OweAsync(
        IReadOnlyList<PreparedDigest> digests,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(Roomy);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var outcomes = await OweAsync(transaction, digests, cancellation);
        await transaction.CommitAsync(cancellation);
        if (outcomes.Any(o => o is OweOutcome.Owed))
            bell.Ring();
        return outcomes;
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

    /// <summary>In a few statements for all; where one of them has been overtaken, each by itself.</summary>
    private async Task<IReadOnlyList<OweOutcome>> OweAsync(
        SqliteTransaction transaction,
        IReadOnlyList<PreparedDigest> digests,
        CancellationToken cancellation
    )
    {
        transaction.Save(Alone);
        if (await TryAsync(transaction, digests, cancellation) is { } outcomes)
        {
            transaction.Release(Alone);
            return outcomes;
        }

        transaction.Rollback(Alone);
        transaction.Release(Alone);
        if (digests.Count == 1)
            return [new OweOutcome.Overtaken()];
        var each = new List<OweOutcome>();
        foreach (var digest in digests)
            each.AddRange(await OweAsync(transaction, [digest], cancellation));
        return each;
    }

    /// <returns>Null where another digest has told something of one of them meanwhile.</returns>
    private async Task<IReadOnlyList<OweOutcome>?> TryAsync(
        SqliteTransaction transaction,
        IReadOnlyList<PreparedDigest> digests,
        CancellationToken cancellation
    )
    {
        var page = new LedgerPage(transaction, time.GetUtcNow());
        var rows = await page.EnterAsync(digests, cancellation);
        List<(PreparedDigest Digest, long Row)> entered =
        [
            .. digests.Where(d => rows.ContainsKey(d.Cover.Destination)).Select(d => (d, rows[d.Cover.Destination])),
        ];
        try
        {
            if (!await page.ConsumeAsync(entered, cancellation))
                return null;
            await page.BeginAsync(entered, cancellation);
        }
        catch (SqliteException taken) when (taken.SqliteExtendedErrorCode == RowIsThere)
        {
            return null;
        }

        var owed = entered.Where(e => !e.Digest.Draft.IsEmpty).ToList();
        var batches = await outbox.EnqueueAsync(
            transaction,
            [.. owed.Select(e => e.Digest.Batch with { Ledger = e.Row })],
            cancellation
        );
        var batchOf = owed.Zip(batches).ToDictionary(b => b.First.Digest.Cover.Destination, b => b.Second);
        return
        [
            .. digests.Select(d =>
                !rows.ContainsKey(d.Cover.Destination) ? new OweOutcome.WasThere()
                : batchOf.TryGetValue(d.Cover.Destination, out var batch) ? new OweOutcome.Owed(batch)
                : (OweOutcome)new OweOutcome.Empty()
            ),
        ];
    }
}
